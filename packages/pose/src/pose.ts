import type { Limit } from './limit.ts';
import type { Path, PropKind, ShapeSource } from './shape.ts';

/**
 * A pose, described once; figure, words and practice follow from it. Everything is written for the right side leading.
 * A `practice` pose can be a step of a practice; a `passage` is a place one moves through.
 */
export type Pose = PracticePose | Passage;

interface PoseBase {
  /** the file's name without its ending */
  readonly id: string;
  readonly names: { readonly english: string; readonly sanskrit?: string; readonly spoken?: string };
  readonly position: Position;
  readonly sides: Sides;
  readonly form: Form;
  readonly words: Words;
  readonly ways: readonly Way[];
  readonly camera: Camera;
  readonly bodies: Bodies;
  readonly sources: readonly SourceId[];
}

export interface PracticePose extends PoseBase {
  readonly purpose: 'practice';
  readonly breaths: BreathCount;
  /** what the pose is said to reach, hedged */
  readonly reach: Remark;
  /** at least one */
  readonly cautions: readonly Remark[];
  /** at least one: ways to make it easier, some of them variations or other poses */
  readonly easier: readonly Easing[];
  readonly character: Character;
  /** what the pose's own form needs; a variation with a form of its own names its needs itself */
  readonly needs: readonly Need[];
  /** what a teacher would look for and say, kindly; may be empty */
  readonly faults: readonly Remark[];
  readonly variations: readonly Variation[];
}

/** What choosing a pose needs to know of it. A variation that has its own replaces the pose's as a whole. */
export interface Character {
  /** where it is felt or worked, the most first */
  readonly areas: readonly Area[];
  readonly aims: readonly Aim[];
  readonly depth: Depth;
  /** the limits of a person that bar it; empty when none does */
  readonly barredBy: readonly Bar[];
}

export type Area = (typeof areas)[number];
export const areas = [
  'sacrum',
  'lower-back',
  'upper-back',
  'neck',
  'shoulders',
  'belly',
  'hips',
  'thighs',
  'hamstrings',
  'calves',
] as const;

export type Aim = (typeof aims)[number];
export const aims = ['ease-lower-back', 'open-hips', 'loosen-up', 'settle', 'steady'] as const;

/** `rest` asks nothing; `deep` comes near the end of somebody's range and wants the body warm. */
export type Depth = (typeof depths)[number];
export const depths = ['rest', 'gentle', 'moderate', 'deep'] as const;

/** A limit that bars a pose, and what is done in its place: keys of poses or variations without sides, the closest first. */
export interface Bar {
  readonly limit: Limit;
  readonly standsIn: readonly string[];
  readonly source: SourceId;
}

export interface Passage extends PoseBase {
  readonly purpose: 'passage';
  readonly variations: readonly PassageVariation[];
}

/** A named change of a pose. What is not overridden is the pose's own. */
export interface Variation extends PassageVariation {
  readonly name: string;
  /** whom or what it helps; shown where one chooses */
  readonly why: string;
  /** `from-start`: the practice plays it unless the person chooses otherwise; `offered`: it is there to choose */
  readonly offered: 'from-start' | 'offered';
  readonly reach?: Remark;
  readonly cautions?: readonly Remark[];
  readonly character?: Character;
  readonly faults?: readonly Remark[];
}

export interface PassageVariation {
  readonly id: string;
  readonly position?: Position;
  /** a shape here is told as a change of the pose's own (see `ShapeSource.like`); a passage's variation is never another pose */
  readonly form: Form | AnotherPose;
  readonly words: Partial<Words>;
  readonly needs: readonly Need[];
  readonly ways: readonly Way[];
  readonly camera?: Camera;
  readonly bodies?: Bodies;
}

/** What to show and say when the pose looks otherwise on a body than on the reference body. */
export interface Bodies {
  /** what a group of the shape's `givesWay` has done when it gave way, as a reassuring sentence: group → "Your heels stay up. …" */
  readonly gives: Readonly<Record<string, string>>;
  /** keys of keyframes without sides that answer a body which can't do this one, the closest first: with a prop, then easier */
  readonly answeredBy: readonly string[];
}

export type Position = 'kneeling' | 'all-fours' | 'standing' | 'sitting' | 'lying' | 'inverted-v';

/** `one-then-other`: the pose has a leading side, and a step does both */
export type Sides = 'both-together' | 'one-then-other';

export type Form = { readonly kind: 'hold'; readonly shape: ShapeSource } | Cycle;

/** A pose that moves: to and fro between two keyframes, from `home` and back to it. */
export interface Cycle {
  readonly kind: 'cycle';
  /** keyframe keys without side, or with `@right` / `@left` when the cycle itself changes sides */
  readonly home: string;
  /** reached on the in-breath */
  readonly in: string;
  /** reached on the out-breath */
  readonly out: string;
  /**
   * `breath`: `in` takes the in-breath and `out` the out-breath.
   * `half-breath`: each takes half the time of a breath, so that both get the same.
   * Either way one round takes one breath.
   */
  readonly pace: 'breath' | 'half-breath';
}

/**
 * A variation that is a pose of its own, described in its own file and offered here too. What the variation says itself (its words,
 * reach, cautions, character) stands over what that pose says; both poses have sides, or neither has.
 */
export interface AnotherPose {
  readonly kind: 'pose';
  /** id of a pose that is practised */
  readonly pose: string;
}

export interface BreathCount {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** what the person is told is counted */
  readonly counted: 'breaths' | 'rounds';
}

/**
 * Lines may carry `{side}`, `{other}`, `{Side}`, `{Other}` (the leading side and the other one; capitalised at a sentence's start)
 * and, in a cycle, `{breath}` (`in` or `out`).
 */
export interface Words {
  /** the one short line on the screen */
  readonly instruction: string;
  /** spoken during the hold, in order, spaced over it; the first on arrival */
  readonly there: readonly string[];
  /** how to breathe here */
  readonly breath: string;
  /** spoken at the start of each movement of a cycle: entry n in round n, silence after the last */
  readonly cycle?: { readonly in: readonly string[]; readonly out: readonly string[] };
}

/** A statement shown to people, with where it comes from. */
export interface Remark {
  readonly text: string;
  readonly source: SourceId;
}

export interface Easing extends Remark {
  /** a variation of this pose */
  readonly variation?: string;
  /** another pose that stands in for this one */
  readonly pose?: string;
}

/** A thing the person gets ready. Its size and place belong to the shape. */
export interface Need {
  readonly prop: PropKind;
  /** what to have ready and where, told before the practice begins */
  readonly ready: string;
}

/**
 * A way into a keyframe from another one. From a sided keyframe a sided one is reached on the same side, unless `from`
 * names `@left`: then it comes from the other side.
 */
export interface Way {
  readonly from: string;
  /** how long the movement takes */
  readonly seconds: number;
  /** spoken before the movement is made */
  readonly say: readonly string[];
  /** the same movement in reverse; absent when the mirror of this way already is the way back */
  readonly back?: { readonly seconds: number; readonly say: readonly string[] };
  /** hints for the solver */
  readonly path?: Path;
}

/**
 * Where to look from. Azimuth is the direction from the body to the camera around the vertical: 0 stands at the top of the mat
 * (world +x), 90 at its left edge (+y), -90 at its right edge. Elevation 0 is level, 90 from above.
 */
export interface Camera {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
}

/** an id of content/sources.yaml */
export type SourceId = string;
