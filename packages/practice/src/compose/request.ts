import type { Aim, Area, PropKind, Side } from '@sacra/pose';
import type { Clearance } from '@sacra/safety';
import type { BreathPace, CatCowBreath } from '../practice.ts';

/** What a practice is made for. */
export interface ComposeRequest {
  /** whole, 5 … 60 */
  readonly minutes: number;
  /** where it hurts today; empty where nothing does */
  readonly pains: readonly Pain[];
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
export const strongestPain = ({ pains }: ComposeRequest): number =>
  Math.max(0, ...pains.map(({ pain0to10 }) => pain0to10));

export const isFlareDay = (request: ComposeRequest): boolean => request.isFlare || strongestPain(request) >= 8;

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
