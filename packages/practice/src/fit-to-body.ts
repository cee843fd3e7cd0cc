import { doingOf, keyframesNeeded, keyframeOf, parseKey, type Catalogue } from '@sacra/pose';
import type { Step } from './practice.ts';
import { stepAs } from './step-as.ts';

/** How a keyframe comes out on a body (an `AtlasFit` of @sacra/solve is one). */
export interface KeyframeFit {
  /** The keyframe that is shown: the one asked for, or the one that answers this body; absent when none does. */
  readonly shown?: string;
  /** Groups of the shown shape that gave way, the furthest first. */
  readonly gaveWay: readonly string[];
}

/** Undefined when it isn't known yet. */
export type FitOf = (keyframe: string) => KeyframeFit | undefined;

/** How a step comes out on a body. `gives`: sentences of the pose's own for what gave way. */
export type StepFit =
  | { readonly kind: 'as-written'; readonly gives: readonly string[] }
  /** The body can't do it as written: `step` answers it, with a prop or easier. `unfit` is the keyframe that asked for it. */
  | { readonly kind: 'answered'; readonly step: Step; readonly unfit: string; readonly gives: readonly string[] }
  /** Nothing in the catalogue answers it: it stays as written. */
  | { readonly kind: 'unanswered'; readonly unfit: string };

/**
 * Whether a body can do a step as it is written, and what answers it otherwise. Undefined while a fit that decides isn't known.
 *
 * @param canPlay which steps may answer; all may when it isn't given
 */
export function fitStep(
  catalogue: Catalogue,
  step: Step,
  fitOf: FitOf,
  canPlay: (step: Step) => boolean = () => true,
): StepFit | undefined {
  const unfit = firstUnfit(catalogue, step, fitOf);
  if (unfit === 'unknown') return undefined;
  if (unfit === undefined) return { kind: 'as-written', gives: givesOf(catalogue, step, fitOf) };
  for (const answer of answersTo(catalogue, step, unfit, fitOf).filter(canPlay)) {
    const also = firstUnfit(catalogue, answer, fitOf);
    if (also === 'unknown') return undefined;
    if (also === undefined) return { kind: 'answered', step: answer, unfit, gives: givesOf(catalogue, answer, fitOf) };
  }
  return { kind: 'unanswered', unfit };
}

/** The keyframes that a step is done in, on all its sides. */
export function keyframesOfStep(catalogue: Catalogue, { pose, variation, sides }: Step): string[] {
  return sides.flatMap((side) => keyframesNeeded(doingOf(catalogue, pose, variation, side)));
}

function firstUnfit(catalogue: Catalogue, step: Step, fitOf: FitOf): string | 'unknown' | undefined {
  for (const key of keyframesOfStep(catalogue, step)) {
    const fit = fitOf(key);
    if (fit === undefined) return 'unknown';
    if (fit.shown !== key) return key;
  }
  return undefined;
}

/** Steps in place of one whose keyframe doesn't fit: first what the solver shows for it, then what the pose itself names. */
function answersTo(catalogue: Catalogue, step: Step, unfit: string, fitOf: FitOf): Step[] {
  const pose = catalogue.poses.get(step.pose);
  const variation = pose?.variations.find(({ id }) => id === step.variation);
  const shown = fitOf(unfit)?.shown;
  const keys = [...(shown === undefined ? [] : [shown]), ...((variation?.bodies ?? pose?.bodies)?.answeredBy ?? [])];
  const steps = keys.flatMap((key): Step[] => {
    const parts = parseKey(key);
    const answer = parts && catalogue.poses.get(parts.pose);
    if (answer?.purpose !== 'practice') return [];
    return [stepAs(catalogue, step, { pose: answer.id, variation: parts?.variation ?? null })];
  });
  return steps.filter(({ pose: id, variation: one }) => id !== step.pose || one !== step.variation);
}

/** What the poses say about the groups that gave way, each sentence once. */
function givesOf(catalogue: Catalogue, step: Step, fitOf: FitOf): string[] {
  const sentences = keyframesOfStep(catalogue, step).flatMap((key) => {
    const { pose, variation } = keyframeOf(catalogue, key);
    const gives = { ...pose.bodies.gives, ...variation?.bodies?.gives };
    return (fitOf(key)?.gaveWay ?? []).flatMap((group) => {
      const sentence = gives[group] ?? gives[group.replace(/\.(left|right)$/, '')];
      return sentence === undefined ? [] : [sentence];
    });
  });
  return [...new Set(sentences)];
}
