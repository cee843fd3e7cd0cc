import {
  hingeByName,
  landmarkByName,
  neutralConfiguration,
  patchByName,
  segmentByName,
  shoulderFromAngles,
  type Body,
  type Configuration,
} from '@sacra/body';
import type { AngleWish, Hold, Shape } from '@sacra/pose';
import { radFromDeg, type Quaternion, type Vec3 } from '@sacra/geometry';
import { faceDirection, headingDirection, rotationFromUpAndFront } from './directions.ts';
import { freeMovement, symmetricMovement, type Movement } from './movement.ts';
import { angleObjective, type AnglePreference } from './objective/angle.ts';
import { chosenHeightObjective, type RestingPoint } from './objective/chosen-height.ts';
import { balanceObjective } from './objective/balance.ts';
import { contactObjective, type SkinPoint } from './objective/contact.ts';
import { evennessObjective } from './objective/evenness.ts';
import { facingObjective } from './objective/facing.ts';
import { placeObjective, type PlaceTarget } from './objective/place.ts';
import { shoulderObjective, type TurnPreference } from './objective/shoulder.ts';
import { spacingObjective } from './objective/spacing.ts';
import { touchObjective } from './objective/touch.ts';
import { bodyLimits } from './limit/body-limits.ts';
import type { RowSource } from './row-source.ts';
import { bends, chains, sharedBend, totalDeg } from './spine.ts';
import { heightRange, surfacePlane } from './surfaces.ts';
import {
  evennessRad,
  jointGroup,
  mustM,
  mustTouchM,
  tolerancesOf,
  unspokenRad,
  type Tolerances,
} from './tolerances.ts';

/** The world positions of a patch's points in a keyframe that is already solved. */
export type AnchorLookup = (key: string, patch: string) => readonly Vec3[];

/** A shape on a body, as the solver takes it. */
export interface Problem {
  readonly rows: readonly RowSource[];
  readonly movement: Movement;
  readonly start: Configuration;
  /** What the joints were wished to do, for saying afterwards what yielded. */
  readonly angles: readonly (AnglePreference & {
    readonly name: string;
    readonly spoken: boolean;
    /** As the shape says it, before the body's range has its say. */
    readonly wishedRad: number;
  })[];
  readonly turns: readonly (TurnPreference & { readonly name: string; readonly spoken: boolean })[];
}

/** Lengths in content are told on a body of this stature. */
const contentStatureM = 1.7;

/** Factor from lengths in content to lengths on this body. */
export const lengthScale = (body: Body): number => body.person.statureM / contentStatureM;

/** Where a shoulder of which the shape says nothing is drawn to. */
const easyShoulder = { elevationDeg: 20, planeDeg: 30, rotationDeg: 0 };

/**
 * Puts a shape on a body: every wish becomes rows, and the body's own limits come along.
 *
 * @param unspoken where joints begin that the shape says nothing about; at rest when it isn't given
 */
export function problemOf(body: Body, shape: Shape, anchors: AnchorLookup, unspoken?: Configuration): Problem {
  const tolerances = tolerancesOf(shape.givesWay);
  const angles = anglePreferences(body, shape, tolerances);
  const turns = turnPreferences(body, shape, tolerances);
  const rows: RowSource[] = [
    ...contactRows(body, shape, tolerances, lengthScale(body)),
    ...anchorRows(body, shape, anchors),
    ...placementRows(body, shape, tolerances, lengthScale(body)),
    ...facingRows(body, shape, tolerances),
    angleObjective(angles),
    shoulderObjective(turns),
    ...evennessRows(body),
    ...bodyLimits(body),
  ];
  if (shape.balance) {
    const points = shape.balance.over.flatMap((patch) => patchPoints(body, patch));
    rows.push(balanceObjective(points, shape.balance.marginM * lengthScale(body)));
  }
  return {
    rows,
    movement: shape.symmetric ? symmetricMovement(body) : freeMovement(body),
    start: startConfiguration(body, shape, angles, turns, unspoken),
    angles,
    turns,
  };
}

function contactRows(body: Body, shape: Shape, tolerances: Tolerances, scale: number): RowSource[] {
  const fixed = shape.contacts.flatMap((wish) => {
    const patch = patchByName(body, wish.patch);
    const group = wish.group ?? wish.patch;
    const surface = surfacePlane(shape, wish.on ?? 'mat', scale);
    const plane = { ...surface, offsetM: surface.offsetM + (wish.raisedM ?? 0) * scale };
    const must = wish.tier !== 'aim';
    const toleranceM = must ? mustM : tolerances.lengthM(group);
    const chosen = heightRange(shape, wish.on ?? 'mat') !== undefined;
    const rows = chosen ? [] : [contactObjective(patchPoints(body, wish.patch), plane, toleranceM, true)];
    if (wish.faces) {
      const into: Vec3 = [-plane.normal[0], -plane.normal[1], -plane.normal[2]];
      const toleranceRad = tolerances.angleRad(group, must ? 'firm' : 'plain');
      rows.push(facingObjective({ segment: patch.segment, local: patch.normal }, into, toleranceRad));
    }
    return rows;
  });
  const chosen = shape.props.flatMap(({ name, surfaceM }) =>
    typeof surfaceM === 'object' ? [chosenHeightObjective(restingPoints(body, shape, name), surfaceM)] : [],
  );
  return [...fixed, ...chosen];
}

/** The points that lie on a prop. */
export function restingPoints(body: Body, shape: Shape, prop: string): RestingPoint[] {
  const tolerances = tolerancesOf(shape.givesWay);
  return shape.contacts.flatMap(({ patch, on, tier, group = patch }) => {
    if (on !== prop) return [];
    const toleranceM = tier === 'aim' ? tolerances.lengthM(group) : mustM;
    return patchPoints(body, patch).map((point) => ({ ...point, toleranceM, softens: true }));
  });
}

function anchorRows(body: Body, shape: Shape, anchors: AnchorLookup): RowSource[] {
  return shape.anchors.flatMap((anchor) =>
    anchor.patches.flatMap((patch) => {
      const places = anchors(anchor.of, patch);
      return patchPoints(body, patch).map((point, i) =>
        placeObjective(point, [...places[i]!] as PlaceTarget, mustM, true),
      );
    }),
  );
}

function placementRows(body: Body, shape: Shape, tolerances: Tolerances, scale: number): RowSource[] {
  const touches = shape.touches.map((wish) => {
    const toleranceM = wish.tier === 'aim' ? tolerances.lengthM(wish.group ?? 'touch') : mustTouchM;
    const [from, to] = [landmarkByName(body, wish.from), landmarkByName(body, wish.to)];
    return touchObjective(from, to, wish.distanceM * scale, wish.atMost ?? false, toleranceM);
  });
  const spacings = shape.spacings.map((wish) => {
    const axis = ({ forward: 0, left: 1, up: 2 } as const)[wish.along];
    const toleranceM = tolerances.lengthM(wish.group ?? 'stance', wish.hold);
    return spacingObjective(
      landmarkByName(body, wish.from),
      landmarkByName(body, wish.to),
      axis,
      wish.distanceM * scale,
      toleranceM,
    );
  });
  const places = shape.places.map((wish) => {
    const target = [wish.xM, wish.yM, wish.zM].map((c) => (c === undefined ? null : c * scale)) as PlaceTarget;
    const toleranceM = tolerances.lengthM(wish.group ?? 'stance', wish.hold);
    return placeObjective(landmarkByName(body, wish.point), target, toleranceM, false);
  });
  return [...touches, ...spacings, ...places];
}

function facingRows(body: Body, shape: Shape, tolerances: Tolerances): RowSource[] {
  return shape.facings.map(({ segment, face, towards, hold, group }) => {
    const toleranceRad = tolerances.angleRad(group ?? 'facing', hold);
    const from = { segment: segmentByName(body, segment), local: faceDirection(face, segment) };
    if (typeof towards === 'object' && 'segment' in towards) {
      const local = faceDirection(towards.face, towards.segment);
      return facingObjective(from, { segment: segmentByName(body, towards.segment), local }, toleranceRad);
    }
    return facingObjective(from, headingDirection(towards, segment), toleranceRad);
  });
}

/** A wish for every hinge: what the shape says of the joint, else of the spine or neck, else rest. */
function anglePreferences(body: Body, shape: Shape, tolerances: Tolerances): Problem['angles'] {
  const told = new Map<string, { deg: number; hold: Hold }>();
  for (const chain of ['spine', 'neck'] as const) {
    const wish = shape[chain];
    for (const bend of bends) {
      const total = totalDeg(wish, bend);
      if (total === undefined) continue;
      for (const { joint, share } of sharedBend(body, chain, bend, total >= 0)) {
        told.set(joint.name, { deg: total * share, hold: wish.hold ?? 'plain' });
      }
    }
  }
  for (const [name, wish] of Object.entries(shape.angles)) told.set(hingeByName(body, name).name, asTold(wish));
  return body.joints.flatMap((joint) => {
    if (joint.kind !== 'hinge') return [];
    const { name, qIndex, vIndex, range, stiffness } = joint;
    const wish = told.get(name);
    const wishedRad = radFromDeg(wish?.deg ?? 0);
    const angleRad = Math.min(range.maxRad, Math.max(range.minRad, wishedRad));
    const toleranceRad = wish ? tolerances.angleRad(jointGroup(name), wish.hold) : unspokenRad / stiffness;
    return [{ name, qIndex, vIndex, angleRad, wishedRad, toleranceRad, spoken: wish !== undefined }];
  });
}

function turnPreferences(body: Body, shape: Shape, tolerances: Tolerances): Problem['turns'] {
  return body.joints.flatMap((joint) => {
    if (joint.kind !== 'ball') return [];
    const { name, qIndex, vIndex, side } = joint;
    const wish = shape.shoulders[name];
    const { elevationDeg, planeDeg, rotationDeg } = wish ?? easyShoulder;
    const rotation = shoulderFromAngles(side, {
      elevationRad: radFromDeg(elevationDeg),
      planeRad: radFromDeg(planeDeg),
      externalRotationRad: radFromDeg(rotationDeg),
    });
    const toleranceRad = wish ? tolerances.angleRad('shoulders', wish.hold) : unspokenRad;
    return [{ name, qIndex, vIndex, rotation, toleranceRad, spoken: wish !== undefined }];
  });
}

function evennessRows(body: Body): RowSource[] {
  return (['spine'] as const).flatMap((chain) =>
    bends.map((bend) => {
      const both = [true, false].map((towardsMax) => sharedBend(body, chain, bend, towardsMax));
      const count = chains[chain].length;
      const joints = both[0]!.map(({ joint, share }, i) => ({
        qIndex: joint.qIndex,
        vIndex: joint.vIndex,
        share: ((share + both[1]![i]!.share) / 2) * count,
      }));
      return evennessObjective(joints, evennessRad);
    }),
  );
}

function startConfiguration(
  body: Body,
  shape: Shape,
  angles: Problem['angles'],
  turns: Problem['turns'],
  unspoken: Configuration | undefined,
): Configuration {
  const q = Float64Array.from(neutralConfiguration(body));
  const { heightM, headwards, front, xM = 0, yM = 0 } = shape.start;
  const scale = lengthScale(body);
  const turn: Quaternion = rotationFromUpAndFront(headingDirection(headwards), headingDirection(front));
  q.set([xM * scale, yM * scale, heightM * scale, ...turn], 0);
  for (const { qIndex, angleRad, spoken } of angles) q[qIndex] = spoken ? angleRad : (unspoken?.[qIndex] ?? angleRad);
  for (const { qIndex, rotation, spoken } of turns) {
    q.set(spoken || !unspoken ? rotation : unspoken.subarray(qIndex, qIndex + 4), qIndex);
  }
  return q;
}

/** The points of a patch, in the order of its landmarks. */
export const patchPoints = (body: Body, patch: string): SkinPoint[] =>
  patchByName(body, patch).landmarks.map((landmark) => landmarkByName(body, landmark));

const asTold = (wish: AngleWish): { deg: number; hold: Hold } =>
  typeof wish === 'number' ? { deg: wish, hold: 'plain' } : { deg: wish.deg, hold: wish.hold ?? 'plain' };
