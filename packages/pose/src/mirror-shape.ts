import type { Vec3 } from '@sacra/geometry';
import { mirrorKey } from './key.ts';
import type { Face, FacingWish, Heading, PropWish, Shape, SpineWish, StartWish } from './shape.ts';
import { swapSide } from './side.ts';

/**
 * The same shape with the other side leading, mirrored in the plane y = 0: paired names swap sides; y, yaw and the sideways and
 * turning movements of the trunk change their sign. Angles of limbs stay, since a positive angle means the same on both sides.
 * Twice is the identity.
 */
export function mirrorShape(shape: Shape): Shape {
  const { start, contacts, touches, spacings, places, facings, anchors, angles, spine, neck, shoulders, balance } =
    shape;
  return {
    ...shape,
    start: mirrorStart(start),
    contacts: contacts.map((wish) => ({ ...wish, patch: swapSide(wish.patch), ...grouped(wish) })),
    touches: touches.map((wish) => ({ ...wish, from: swapSide(wish.from), to: swapSide(wish.to), ...grouped(wish) })),
    spacings: spacings.map((wish) => ({
      ...wish,
      from: swapSide(wish.from),
      to: swapSide(wish.to),
      ...(wish.along === 'left' ? negated(wish, 'distanceM') : {}),
      ...grouped(wish),
    })),
    places: places.map((wish) => ({ ...wish, point: swapSide(wish.point), ...negated(wish, 'yM'), ...grouped(wish) })),
    facings: facings.map((wish) => ({
      ...wish,
      segment: swapSide(wish.segment),
      face: mirrorFace(wish.face),
      towards: mirrorTowards(wish.towards),
      ...grouped(wish),
    })),
    anchors: anchors.map(({ patches, of }) => ({ patches: patches.map(swapSide), of: mirrorKey(of) })),
    angles: mapEntries(angles, (joint, wish) => [swapSide(joint), isSideways(joint) ? opposite(wish) : wish]),
    spine: mirrorSpine(spine),
    neck: mirrorSpine(neck),
    shoulders: mapEntries(shoulders, (name, wish) => [swapSide(name), wish]),
    ...(balance === undefined ? {} : { balance: { ...balance, over: balance.over.map(swapSide) } }),
    givesWay: shape.givesWay.map(swapSide),
    givesAtMost: mapEntries(shape.givesAtMost, (group, leeway) => [swapSide(group), leeway]),
    props: shape.props.map(mirrorProp),
  };
}

/** The trunk's joints have no side of their own: to the left becomes to the right. */
const isSideways = (joint: string): boolean => /\.(side-bend|rotation)$/.test(joint);

const opposite = (wish: Shape['angles'][string]): Shape['angles'][string] =>
  typeof wish === 'number' ? minus(wish) : { ...wish, deg: minus(wish.deg) };

function mirrorSpine(wish: SpineWish): SpineWish {
  return { ...wish, ...negated(wish, 'sideBendDeg', 'rotationDeg') };
}

function mirrorProp(prop: PropWish): PropWish {
  return { ...prop, at: mirrorSpot(prop.at), ...negated(prop, 'yawDeg') };
}

function mirrorSpot(at: PropWish['at']): PropWish['at'] {
  if ('under' in at) return { under: at.under.map(swapSide) };
  return 'asIn' in at ? { asIn: mirrorKey(at.asIn) } : { ...at, yM: minus(at.yM) };
}

function mirrorStart(start: StartWish): StartWish {
  const { headwards, front } = start;
  return { ...start, headwards: mirrorDirection(headwards), front: mirrorDirection(front), ...negated(start, 'yM') };
}

function mirrorTowards(towards: FacingWish['towards']): FacingWish['towards'] {
  if (typeof towards === 'string' || 'length' in towards) return mirrorDirection(towards);
  return { segment: swapSide(towards.segment), face: mirrorFace(towards.face) };
}

function mirrorDirection(direction: Heading | Vec3): Heading | Vec3 {
  return typeof direction === 'string' ? mirrorHeading(direction) : [direction[0], minus(direction[1]), direction[2]];
}

const mirrorFace = (face: Face): Face => (face === 'left' ? 'right' : face === 'right' ? 'left' : face);
const mirrorHeading = (heading: Heading): Heading =>
  heading === 'left' ? 'right' : heading === 'right' ? 'left' : heading;

const grouped = ({ group }: { readonly group?: string }): { group?: string } =>
  group === undefined ? {} : { group: swapSide(group) };

/** Those of the named numbers that are there, with the opposite sign. */
function negated<Key extends string>(
  holder: { readonly [K in Key]?: number },
  ...keys: Key[]
): { [K in Key]?: number } {
  const changed: { [K in Key]?: number } = {};
  for (const key of keys) {
    const value = holder[key];
    if (value !== undefined) changed[key] = minus(value);
  }
  return changed;
}

/** −0 would make a shape and its double mirror differ. */
const minus = (value: number): number => (value === 0 ? 0 : -value);

function mapEntries<Value>(
  record: Readonly<Record<string, Value>>,
  change: (key: string, value: Value) => [string, Value],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => change(key, value)));
}
