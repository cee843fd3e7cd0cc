import { pointToWorld, type Body, type BodyState } from '@sacra/body';
import { closestPoints, distance, mix, scale, subtract, type Vec3 } from '@sacra/geometry';
import type { BearingPoint } from './bearing-points.ts';

/** Skin this near to other skin lies on it: our capsules are smooth and a little lean. */
const reachM = 0.02;
/** Flesh that gives more than `softM` carries only once it is pressed half as far as it gives. */
const softM = 0.025;
const touchingGapM = (allowanceM: number): number => (allowanceM > softM ? -allowanceM / 2 : reachM);
/** Nearer than this to a joint between the two, flesh always touches and carries nothing that a muscle would have to (1.70 m). */
const fromJointM = 0.08;
const referenceStatureM = 1.7;

/**
 * Where one part of the body lies on another and can carry it: seat on heels, belly and chest on thighs, a forearm or a hand on a leg. The
 * push is along the shortest line between the axes of the two capsules, midway between their skins.
 */
export function pressedFlesh(body: Body, state: BodyState): BearingPoint[] {
  const axes = body.capsules.map(({ segment, startM, endM }) => ({
    startM: pointToWorld(state, segment, startM),
    endM: pointToWorld(state, segment, endM),
  }));
  const nearestM = fromJointM * (body.person.statureM / referenceStatureM);
  return body.capsulePairs.flatMap(({ a, b, allowanceM }) => {
    const [capsuleA, capsuleB] = [body.capsules[a]!, body.capsules[b]!];
    const [axisA, axisB] = [axes[a]!, axes[b]!];
    const near = closestPoints(axisA.startM, axisA.endM, axisB.startM, axisB.endM);
    const apartM = distance(near.onA, near.onB);
    const radiusAM = capsuleA.startRadiusM + (capsuleA.endRadiusM - capsuleA.startRadiusM) * near.fractionA;
    const radiusBM = capsuleB.startRadiusM + (capsuleB.endRadiusM - capsuleB.startRadiusM) * near.fractionB;
    if (apartM - radiusAM - radiusBM > touchingGapM(allowanceM) || apartM < 1e-6) return [];
    // from B towards A, and the middle of the flesh between them
    const normal = scale(subtract(near.onA, near.onB), 1 / apartM);
    const pointM = mix(near.onB, near.onA, (apartM + radiusBM - radiusAM) / (2 * apartM));
    const jointsM = jointsBetween(body, capsuleA.segment, capsuleB.segment).map((segment) =>
      jointPlace(state, segment),
    );
    if (jointsM.some((jointM) => distance(jointM, pointM) < nearestM)) return [];
    const by = { kind: 'body', segment: capsuleB.segment } as const;
    return [{ segment: capsuleA.segment, by, pointM, normal, friction: 0 }];
  });
}

/** The segments whose joints lie on the way from one segment to another. */
function jointsBetween(body: Body, a: number, b: number): number[] {
  const upFrom = (segment: number): number[] =>
    segment < 0 ? [] : [segment, ...upFrom(body.segments[segment]!.parent)];
  const [fromA, fromB] = [upFrom(a), upFrom(b)];
  return [...fromA.filter((s) => !fromB.includes(s)), ...fromB.filter((s) => !fromA.includes(s))];
}

const jointPlace = ({ positionM }: BodyState, segment: number): Vec3 => [
  positionM[3 * segment]!,
  positionM[3 * segment + 1]!,
  positionM[3 * segment + 2]!,
];
