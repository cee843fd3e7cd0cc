import type { Aim, Area, PropKind, Side } from '@sacra/pose';
import type { Clearance } from '@sacra/safety';
import type { BreathPace, CatCowBreath } from '../practice.ts';

/** Whole minutes that a practice may be composed for. */
export const composeMinutes = { min: 5, max: 60 } as const;

/** What a practice is made for. */
export interface ComposeRequest {
  /** whole, within {@link composeMinutes} */
  readonly minutes: number;
  /** where it hurts today; empty where nothing does */
  readonly pains: readonly Pain[];
  /** pain in a place that no pose is for, or that wasn't named: it asks for care all the same; 0 where there is none */
  readonly otherPain0to10: number;
  readonly wish: Wish;
  readonly clearance: Clearance;
  readonly props: ReadonlySet<PropKind>;
  /** `chair`: not down to the floor today, whatever safety allows */
  readonly reach: 'floor' | 'chair';
  readonly level: Level;
  /** ids of poses, or `pose/variation` */
  readonly liked: ReadonlySet<string>;
  /** to be kept, in this form, wherever they may be done and fit into the time */
  readonly kept: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
  readonly painful: ReadonlySet<string>;
  /** newest first */
  readonly lastSessions: readonly PastSession[];
  /** far more pain than usual, whatever the number */
  readonly isFlare: boolean;
  readonly breath: BreathPace;
  readonly catCowBreath: CatCowBreath;
  /** a whole number; another one may give another practice of the same kind */
  readonly seed: number;
}

export interface Pain {
  readonly area: Area;
  readonly pain0to10: number;
  readonly side: Side | 'both';
}

export const wishes = ['ease-lower-back', 'open-hips', 'loosen-up', 'settle'] as const satisfies readonly Aim[];
export type Wish = (typeof wishes)[number];

/** How far the person has come: gentle poses · moderate ones too · deep ones where their gate is open. */
export const composeLevels = ['starter', 'steady', 'full'] as const;
export type Level = (typeof composeLevels)[number];

export interface PastSession {
  /** what was done: `pose` or `pose/variation` */
  readonly done: readonly string[];
  /** null when the person didn't say */
  readonly painAfter0to10: number | null;
}

/** The strongest pain noted today; 0 where none was. */
export const strongestPain = ({ pains, otherPain0to10 }: ComposeRequest): number =>
  Math.max(otherPain0to10, ...pains.map(({ pain0to10 }) => pain0to10));

export const isFlareDay = (request: ComposeRequest): boolean => request.isFlare || strongestPain(request) >= 8;

/** The share of their usual time that holds last today, with what safety asks for. */
export function holdsShare(request: ComposeRequest): number {
  const eased = isFlareDay(request) || strongestPain(request) >= 3;
  return request.clearance.holds.share * (eased ? 0.75 : 1);
}

const flareMinutes = 12;

/** The request as it holds today: short on a flare day, and without the floor where the person says so, whatever safety allows. */
export function asOfToday(asked: ComposeRequest): ComposeRequest {
  const { clearance, reach, minutes } = asked;
  const isOnChair = reach === 'chair' && clearance.limits.every(({ limit }) => limit !== 'chair-only');
  return {
    ...asked,
    minutes: isFlareDay(asked) ? Math.min(minutes, flareMinutes) : minutes,
    clearance: isOnChair
      ? {
          ...clearance,
          level: clearance.level === 'free' ? 'with-limits' : clearance.level,
          limits: [...clearance.limits, { limit: 'chair-only', becauseOf: [] }],
        }
      : clearance,
  };
}
