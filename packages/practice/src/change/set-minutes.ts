import { poseOf, type Catalogue, type Fault } from '@sacra/pose';
import { defaultTimelineSettings, timeline, type TimelineSettings } from '../build-timeline.ts';
import { checkPractice, type PracticeResult } from '../parse-practice.ts';
import { holdSeconds, type Practice, type Step } from '../practice.ts';

/** A practice may be brought to so many minutes. */
export const minutesLimits = { min: 1, max: 60 } as const;

export type Lengthened =
  | {
      readonly ok: true;
      readonly value: Practice;
      /** as the timeline lays it with the settings given */
      readonly seconds: number;
      /** `false`: its poses bear no more breaths, or no fewer; this is as near as it gets */
      readonly reached: boolean;
    }
  | Extract<PracticeResult, { readonly ok: false }>;

export interface SettingMinutes {
  /** ids of steps that keep their breaths */
  readonly locked?: ReadonlySet<string>;
  /** how many breaths a step may have at most today, where that is fewer than its pose bears */
  readonly mostBreaths?: (step: Step) => number;
  readonly settings?: TimelineSettings;
}

/** So near to the minutes asked counts as reached, in seconds. */
const toleranceS = 15;

/**
 * The same steps with more breaths, or fewer, so that the whole takes the minutes asked. Breaths are shared out in proportion to what each
 * step has, one at a time to the step that is furthest behind its share (Webster's method), within what its pose bears. So a longer practice
 * takes no breath from any step, and a shorter one adds none.
 */
export function setMinutes(
  practice: Practice,
  catalogue: Catalogue,
  minutes: number,
  { locked = new Set(), mostBreaths = () => Infinity, settings = defaultTimelineSettings }: SettingMinutes = {},
): Lengthened {
  const checked = checkPractice(practice, catalogue);
  if (!checked.ok) return checked;
  const { min, max } = minutesLimits;
  if (!(minutes >= min && minutes <= max)) {
    const fault: Fault = { path: [], message: `takes ${min} to ${max} minutes`, valid: [`${min} … ${max}`] };
    return { ok: false, faults: [fault] };
  }
  const shares = practice.steps.map((step): Share => {
    const pose = poseOf(catalogue, step.pose);
    const bears = pose.purpose === 'practice' && !locked.has(step.id) ? pose.breaths : undefined;
    return {
      usual: step.breaths,
      breaths: step.breaths,
      min: bears?.min ?? step.breaths,
      max: bears === undefined ? step.breaths : Math.max(step.breaths, Math.min(bears.max, mostBreaths(step))),
      breathS: breathSeconds(step, practice),
    };
  });
  const nowS = timeline(practice, catalogue, settings).totalS;
  shareOut(shares, minutes * 60 - nowS);
  const steps = practice.steps.map((step, index) => ({ ...step, breaths: shares[index]?.breaths ?? step.breaths }));
  const value = { ...practice, steps };
  const seconds = timeline(value, catalogue, settings).totalS;
  return { ok: true, value, seconds, reached: Math.abs(seconds - minutes * 60) <= toleranceS };
}

interface Share {
  /** breaths as they were, which the shares are in proportion to */
  readonly usual: number;
  breaths: number;
  readonly min: number;
  readonly max: number;
  /** of one more breath on every side */
  readonly breathS: number;
}

/** Adds breaths, or takes them, until the next would go further past the time than stopping short of it. */
function shareOut(shares: Share[], wantedS: number): void {
  const sign = Math.sign(wantedS);
  let leftS = Math.abs(wantedS);
  for (;;) {
    const open = shares.filter(
      ({ breaths, min, max, breathS }) => breathS / 2 <= leftS && (sign > 0 ? breaths < max : breaths > min),
    );
    const [first, ...others] = open;
    if (first === undefined) return;
    const next = others.reduce((best, one) => (sign * (quota(one, sign) - quota(best, sign)) < 0 ? one : best), first);
    next.breaths += sign;
    leftS -= next.breathS;
  }
}

/** The divisor at which a step's next breath comes or goes. */
const quota = ({ breaths, usual }: Share, sign: number): number => (breaths + sign / 2) / usual;

const breathSeconds = (step: Step, { breath }: Practice): number =>
  step.sides.length * holdSeconds({ ...step, breaths: 1 }, breath);
