import * as v from 'valibot';
import { propKinds } from './shape.ts';

/** Valibot schemas of `shape:` and `path:` in a pose file; they parse to `ShapeSource` and `Path` of shape.ts. */

const name = v.pipe(v.string(), v.minLength(1));
const lengthM = v.pipe(v.number(), v.minValue(-3), v.maxValue(3));
const angleDeg = v.pipe(v.number(), v.minValue(-360), v.maxValue(360));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const tier = v.picklist(['must', 'aim']);
const hold = v.picklist(['firm', 'plain', 'loose']);
const face = v.picklist(['front', 'back', 'up', 'down', 'inner', 'outer', 'left', 'right']);
const heading = v.picklist(['forward', 'backward', 'up', 'down', 'left', 'right', 'outward', 'inward']);
const vector = v.tuple([v.number(), v.number(), v.number()]);

const contactWish = v.strictObject({
  patch: name,
  on: v.exactOptional(name),
  tier: v.exactOptional(tier),
  faces: v.exactOptional(v.boolean()),
  raisedM: v.exactOptional(lengthM),
  group: v.exactOptional(name),
});

const touchWish = v.strictObject({
  from: name,
  to: name,
  distanceM: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
  atMost: v.exactOptional(v.boolean()),
  tier: v.exactOptional(tier),
  group: v.exactOptional(name),
});

const spacingWish = v.strictObject({
  from: name,
  to: name,
  along: v.picklist(['forward', 'left', 'up']),
  distanceM: lengthM,
  hold: v.exactOptional(hold),
  group: v.exactOptional(name),
});

const placeWish = v.strictObject({
  point: name,
  xM: v.exactOptional(lengthM),
  yM: v.exactOptional(lengthM),
  zM: v.exactOptional(lengthM),
  hold: v.exactOptional(hold),
  group: v.exactOptional(name),
});

const facingWish = v.strictObject({
  segment: name,
  face,
  towards: v.union([heading, vector, v.strictObject({ segment: name, face })]),
  hold: v.exactOptional(hold),
  group: v.exactOptional(name),
});

const angleWish = v.union([angleDeg, v.strictObject({ deg: angleDeg, hold: v.exactOptional(hold) })]);

const spineWish = v.strictObject({
  flexionDeg: v.exactOptional(angleDeg),
  sideBendDeg: v.exactOptional(angleDeg),
  rotationDeg: v.exactOptional(angleDeg),
  hold: v.exactOptional(hold),
});

const shoulderWish = v.strictObject({
  elevationDeg: angleDeg,
  planeDeg: angleDeg,
  rotationDeg: angleDeg,
  hold: v.exactOptional(hold),
});

const startWish = v.strictObject({
  heightM: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
  headwards: v.union([heading, vector]),
  front: v.union([heading, vector]),
  xM: v.exactOptional(lengthM),
  yM: v.exactOptional(lengthM),
});

const sizeM = v.pipe(v.number(), v.minValue(0.01), v.maxValue(3));

const heightRange = v.pipe(
  v.strictObject({ from: sizeM, to: sizeM }),
  v.check(({ from, to }) => from < to, 'The lower height comes first: `from` must be less than `to`.'),
);

const propWish = v.strictObject({
  name,
  kind: v.picklist(propKinds),
  sizeM: v.tuple([sizeM, sizeM, sizeM]),
  surfaceM: v.exactOptional(v.union([sizeM, heightRange])),
  at: v.union([
    v.strictObject({ xM: lengthM, yM: lengthM }),
    v.strictObject({ under: v.array(name) }),
    v.strictObject({ asIn: name }),
  ]),
  yawDeg: v.exactOptional(angleDeg),
});

const leeway = v.pipe(
  v.strictObject({
    lengthM: v.exactOptional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
    angleDeg: v.exactOptional(v.pipe(v.number(), v.gtValue(0), v.maxValue(180))),
  }),
  v.check((l) => l.lengthM !== undefined || l.angleDeg !== undefined, 'Say how far: `lengthM`, `angleDeg` or both.'),
);

export const shapeSchema = v.strictObject({
  like: v.exactOptional(name),
  without: v.exactOptional(v.array(name)),
  symmetric: v.exactOptional(v.boolean()),
  start: v.exactOptional(startWish),
  contacts: v.exactOptional(v.array(contactWish)),
  touches: v.exactOptional(v.array(touchWish)),
  spacings: v.exactOptional(v.array(spacingWish)),
  places: v.exactOptional(v.array(placeWish)),
  facings: v.exactOptional(v.array(facingWish)),
  anchors: v.exactOptional(v.array(v.strictObject({ patches: v.array(name), of: name }))),
  angles: v.exactOptional(v.record(name, angleWish)),
  spine: v.exactOptional(spineWish),
  neck: v.exactOptional(spineWish),
  shoulders: v.exactOptional(v.record(v.picklist(['shoulder', 'shoulder.left', 'shoulder.right']), shoulderWish)),
  balance: v.exactOptional(
    v.strictObject({ over: v.array(name), marginM: v.pipe(v.number(), v.minValue(-0.1), v.maxValue(0.3)) }),
  ),
  givesWay: v.exactOptional(v.array(name)),
  givesAtMost: v.exactOptional(v.record(name, leeway)),
  props: v.exactOptional(v.array(propWish)),
});

const move = v.pipe(
  v.strictObject({
    patch: name,
    from: fraction,
    to: fraction,
    liftM: v.pipe(v.number(), v.minValue(0), v.maxValue(0.5)),
  }),
  v.check((m) => m.from < m.to, 'A move begins before it ends: `from` must be less than `to`.'),
);

export const pathSchema = v.strictObject({
  free: v.exactOptional(v.array(name)),
  moves: v.exactOptional(v.array(move)),
  via: v.exactOptional(v.array(v.strictObject({ at: fraction, shape: shapeSchema }))),
});
