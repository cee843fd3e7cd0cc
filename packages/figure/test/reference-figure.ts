import { buildHalfFigure } from '../src/figure.ts';
import { mirrorHalf } from '../src/mesh.ts';
import { referenceBody, TEST_CELL_M } from './reference-body.ts';

/** The bare figure of the reference body: built once for all the tests that look at it, which leave it as it is. */
export const referenceHalf = buildHalfFigure(referenceBody, TEST_CELL_M);
export const referenceSkin = mirrorHalf(referenceHalf);
