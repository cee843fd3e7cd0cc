import {
  createState,
  directionToWorld,
  forwardKinematics,
  pointToWorld,
  type Body,
  type Configuration,
} from '@sacra/body';
import { closestPoints, distance, dot, type Vec3 } from '@sacra/geometry';
import type { View } from './camera.ts';
import { hidesSight, standingOf, type Standing } from './prop-in-sight.ts';
import type { PropPlace } from './solids.ts';

/** What a view of a pose is chosen for. */
export interface PoseToShow {
  readonly body: Body;
  readonly q: Configuration;
  /** Where it rests on things, world, metres: they matter most. */
  readonly contactsM: readonly Vec3[];
  /** What stands about, and can be in the way. */
  readonly props: readonly PropPlace[];
}

/** A view and how much of what matters it shows, 0 to 1. */
export interface RatedView {
  readonly view: View;
  readonly shown01: number;
}

const degrees = (value: number): number => (value * Math.PI) / 180;
const AROUND_RAD = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((step) => degrees(15 * step));
const HEIGHTS_RAD = [8, 16, 26, 38].map(degrees);
/** What a view must show more to be worth a turn at all, a quarter turn, and 45° of looking down or up. */
const TURNING_COSTS = 0.04;
const QUARTER_TURN_COSTS = 0.45;
const LOOKING_DOWN_COSTS = 0.3;

/**
 * The view from which most of a pose is seen: its contacts, its head, arms and legs at full length, not behind one another nor end on, and
 * its back from the side, where its shape shows. Between views that show as much, the one nearest to `wish` is taken; the mirror image of a pose has the mirror image of its view.
 */
export function bestView(pose: PoseToShow, wish: View): RatedView {
  const places = placesOf(pose);
  let best: RatedView & { worth: number } = { view: wish, ...rated(places, wish, 0) };
  for (const turnRad of AROUND_RAD) {
    for (const elevationRad of [wish.elevationRad, ...HEIGHTS_RAD]) {
      const view: View = { azimuthRad: wish.azimuthRad + turnRad, elevationRad };
      const cost =
        TURNING_COSTS +
        (QUARTER_TURN_COSTS * Math.abs(turnRad)) / degrees(90) +
        (LOOKING_DOWN_COSTS * Math.abs(elevationRad - wish.elevationRad)) / degrees(45);
      if (1 - cost <= best.worth) continue;
      const one = rated(places, view, cost);
      if (one.worth > best.worth + 1e-9) best = { view, ...one };
    }
  }
  return { view: best.view, shown01: best.shown01 };
}

/**
 * How much of a pose a view shows, 0 to 1.
 *
 * @internal seen by the tests
 */
export function shownIn(pose: PoseToShow, view: View): number {
  return rated(placesOf(pose), view, 0).shown01;
}

interface Solid {
  readonly segment: number;
  readonly startM: Vec3;
  readonly endM: Vec3;
  readonly startRadiusM: number;
  readonly endRadiusM: number;
}

interface Places {
  readonly props: readonly Standing[];
  readonly solids: readonly Solid[];
  /** Indices of solids that one has to see. */
  readonly limbs: readonly number[];
  readonly contactsM: readonly Vec3[];
  /** To the left of pelvis and chest: from there the back is seen in profile. */
  readonly sideways: readonly Vec3[];
}

const TRUNK = /^(?:pelvis|thorax-upper)$/;
const TRUNK_WEIGHT = 2;
const LIMB = /^(?:head|upper-arm|forearm|hand|thigh|shank|foot)\b/;
const CONTACT_WEIGHT = 1.5;
/** A contact lies under the flesh above it: what is nearer than this doesn't hide it. */
const FLESH_M = 0.11;

function placesOf({ body, q, contactsM, props }: PoseToShow): Places {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const solids = body.capsules.map(({ segment, startM, endM, startRadiusM, endRadiusM }) => ({
    ...{ segment, startRadiusM, endRadiusM },
    startM: pointToWorld(state, segment, startM),
    endM: pointToWorld(state, segment, endM),
  }));
  const limbs = solids.flatMap(({ segment }, i) => (LIMB.test(body.segments[segment]!.name) ? [i] : []));
  const sideways = body.segments.flatMap(({ name }, i) =>
    TRUNK.test(name) ? [directionToWorld(state, i, [0, 1, 0])] : [],
  );
  return { solids, limbs, contactsM, sideways, props: props.map(standingOf) };
}

const ALONG = [0.15, 0.5, 0.85];

function rated(
  { solids, props, limbs, contactsM, sideways }: Places,
  view: View,
  cost: number,
): { shown01: number; worth: number } {
  const [ca, sa, ce, se] = [
    Math.cos(view.azimuthRad),
    Math.sin(view.azimuthRad),
    Math.cos(view.elevationRad),
    Math.sin(view.elevationRad),
  ];
  const outward: Vec3 = [ce * ca, ce * sa, se];
  let seen = 0;
  let all = 0;
  for (const limb of limbs) {
    const { startM, endM } = solids[limb]!;
    const along: Vec3 = [endM[0] - startM[0], endM[1] - startM[1], endM[2] - startM[2]];
    const lengthM = Math.hypot(...along);
    const towards = lengthM < 1e-6 ? 0 : dot(along, outward) / lengthM;
    const broadside = 0.35 + 0.65 * Math.sqrt(Math.max(0, 1 - towards * towards));
    for (const t of ALONG) {
      all += 1 / ALONG.length;
      const point: Vec3 = [startM[0] + t * along[0], startM[1] + t * along[1], startM[2] + t * along[2]];
      if (!props.some((prop) => hidesSight(prop, point, outward)) && !isHidden(solids, point, outward, limb, 0))
        seen += broadside / ALONG.length;
    }
  }
  for (const contact of contactsM) {
    all += CONTACT_WEIGHT;
    if (!props.some((prop) => hidesSight(prop, contact, outward)) && !isHidden(solids, contact, outward, -1, FLESH_M))
      seen += CONTACT_WEIGHT;
  }
  for (const axis of sideways) {
    all += TRUNK_WEIGHT;
    seen += TRUNK_WEIGHT * Math.abs(dot(axis, outward));
  }
  const shown01 = all === 0 ? 1 : seen / all;
  return { shown01, worth: shown01 - cost };
}

/** Whether a part of the body lies between a point and the eye; the solid the point is on, and flesh nearer than `fromM`, don't count. */
function isHidden(solids: readonly Solid[], point: Vec3, outward: Vec3, own: number, fromM: number): boolean {
  const nearM: Vec3 = [point[0] + fromM * outward[0], point[1] + fromM * outward[1], point[2] + fromM * outward[2]];
  const eyeM: Vec3 = [point[0] + FAR_M * outward[0], point[1] + FAR_M * outward[1], point[2] + FAR_M * outward[2]];
  return solids.some(({ segment, startM, endM, startRadiusM, endRadiusM }, i) => {
    if (i === own || (own >= 0 && segment === solids[own]!.segment)) return false;
    // far to the side of the line of sight
    const middle: Vec3 = [
      (startM[0] + endM[0]) / 2 - point[0],
      (startM[1] + endM[1]) / 2 - point[1],
      (startM[2] + endM[2]) / 2 - point[2],
    ];
    const depthM = dot(middle, outward);
    const reachM = Math.max(startRadiusM, endRadiusM) + distance(startM, endM) / 2;
    if (depthM + reachM < fromM || dot(middle, middle) - depthM * depthM > reachM * reachM) return false;
    const { fractionB, onA, onB } = closestPoints(nearM, eyeM, startM, endM);
    const radiusM = startRadiusM + (endRadiusM - startRadiusM) * fractionB;
    // where two parts meet at a joint, one ends in the other
    const isJoint = distance(point, onB) < radiusM;
    return !isJoint && distance(onA, onB) < HIDES * radiusM;
  });
}

const FAR_M = 5;
/** The rim of a limb hides only half of what is behind it. */
const HIDES = 0.85;
