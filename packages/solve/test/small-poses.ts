import { createCatalogue, type Bodies, type Catalogue, type Passage, type ShapeSource } from '@sacra/pose';

/** A pose that holds a shape, as short as one can be. */
function passage(id: string, shape: ShapeSource, change: Partial<Passage> = {}): Passage {
  return {
    id,
    names: { english: id },
    position: 'kneeling',
    purpose: 'passage',
    sides: 'both-together',
    form: { kind: 'hold', shape },
    words: { instruction: id, there: [], breath: 'Breathe.' },
    variations: [],
    ways: [],
    camera: { azimuthDeg: 0, elevationDeg: 0 },
    bodies: { gives: {}, answeredBy: [] },
    sources: [],
    ...change,
  };
}

const variation = (id: string, shape: ShapeSource, bodies: Bodies = { gives: {}, answeredBy: [] }) => ({
  id,
  form: { kind: 'hold', shape } as const,
  words: {},
  needs: [],
  ways: [],
  bodies,
});

const kneeling: ShapeSource = {
  symmetric: true,
  start: { heightM: 0.25, headwards: 'up', front: 'forward' },
  contacts: [{ patch: 'knee' }, { patch: 'foot-top' }],
  touches: [{ from: 'sit-bone', to: 'heel-back', distanceM: 0.08, atMost: true, tier: 'aim', group: 'seat' }],
  spacings: [{ from: 'knee.left', to: 'knee.right', along: 'left', distanceM: 0.2 }],
  places: [{ point: 'knee', xM: 0.3 }],
  facings: [{ segment: 'pelvis', face: 'up', towards: 'up' }],
  angles: { 'hip.flexion': 70, 'knee.flexion': 150, 'ankle.dorsiflexion': -58 },
  spine: { flexionDeg: 0 },
  givesWay: ['seat', 'ankles', 'hips', 'knees', 'stance', 'facing', 'spine'],
  givesAtMost: { seat: { lengthM: 0.1 } },
};

const seat = { name: 'seat', kind: 'cushion', sizeM: [0.3, 0.4, 0.1] } as const;
const underSeat = { under: ['sit-bone.left', 'sit-bone.right'] } as const;

/**
 * Sitting on the heels, with a cushion of a height to be chosen and a flat one; the same with nothing that answers it; a hand that reaches
 * up; and a bend that hamstrings decide about.
 */
export const smallPoses: Catalogue = createCatalogue([
  passage('on-heels', kneeling, {
    bodies: { gives: {}, answeredBy: ['on-heels/flat', 'on-heels/cushion'] },
    variations: [
      variation('flat', {
        without: ['sit-bone'],
        props: [{ ...seat, surfaceM: 0.19, at: underSeat }],
        contacts: [{ patch: 'sit-bone', on: 'seat' }],
      }),
      variation('cushion', {
        without: ['sit-bone'],
        props: [{ ...seat, surfaceM: { from: 0.15, to: 0.45 }, at: underSeat }],
        contacts: [{ patch: 'sit-bone', on: 'seat' }],
      }),
    ],
  }),
  passage('on-heels-alone', kneeling),
  passage(
    'reach-up',
    {
      like: 'on-heels-alone',
      symmetric: false,
      without: ['sit-bone'],
      anchors: [{ patches: ['knee', 'foot-top'], of: 'on-heels-alone' }],
      places: [{ point: 'palm-centre.right', yM: -0.4, zM: 1.55, group: 'reach' }],
      givesWay: ['ankles', 'hips', 'knees', 'stance', 'facing', 'spine', 'shoulders', 'reach'],
      givesAtMost: { shoulders: { angleDeg: 45 } },
      angles: { 'hip.flexion': 20, 'knee.flexion': 95 },
      shoulders: { 'shoulder.right': { elevationDeg: 150, planeDeg: 10, rotationDeg: 0 } },
      spine: { flexionDeg: 0, sideBendDeg: 0, rotationDeg: 0 },
    },
    { sides: 'one-then-other', bodies: { gives: {}, answeredBy: ['reach-low'] } },
  ),
  passage(
    'reach-low',
    {
      like: 'reach-up',
      places: [{ point: 'palm-centre.right', yM: -0.6, zM: 0.7, group: 'reach' }],
      shoulders: { 'shoulder.right': { elevationDeg: 60, planeDeg: 10, rotationDeg: 0 } },
    },
    { sides: 'one-then-other' },
  ),
  passage('bend-forward', {
    symmetric: true,
    start: { heightM: 0.9, headwards: 'forward', front: 'down' },
    contacts: [{ patch: 'sole' }],
    places: [{ point: 'ankle-centre', xM: 0, yM: 0.1 }],
    facings: [{ segment: 'pelvis', face: 'front', towards: 'down' }],
    angles: { 'hip.flexion': 90, 'knee.flexion': 4 },
    spine: { flexionDeg: 0 },
    balance: { over: ['sole'], marginM: 0.02 },
    givesWay: ['ankles', 'knees', 'hips', 'facing', 'stance', 'spine'],
  }),
]);
