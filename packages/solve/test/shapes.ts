import { expandPaired } from '@sacra/body';
import { resolveShape, type Shape, type ShapeSource } from '@sacra/pose';

/** A shape as content would write it, with nothing left to look up. */
export const shapeFrom = (source: ShapeSource): Shape =>
  resolveShape(source, () => undefined, { isPaired: (name) => expandPaired(name).length === 2 });

const handsAndKnees: ShapeSource = {
  symmetric: true,
  start: { heightM: 0.5, headwards: 'forward', front: 'down' },
  contacts: [{ patch: 'palm' }, { patch: 'knee' }, { patch: 'foot-top' }],
  spacings: [{ from: 'palm-centre', to: 'knee', along: 'forward', distanceM: 0.5 }],
  places: [{ point: 'palm-centre', yM: 0.17 }],
  angles: { 'elbow.flexion': 4, 'wrist.flexion': -75, 'hip.flexion': 90, 'knee.flexion': 90, 'forearm.pronation': 80 },
  spine: { flexionDeg: 0 },
  shoulders: { shoulder: { elevationDeg: 85, planeDeg: 85, rotationDeg: 0 } },
  balance: { over: ['palm', 'knee'], marginM: 0.03 },
  givesWay: ['wrists', 'elbows', 'stance', 'hips', 'knees', 'spine'],
};

/** Shapes to try the solver on that no change of content can take away. */
export const shapes = {
  handsAndKnees: shapeFrom(handsAndKnees),
  /** The right arm reaches out to its side; all else stays. */
  armOut: shapeFrom({
    ...handsAndKnees,
    symmetric: false,
    contacts: [{ patch: 'palm.left' }, { patch: 'knee' }, { patch: 'foot-top' }],
    spacings: [],
    places: [
      { point: 'palm-centre.left', xM: 0.3, yM: 0.17 },
      { point: 'palm-centre.right', yM: -0.6, zM: 0.6 },
    ],
    spine: { flexionDeg: 0, rotationDeg: -20, sideBendDeg: 0 },
    shoulders: {
      'shoulder.left': { elevationDeg: 85, planeDeg: 85, rotationDeg: 0 },
      'shoulder.right': { elevationDeg: 80, planeDeg: 10, rotationDeg: 0 },
    },
    balance: { over: ['palm.left', 'knee'], marginM: 0.01 },
  }),
  standing: shapeFrom({
    symmetric: true,
    start: { heightM: 0.9, headwards: 'up', front: 'forward' },
    contacts: [{ patch: 'sole' }],
    places: [{ point: 'ankle-centre', xM: 0, yM: 0.1 }],
    angles: { 'knee.flexion': 2 },
    spine: { flexionDeg: 0 },
    balance: { over: ['sole'], marginM: 0.03 },
    givesWay: ['spine', 'knees', 'stance'],
  }),
} as const;

export const noAnchors = (): never => {
  throw new Error('no anchors in this shape');
};
