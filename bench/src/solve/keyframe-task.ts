import { createState, expandPaired, forwardKinematics, pointToWorld, type Configuration } from '@sacra/body';
import { keyframeOf, resolveShape, shapeOf, withoutSide, type Shape } from '@sacra/pose';
import {
  lengthScale,
  solveKeyframe,
  standAsElsewhere,
  type AnchorLookup,
  type CatalogueSolver,
  type SolvedKeyframe,
} from '@sacra/solve';

/** One keyframe, ready to be solved again and again: its shape is resolved, and what it rests on in others stands. */
export interface KeyframeTask {
  readonly key: string;
  readonly shape: Shape;
  readonly anchors: AnchorLookup;
  solve(warm?: Configuration): SolvedKeyframe;
}

/** A task for each keyframe of the solver's catalogue, on its body. Places and things of other keyframes are asked of it. */
export function keyframeTasks(solver: CatalogueSolver): KeyframeTask[] {
  const { body, catalogue } = solver;
  const known = (key: string): SolvedKeyframe =>
    solver.keyframe(catalogue.keyframes.has(key) ? key : `${withoutSide(key)}@right`);
  const names = { isPaired: (name: string): boolean => expandPaired(name).length === 2 };
  const anchors = anchorPlaces(solver, known);
  return [...catalogue.keyframes.keys()].map((key) => {
    const written = resolveShape(keyframeOf(catalogue, key).shape, (other) => shapeOf(catalogue, other), names);
    const shape = standAsElsewhere(written, lengthScale(body), known);
    return {
      ...{ key, shape, anchors },
      solve: (warm) => solveKeyframe(body, key, shape, anchors, warm && { warm }),
    };
  });
}

function anchorPlaces({ body }: CatalogueSolver, known: (key: string) => SolvedKeyframe): AnchorLookup {
  const state = createState(body);
  return (of, patchName) => {
    const patch = body.patches.get(patchName);
    if (patch === undefined) throw new Error(`the body has no ${patchName}, which is asked of ${of}`);
    forwardKinematics(body, known(of).q, state);
    return patch.landmarks.map((name) => {
      const landmark = body.landmarks.get(name);
      if (landmark === undefined) throw new Error(`${patchName} names ${name}, which the body does not have`);
      return pointToWorld(state, landmark.segment, landmark.positionM);
    });
  };
}
