import { createState, expandPaired, forwardKinematics, pointToWorld, type Body, type Configuration } from '@sacra/body';
import { keyframeOf, resolveShape, shapeOf, withoutSide, type Catalogue, type Shape } from '@sacra/pose';
import { solveKeyframe, type AnchorLookup, type SolvedKeyframe } from '@sacra/solve';

/** One keyframe, ready to be solved again and again: its shape is resolved, and what it is anchored to stands. */
export interface KeyframeTask {
  readonly key: string;
  readonly shape: Shape;
  readonly anchors: AnchorLookup;
  solve(warm?: Configuration): SolvedKeyframe;
}

/**
 * A task for each keyframe of the catalogue. Keyframes that others are anchored to must stand in `standing`.
 * @param standing the solved configuration of each keyframe on this body
 */
export function keyframeTasks(
  body: Body,
  catalogue: Catalogue,
  standing: ReadonlyMap<string, Configuration>,
): KeyframeTask[] {
  const names = { isPaired: (name: string): boolean => expandPaired(name).length === 2 };
  const anchors = anchorPlaces(body, standing);
  return [...catalogue.keyframes.keys()].map((key) => {
    const shape = resolveShape(keyframeOf(catalogue, key).shape, (other) => shapeOf(catalogue, other), names);
    return {
      ...{ key, shape, anchors },
      solve: (warm) => solveKeyframe(body, key, shape, anchors, warm && { warm }),
    };
  });
}

function anchorPlaces(body: Body, standing: ReadonlyMap<string, Configuration>): AnchorLookup {
  const state = createState(body);
  return (of, patchName) => {
    const q = standing.get(of) ?? standing.get(`${withoutSide(of)}@right`);
    const patch = body.patches.get(patchName);
    if (q === undefined || patch === undefined) throw new Error(`nothing stands at ${patchName} of ${of}`);
    forwardKinematics(body, q, state);
    return patch.landmarks.map((name) => {
      const landmark = body.landmarks.get(name);
      if (landmark === undefined) throw new Error(`${patchName} names ${name}, which the body does not have`);
      return pointToWorld(state, landmark.segment, landmark.positionM);
    });
  };
}
