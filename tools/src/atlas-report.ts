import type { Body } from '@sacra/body';
import { measureClip, type ClipMeasure, type ShapeMeasure, type SolvedPiece } from '@sacra/solve';

/** What was measured of every keyframe and clip, for people to read and laws to check. */
export interface AtlasReport {
  readonly keyframes: Readonly<Record<string, ShapeMeasure & { readonly iterations: number }>>;
  readonly clips: Readonly<Record<string, ClipMeasure>>;
}

/** The laws of an atlas: the most that may be, millimetres and degrees. */
export const laws = {
  keyframe: { mustResidualMm: 2, belowMatMm: 2, overlapMm: 3, pastShoulderDeg: 0.2 },
  clip: { slipMm: 1, largestStepDeg: 4, belowMatMm: 3, overlapMm: 5, arrivalDeg: 0.5 },
} as const;

export function atlasReport(body: Body, pieces: readonly SolvedPiece[]): AtlasReport {
  return {
    keyframes: Object.fromEntries(
      pieces.flatMap((piece) => {
        if (piece.kind === 'clip') return [];
        const { key, measure, iterations } = piece.keyframe;
        return [[key, { ...measure, iterations }]];
      }),
    ),
    clips: Object.fromEntries(
      pieces.flatMap((piece) => (piece.kind === 'clip' ? [[piece.clip.way, measureClip(body, piece.clip)]] : [])),
    ),
  };
}

/** A sentence for every keyframe or clip and law that it doesn't keep. */
export const brokenLaws = ({ keyframes, clips }: AtlasReport): string[] => [
  ...Object.entries(keyframes).flatMap(([key, measure]) => broken(`keyframe ${key}`, measure, laws.keyframe)),
  ...Object.entries(clips).flatMap(([way, measure]) => brokenClipLaws(`way ${way}`, measure)),
];

export const brokenClipLaws = (name: string, measure: ClipMeasure): string[] => broken(name, measure, laws.clip);

function broken<Law extends string>(
  name: string,
  measure: Readonly<Record<NoInfer<Law>, number>>,
  most: Readonly<Record<Law, number>>,
): string[] {
  return (Object.keys(most) as Law[])
    .filter((law) => !(measure[law] <= most[law]))
    .map((law) => `${name}: ${law} is ${measure[law].toFixed(2)}, may be ${most[law]}`);
}
