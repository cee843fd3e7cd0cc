import { places, type Place } from '@sacra/diary';
import { propKinds, type PropKind, type Side } from '@sacra/pose';
import { composeLevels, composeMinutes, wishes, type Level, type Wish } from '@sacra/practice';

/** What a person says before a practice is made for them. */
export interface Asked {
  /** Whole, 5 … 60. */
  readonly minutes: number;
  /** What was wished for last. */
  readonly wish: Wish;
  /** 0 … 10, or null while the person has not said. */
  readonly pain0to10: number | null;
  readonly places: readonly Place[];
  /** On which side it hurts, where the places don't say. */
  readonly side: Side | 'both';
  readonly props: readonly PropKind[];
  /** `chair`: not down to the floor today. */
  readonly reach: 'floor' | 'chair';
  /** How deep; `as-it-goes` follows how the sessions went. */
  readonly level: Level | 'as-it-goes';
  /** ISO 8601 with an offset; null as long as nothing was asked. */
  readonly saidAt: string | null;
}

/** Lengths that are one tap away. */
export const offeredMinutes = [8, 12, 20, 30] as const;

export const defaultAsked: Asked = {
  ...{ minutes: 12, wish: 'ease-lower-back', pain0to10: null, places: [], side: 'both' },
  ...{ props: ['cushion', 'blanket', 'chair', 'wall'], reach: 'floor', level: 'as-it-goes', saidAt: null },
};

/** Reads what was stored; anything missing, damaged or out of range falls back to its default, field by field. */
export function parseAsked(raw: unknown): Asked {
  const stored = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const one = <Value extends string>(name: keyof Asked, valid: readonly Value[], otherwise: Value): Value =>
    valid.find((value) => value === stored[name]) ?? otherwise;
  const several = <Value extends string>(name: keyof Asked, valid: readonly Value[], otherwise: readonly Value[]) => {
    const given: unknown = stored[name];
    return Array.isArray(given) ? valid.filter((value) => given.includes(value)) : otherwise;
  };
  const whole = (name: keyof Asked, { min, max }: { readonly min: number; readonly max: number }) => {
    const given = stored[name];
    return typeof given === 'number' && Number.isInteger(given) && given >= min && given <= max ? given : undefined;
  };
  return {
    minutes: whole('minutes', composeMinutes) ?? defaultAsked.minutes,
    wish: one('wish', wishes, defaultAsked.wish),
    pain0to10: whole('pain0to10', { min: 0, max: 10 }) ?? null,
    places: several('places', places, []),
    side: one('side', ['both', 'right', 'left'], 'both'),
    props: several('props', propKinds, defaultAsked.props),
    reach: one('reach', ['floor', 'chair'], 'floor'),
    level: one('level', ['as-it-goes', ...composeLevels], 'as-it-goes'),
    saidAt: typeof stored['saidAt'] === 'string' ? stored['saidAt'] : null,
  };
}
