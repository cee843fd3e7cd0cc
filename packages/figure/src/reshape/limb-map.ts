import { capsuleByName, segmentByName, type Body } from '@sacra/body';
import { smoothStep } from '../blend.ts';
import { landmarkRatio, offsetRatio, ratio, type PointMap, type TwoBodies } from './segment-map.ts';

/** How much of the fullness a limb takes along its length: all of it before `fullTo`, none after `noneFrom` (shares of its length). */
interface Soft {
  readonly share: number;
  readonly fullTo: number;
  readonly noneFrom: number;
}

const thighSoft: Soft = { share: 0.85, fullTo: 0.45, noneFrom: 0.95 };
const upperArmSoft: Soft = { share: 0.8, fullTo: 0.5, noneFrom: 1.1 };
const shankSoft: Soft = { share: 0.3, fullTo: 0.4, noneFrom: 0.8 };
const boneOnly: Soft = { share: 0, fullTo: 0, noneFrom: 1 };

/** Maps of the left limbs' segments, in their own frames, by plain name. */
export function limbMaps(bodies: TwoBodies): ReadonlyMap<string, PointMap> {
  const across = (name: string, axis: 0 | 1 | 2): number => landmarkRatio(bodies, `${name}.left`, axis);
  const along = (child: string, axis: 0 | 1 | 2): number => offsetRatio(bodies, `${child}.left`, axis);
  const palmBreadth = across('palm-index', 0);
  return new Map([
    ['upper-arm', tube(bodies, 'upper-arm', 'forearm', upperArmSoft)],
    ['forearm', tube(bodies, 'forearm', 'hand', boneOnly)],
    ['hand', box(palmBreadth, across('palm-index', 1), along('fingers', 2))],
    ['fingers', box(palmBreadth, across('knuckles', 1), along('fingertips', 2))],
    ['fingertips', box(palmBreadth, across('fingertip', 1), across('fingertip', 2))],
    ['thigh', tube(bodies, 'thigh', 'shank', thighSoft, besideTheOther(bodies))],
    ['shank', tube(bodies, 'shank', 'foot', shankSoft)],
    ['foot', box(along('toes', 0), across('ball-big', 1), across('heel', 2))],
    ['toes', box(across('toe-tip', 0), across('toe-base-big', 1), across('toe-tip', 2))],
  ]);
}

/** A part with hardly any soft flesh: each direction by its own ratio. */
function box(front: number, side: number, up: number): PointMap {
  return (x, y, z, out) => {
    out[0] = x * front;
    out[1] = y * side;
    out[2] = z * up;
    out[3] = out[4] = out[5] = 0;
  };
}

/**
 * A part around a bone that runs down from its joint: lengthened along the bone, widened across it as its capsule is. What lies above
 * the joint belongs to the rounding of the limb's end and grows with its girth. `atRoot` is how the part sits on the trunk.
 */
function tube(bodies: TwoBodies, name: string, child: string, soft: Soft, atRoot: AtRoot = free): PointMap {
  const { from, to } = bodies;
  const lengthM = -from.segments[segmentByName(from, `${child}.left`)]!.offsetM[2];
  const longer = offsetRatio(bodies, `${child}.left`, 2);
  const capsule = (body: Body) => capsuleByName(body, `${name}.left`);
  const wideStart = ratio(capsule(from).startRadiusM, capsule(to).startRadiusM);
  const wideEnd = ratio(capsule(from).endRadiusM, capsule(to).endRadiusM);
  return (x, y, z, out) => {
    const t = -z / lengthM;
    const wide = wideStart + (wideEnd - wideStart) * smoothStep(0, 1, t);
    const share = soft.share * (1 - smoothStep(soft.fullTo, soft.noneFrom, t));
    const sideM = y * wide + atRoot.shiftSideM * (1 - smoothStep(-0.1, 0.75, t));
    out[0] = x * wide;
    out[1] = sideM;
    out[2] = z * (z > 0 ? wideStart : longer);
    out[3] = x * wide * share;
    out[4] = (sideM + atRoot.innerM) * share;
    out[5] = 0;
  };
}

interface AtRoot {
  /** How far the middle of the limb moves outward at its root, metres. */
  readonly shiftSideM: number;
  /** How far inside the limb's own line lies the skin that stays where it is when flesh is added, metres. */
  readonly innerM: number;
}

const free: AtRoot = { shiftSideM: 0, innerM: 0 };

/** Thighs lie against one another: what they gain goes outward, so that neither grows into the other. */
function besideTheOther({ from, to }: TwoBodies): AtRoot {
  const hip = (body: Body): number => body.segments[segmentByName(body, 'thigh.left')]!.offsetM[1];
  const radius = (body: Body): number => capsuleByName(body, 'thigh.left').startRadiusM;
  const growth = ratio(radius(from), radius(to));
  return { shiftSideM: hip(from) * growth - hip(to), innerM: radius(to) };
}
