import { createBody, type BodyTables, type Person } from '@sacra/body';
import { keyframeOf, type Catalogue, type KeyframeKey } from '@sacra/pose';
import { catalogueSolver, fitOf, type Because, type Keyframes, type ShapeMeasure } from '@sacra/solve';

/** How one keyframe comes out on one person's body. */
export interface Verdict {
  readonly key: KeyframeKey;
  /** `prop` and `easier`: another keyframe answers it, with a prop or as something easier. `none`: nothing answers it. */
  readonly outcome: 'as-written' | 'prop' | 'easier' | 'none';
  readonly shown?: KeyframeKey;
  /** Of the keyframe that is shown; where nothing is, of the one that was tried. */
  readonly measure: Measures;
  readonly because?: Because;
}

type Measures = Pick<ShapeMeasure, 'mustResidualMm' | 'belowMatMm' | 'overlapMm' | 'pastRangeDeg'>;

/** Tries keyframes on a person's body. @param reference the keyframes of the reference body */
export function judge(
  person: Person,
  tables: BodyTables,
  catalogue: Catalogue,
  reference: Keyframes,
  keys: readonly KeyframeKey[],
): Verdict[] {
  const solver = catalogueSolver(createBody(person, tables), catalogue, reference);
  return keys.map((key): Verdict => {
    const fit = fitOf(solver, key);
    const { measure } = solver.keyframe(fit.shown ?? key);
    const outcome =
      fit.shown === undefined ? 'none' : fit.shown === key ? 'as-written' : answerKind(catalogue, fit.shown);
    return {
      key,
      outcome,
      measure: measuresOf(measure),
      ...(fit.shown !== undefined && fit.shown !== key && { shown: fit.shown }),
      ...(fit.because && { because: fit.because }),
    };
  });
}

function answerKind(catalogue: Catalogue, key: KeyframeKey): 'prop' | 'easier' {
  const { pose, variation } = keyframeOf(catalogue, key);
  const needs = variation?.needs ?? (pose.purpose === 'practice' ? pose.needs : []);
  return needs.length > 0 ? 'prop' : 'easier';
}

const measuresOf = ({ mustResidualMm, belowMatMm, overlapMm, pastRangeDeg }: ShapeMeasure): Measures => ({
  mustResidualMm,
  belowMatMm,
  overlapMm,
  pastRangeDeg,
});
