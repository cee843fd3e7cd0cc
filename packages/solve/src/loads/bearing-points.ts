import { pointToWorld, directionToWorld, type Body, type BodyState } from '@sacra/body';
import { distance, dot, scale, subtract, type Vec3 } from '@sacra/geometry';
import type { Keyframe, KeyframeContact } from '../keyframe.ts';
import { firmSurfaces, type FirmSurface } from './firm-surfaces.ts';
import { pressedFlesh } from './pressed-flesh.ts';

/** A place where the body can be carried. World, metres. */
export interface BearingPoint {
  readonly segment: number;
  /** What pushes: a surface by name, or another segment of the same body, which is pushed back as hard. */
  readonly by:
    { readonly kind: 'surface'; readonly name: string } | { readonly kind: 'body'; readonly segment: number };
  readonly pointM: Vec3;
  /** Unit vector, the way the segment is pushed. */
  readonly normal: Vec3;
  /** Largest sideways force as a share of the push; flesh on flesh has none. */
  readonly friction: number;
}

/** What of a keyframe decides where it is carried. */
export type Posture = Pick<Keyframe, 'q' | 'contacts' | 'props'>;

/** Skin this far above a surface still lies on it; a contact that the pose names, as far as a teacher would overlook. */
const reachM = { skin: 0.005, named: 0.015 } as const;
/** Points of one segment nearer than this count as one. */
const apartM = 0.04;
/** A patch carries when its skin looks into the surface, or at least not clearly away from it. */
const lookingAway = 0.5;

/**
 * Everywhere the body can be carried: skin on the mat, on props and on walls, and flesh pressed on flesh. What the pose names as a contact
 * can also hold sideways; what only happens to touch (someone who lies down is carried by all that touches) pushes straight.
 */
export function bearingPoints(body: Body, state: BodyState, posture: Posture): BearingPoint[] {
  const candidates = [...skinPoints(body, state, posture), ...roundedEnds(body, state)];
  const points: BearingPoint[] = [];
  for (const surface of firmSurfaces(posture.props)) {
    const taken: BearingPoint[] = [];
    for (const candidate of candidates) {
      const { segment, contact } = candidate;
      const onPlaneM = whereItLies(candidate, surface);
      if (!onPlaneM) continue;
      if (taken.some((other) => other.segment === segment && distance(other.pointM, onPlaneM) < apartM)) continue;
      const { name, normal } = surface;
      const friction = contact?.surface === name ? surface.friction : 0;
      taken.push({ segment, by: { kind: 'surface', name }, pointM: onPlaneM, normal, friction });
    }
    points.push(...taken);
  }
  return [...points, ...pressedFlesh(body, state)];
}

/** A piece of skin that may lie on something: a patch's landmark, or the round end of a capsule. */
interface Candidate {
  readonly segment: number;
  readonly centreM: Vec3;
  /** Nought for a landmark. */
  readonly radiusM: number;
  /** Which way it looks; a round end looks everywhere. */
  readonly outward?: Vec3;
  /** How deep it may be in a surface: flesh flattens. */
  readonly depthM: number;
  /** The contact of the pose that it belongs to. */
  readonly contact?: KeyframeContact;
}

/** How deep a landmark may be in a surface, and a round end beyond what its flesh gives. */
const landmarkDepthM = 0.03;
const sunkM = 0.01;

/** The landmarks of all patches, those of the pose's contacts first. */
function skinPoints(body: Body, state: BodyState, { contacts }: Posture): Candidate[] {
  const contactByPatch = new Map(contacts.map((contact) => [contact.patch, contact]));
  const points = [...body.patches.values()].flatMap(({ name, landmarks, normal, segment }) => {
    const contact = contactByPatch.get(name);
    const outward = directionToWorld(state, segment, normal);
    return landmarks.map((landmark): Candidate => {
      const centreM = pointToWorld(state, segment, body.landmarks.get(landmark)!.positionM);
      return { segment, centreM, radiusM: 0, outward, depthM: landmarkDepthM, ...(contact && { contact }) };
    });
  });
  return [...points.filter(({ contact }) => contact), ...points.filter(({ contact }) => !contact)];
}

const roundedEnds = (body: Body, state: BodyState): Candidate[] =>
  body.capsules.flatMap(({ segment, startM, startRadiusM, endM, endRadiusM, matAllowanceM }) => {
    const shared = { segment, depthM: matAllowanceM + sunkM };
    return [
      { ...shared, centreM: pointToWorld(state, segment, startM), radiusM: startRadiusM },
      { ...shared, centreM: pointToWorld(state, segment, endM), radiusM: endRadiusM },
    ];
  });

/** The candidate's place on the plane of the surface, if it touches it. */
function whereItLies(candidate: Candidate, surface: FirmSurface): Vec3 | undefined {
  const { centreM, radiusM, outward, depthM, contact } = candidate;
  const aboveM = dot(surface.normal, centreM) - surface.offsetM;
  const gapM = aboveM - radiusM;
  const mayBeM = contact?.surface === surface.name ? reachM.named : reachM.skin;
  if (gapM > mayBeM || gapM < -depthM) return undefined;
  if (outward && dot(outward, surface.normal) > lookingAway) return undefined;
  const onPlaneM = subtract(centreM, scale(surface.normal, aboveM));
  return surface.covers(onPlaneM) ? onPlaneM : undefined;
}
