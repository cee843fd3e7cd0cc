import { createState, forwardKinematics, mirrorName, type Body, type BodyState } from '@sacra/body';
import { bindConfiguration } from './bind.ts';
import { correctSurface } from './correct-surface.ts';
import { placeParts } from './field.ts';
import { figureParts } from './figure-parts.ts';
import { enclosedVolume, mirrorHalf, type FigureShape, type HalfFigure } from './mesh.ts';
import { surfaceNets } from './nets.ts';
import { projectToSurface } from './project.ts';
import { proportionsOf, type Proportions } from './proportions.ts';
import { skinWeights } from './weights.ts';

/** Density of a living body, breath half in: kilograms a litre. */
export const BODY_DENSITY_KG_PER_L = 1.01;

/** Builds the whole bare figure of a body from cells of `cellM` metres (0.004 shows toes and lips; 0.012 is a sketch). */
export function buildFigure(body: Body, cellM: number): FigureShape {
  return mirrorHalf(buildHalfFigure(body, cellM));
}

/** The half with y ≥ 0, which is all that need be simplified, stored and sent. */
export function buildHalfFigure(body: Body, cellM: number): HalfFigure {
  const bind = bindState(body);
  const proportions = fittedProportions(body, bind);
  const placed = placeParts(figureParts(proportions), bind);
  const surface = surfaceNets(placed, cellM);
  const normals = projectToSurface(placed, surface.positions, cellM);
  const mirrorSegments = mirrorSegmentsOf(body);
  return {
    positions: surface.positions,
    indices: surface.indices,
    normals,
    ...skinWeights(body, placed, surface, mirrorSegments),
    mirrorSegments,
  };
}

/** The half figure of a body, as it was built or simplified, with the corrections that its skinning needs. */
export function correctFigure(body: Body, half: HalfFigure): HalfFigure {
  const bind = bindState(body);
  const proportions = fittedProportions(body, bind);
  return { ...half, corrections: correctSurface(body, proportions, bind, half) };
}

/** The segments in the bind pose. */
export function bindState(body: Body): BodyState {
  const state = createState(body);
  forwardKinematics(body, bindConfiguration(body), state);
  return state;
}

/**
 * The measures with which a body's figure weighs what the person weighs.
 *
 * @internal seen by the tests
 */
export const fittedProportions = (body: Body, bind: BodyState): Proportions => {
  const softness = knownSoftness.get(body) ?? fittingSoftness(body, bind);
  knownSoftness.set(body, softness);
  return proportionsOf(body, softness);
};

/** What was found for a body, which takes longer than a coarse figure of it. */
const knownSoftness = new WeakMap<Body, number>();

const SKETCH_CELL_M = 0.018;

/**
 * The softness with which the enclosed volume times the density is the body's mass, by secant steps on coarse meshes.
 * Bounded to 0.8…1.3, beyond which limbs lose their shape.
 */
function fittingSoftness(body: Body, bind: BodyState): number {
  const excessKg = (softness: number): number => {
    const placed = placeParts(figureParts(proportionsOf(body, softness)), bind);
    const { positions, indices } = surfaceNets(placed, SKETCH_CELL_M);
    projectToSurface(placed, positions, SKETCH_CELL_M);
    // the seam closes the half: its cap lies in the plane y = 0 and adds nothing
    return 2000 * enclosedVolume(positions, indices) * BODY_DENSITY_KG_PER_L - body.person.massKg;
  };
  let [lower, upper] = [1, 1.06];
  let [atLower, atUpper] = [excessKg(lower), excessKg(upper)];
  for (let step = 0; step < 3 && Math.abs(atUpper) > 0.003 * body.person.massKg; step++) {
    const next = Math.min(1.3, Math.max(0.8, upper - (atUpper * (upper - lower)) / (atUpper - atLower)));
    [lower, atLower] = [upper, atUpper];
    upper = next;
    atUpper = excessKg(upper);
    if (upper === lower) break;
  }
  return upper;
}

function mirrorSegmentsOf(body: Body): Uint8Array {
  const indexByName = new Map(body.segments.map(({ name }, index) => [name, index]));
  return Uint8Array.from(body.segments, ({ name }) => indexByName.get(mirrorName(name))!);
}
