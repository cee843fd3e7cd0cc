import type { Body } from '@sacra/body';
import { measureClip, type ClipMeasure, type ShapeMeasure, type SolvedClip, type SolvedKeyframe } from '@sacra/solve';

/** What was measured of every keyframe and clip, for people to read and laws to check. */
export interface AtlasReport {
  readonly keyframes: Readonly<Record<string, ShapeMeasure & { readonly iterations: number }>>;
  readonly clips: Readonly<Record<string, ClipMeasure & { readonly frameCount: number }>>;
}

/** The laws of an atlas: the most that may be, millimetres and degrees. */
export const laws = {
  keyframe: { mustResidualMm: 2, belowMatMm: 2, overlapMm: 3, pastShoulderDeg: 0.2 },
  clip: { slipMm: 1, largestStepDeg: 4, belowMatMm: 3, overlapMm: 4, arrivalDeg: 0.5 },
} as const;

export function atlasReport(
  body: Body,
  keyframes: ReadonlyMap<string, SolvedKeyframe>,
  clips: ReadonlyMap<string, SolvedClip>,
): AtlasReport {
  return {
    keyframes: Object.fromEntries(
      [...keyframes].map(([key, { measure, iterations }]) => [key, { ...measure, iterations }]),
    ),
    clips: Object.fromEntries(
      [...clips].map(([way, clip]) => [way, { ...measureClip(body, clip), frameCount: clip.frameCount }]),
    ),
  };
}

/** A sentence for every keyframe or clip and law that it doesn't keep. */
export function brokenLaws(report: AtlasReport): string[] {
  return [...broken('keyframe', report.keyframes, laws.keyframe), ...broken('way', report.clips, laws.clip)];
}

function broken<Law extends string>(
  what: string,
  measures: Readonly<Record<string, Readonly<Record<NoInfer<Law>, number>>>>,
  most: Readonly<Record<Law, number>>,
): string[] {
  return Object.entries(measures).flatMap(([name, measure]) =>
    (Object.keys(most) as Law[])
      .filter((law) => !(measure[law] <= most[law]))
      .map((law) => `${what} ${name}: ${law} is ${measure[law].toFixed(2)}, may be ${most[law]}`),
  );
}
