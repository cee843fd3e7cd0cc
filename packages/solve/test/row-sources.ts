import { hingeByName, landmarkByName, segmentByName, shoulderFromAngles, type Body } from '@sacra/body';
import { normalise } from '@sacra/geometry';
import { matLimit } from '../src/limit/mat.ts';
import { selfCollisionLimit } from '../src/limit/self-collision.ts';
import { shoulderLimit } from '../src/limit/shoulder-range.ts';
import { twoJointLimit } from '../src/limit/two-joint.ts';
import { angleObjective } from '../src/objective/angle.ts';
import { balanceObjective } from '../src/objective/balance.ts';
import { chosenHeightObjective, type RestingPoint } from '../src/objective/chosen-height.ts';
import { contactObjective } from '../src/objective/contact.ts';
import { evennessObjective } from '../src/objective/evenness.ts';
import { facingObjective } from '../src/objective/facing.ts';
import { nearnessObjective } from '../src/objective/nearness.ts';
import { placeObjective } from '../src/objective/place.ts';
import { shoulderObjective } from '../src/objective/shoulder.ts';
import { spacingObjective } from '../src/objective/spacing.ts';
import { touchObjective } from '../src/objective/touch.ts';
import { patchPoints } from '../src/problem.ts';
import type { RowSource } from '../src/row-source.ts';
import { configurationFrom } from './random-bodies.ts';

const resting = (body: Body): RestingPoint[] =>
  patchPoints(body, 'sole.left').map((point, i) => ({ ...point, toleranceM: 0.01 * (i + 1), softens: i > 0 }));

/** A source of every kind there is, by name, on any body. One source a file of `src/objective` and `src/limit`; a test counts them. */
export const rowSources: Readonly<Record<string, { readonly file: string; make(body: Body): RowSource }>> = {
  'muscles over two joints, shorter than most': {
    file: 'two-joint',
    make: (body) =>
      twoJointLimit(
        body,
        body.couplings.map((coupling) => ({ ...coupling, reachRad: coupling.reachRad - 1.2 })),
      ),
  },
  'contact with the mat': {
    file: 'contact',
    make: (body) => contactObjective(patchPoints(body, 'sole.left'), { normal: [0, 0, 1], offsetM: 0.02 }, 0.004, true),
  },
  'contact with a leaning wall': {
    file: 'contact',
    make: (body) =>
      contactObjective(
        patchPoints(body, 'palm.right'),
        { normal: normalise([-3, 1, 0.5]), offsetM: -0.3 },
        0.01,
        false,
      ),
  },
  'rest on a surface that is built up as high as it takes': {
    file: 'chosen-height',
    make: (body) => chosenHeightObjective(resting(body), { from: -5, to: 5 }),
  },
  'rest on a surface that is built up no higher': {
    file: 'chosen-height',
    make: (body) => chosenHeightObjective(resting(body), { from: -6, to: -5 }),
  },
  'place, one coordinate free': {
    file: 'place',
    make: (body) => placeObjective(landmarkByName(body, 'ankle-centre.left'), [0.3, null, 0.1], 0.01, true),
  },
  spacing: {
    file: 'spacing',
    make: (body) =>
      spacingObjective(
        landmarkByName(body, 'palm-centre.left'),
        landmarkByName(body, 'ankle-centre.right'),
        0,
        1,
        0.02,
      ),
  },
  'touch at a distance': {
    file: 'touch',
    make: (body) =>
      touchObjective(
        landmarkByName(body, 'palm-centre.left'),
        landmarkByName(body, 'knee-outer.right'),
        0.05,
        false,
        0.01,
      ),
  },
  'touch, no further than': {
    file: 'touch',
    make: (body) =>
      touchObjective(landmarkByName(body, 'palm-centre.left'), landmarkByName(body, 'toe-tip.left'), 0.05, true, 0.01),
  },
  'touch, points that coincide': {
    file: 'touch',
    make: (body) =>
      touchObjective(
        landmarkByName(body, 'palm-centre.left'),
        landmarkByName(body, 'palm-centre.right'),
        0,
        false,
        0.01,
      ),
  },
  'facing a direction': {
    file: 'facing',
    make: (body) =>
      facingObjective({ segment: segmentByName(body, 'hand.left'), local: [0, -1, 0] }, normalise([1, 2, -2]), 0.1),
  },
  'facing another segment': {
    file: 'facing',
    make: (body) =>
      facingObjective(
        { segment: segmentByName(body, 'hand.left'), local: [0, -1, 0] },
        { segment: segmentByName(body, 'shank.left'), local: [1, 0, 0] },
        0.1,
      ),
  },
  'angles of hinges': {
    file: 'angle',
    make: (body) =>
      angleObjective(
        ['knee.flexion.left', 'hip.abduction.right', 'lumbosacral.rotation'].map((name, i) => {
          const { qIndex, vIndex } = hingeByName(body, name);
          return { qIndex, vIndex, angleRad: 0.3 * i, toleranceRad: 0.05 + 0.1 * i };
        }),
      ),
  },
  'turn of a shoulder': {
    file: 'shoulder',
    make: (body) =>
      shoulderObjective(
        body.joints.flatMap((joint) =>
          joint.kind === 'ball'
            ? [
                {
                  qIndex: joint.qIndex,
                  vIndex: joint.vIndex,
                  rotation: shoulderFromAngles(joint.side, {
                    elevationRad: 1,
                    planeRad: 0.7,
                    externalRotationRad: -0.4,
                  }),
                  toleranceRad: 0.1,
                },
              ]
            : [],
        ),
      ),
  },
  'evenness of the spine': {
    file: 'evenness',
    make: (body) =>
      evennessObjective(
        ['lumbosacral', 'lumbar-middle', 'lumbar-upper'].map((name, i) => {
          const { qIndex, vIndex } = hingeByName(body, `${name}.flexion`);
          return { qIndex, vIndex, share: 0.7 + 0.3 * i };
        }),
        0.1,
      ),
  },
  'nearness to a configuration': {
    file: 'nearness',
    make: (body) => {
      const near = nearnessObjective(body, { jointRad: 0.1, rootRad: 0.2, rootM: 0.05 });
      near.target = configurationFrom(body, 5);
      return near;
    },
  },
  'balance over hands and feet': {
    file: 'balance',
    make: (body) =>
      balanceObjective(
        // Far from one another: the derivative along a short edge drowns in rounding.
        ['palm-centre.left', 'palm-centre.right', 'heel.left', 'heel.right'].map((name) => landmarkByName(body, name)),
        0.05,
      ),
  },
  mat: { file: 'mat', make: (body) => matLimit(body) },
  'range of the shoulders': { file: 'shoulder-range', make: (body) => shoulderLimit(body) },
  'self-collision': { file: 'self-collision', make: (body) => selfCollisionLimit(body) },
};
