import type { Vec3 } from '@sacra/geometry';
import type { Person } from './person.ts';
import type { Side } from './sides.ts';
import type { CouplingMuscle } from './tables.ts';

/**
 * A person's scaled model. World: metres, z up, x to the front, y to the body's left. At rest (`neutralConfiguration`) it
 * stands with arms at the sides and palms to the thighs, and every segment frame is parallel to the world's.
 */
export interface Body {
  readonly person: Person;
  /** What a depth or breadth of flesh on a person of 1.70 m and a BMI of 22.5 is multiplied by on this one. */
  readonly girthScale: number;
  /** Index 0 is the pelvis; a parent stands before its children; depth first, so that a subtree is one run of indices. */
  readonly segments: readonly Segment[];
  /** In the order of their segments; hinges of one segment turn one after the other, the first one outermost. */
  readonly joints: readonly Joint[];
  readonly landmarks: ReadonlyMap<string, Landmark>;
  readonly patches: ReadonlyMap<string, Patch>;
  readonly capsules: readonly Capsule[];
  readonly capsulePairs: readonly CapsulePair[];
  /** What muscles over two joints let them do together. */
  readonly couplings: readonly Coupling[];
  /** Length of a configuration `q`. */
  readonly configurationSize: number;
  /** Number of degrees of freedom: length of a velocity, a step or a torque vector. */
  readonly velocitySize: number;
  /** For each segment, the degrees of freedom that move it, ascending. 0…2 move the root along x, y, z of the world. */
  readonly ancestorDofs: readonly Int32Array[];
  /** The same skeleton as flat arrays, for the loops that must not allocate. */
  readonly chain: Chain;
}

export interface Segment {
  readonly name: string;
  readonly side: Side | undefined;
  /** Index of the parent, −1 for the pelvis. */
  readonly parent: number;
  /** One past the last index of this segment's subtree. */
  readonly subtreeEnd: number;
  /** Where its joint sits in the parent's frame; for the pelvis, in the world at rest. */
  readonly offsetM: Vec3;
  readonly massKg: number;
  readonly centreOfMassM: Vec3;
  /** Moments of inertia about x, y, z through the centre of mass, kg m². */
  readonly inertiaKgM2: Vec3;
}

export type Joint = RootJoint | HingeJoint | BallJoint;

/** q: x y z qw qx qy qz. v: velocity of the pelvis origin (world), then angular velocity in the pelvis frame. */
export interface RootJoint {
  readonly kind: 'free';
  readonly name: 'root';
  readonly segment: number;
  readonly qIndex: number;
  readonly vIndex: number;
}

export interface HingeJoint {
  readonly kind: 'hinge';
  readonly name: string;
  readonly side: Side | undefined;
  readonly segment: number;
  readonly axis: Vec3;
  readonly range: { readonly minRad: number; readonly maxRad: number };
  /** How much of a bend the joint takes when several share one: 1 is usual, more is stiffer. */
  readonly stiffness: number;
  readonly qIndex: number;
  readonly vIndex: number;
}

/** q: a quaternion from the upper arm to the clavicle. v: angular velocity in the upper-arm frame. */
export interface BallJoint {
  readonly kind: 'ball';
  readonly name: 'shoulder.left' | 'shoulder.right';
  readonly side: Side;
  readonly segment: number;
  /** The upper arm may point at most `maxRad` away from `centre` (a unit vector in the clavicle frame). */
  readonly swing: { readonly centre: Vec3; readonly maxRad: number };
  /** Turn about the upper arm's own length, outward +, measured along the shortest way from the centre of the swing. */
  readonly twist: { readonly minRad: number; readonly maxRad: number };
  /** Nor may the upper arm point further than `maxRad` from this direction, forward and down: how far it goes up and back. */
  readonly overhead: { readonly centre: Vec3; readonly maxRad: number };
  readonly stiffness: number;
  readonly qIndex: number;
  readonly vIndex: number;
}

/** A muscle over two joints: the angle of `limited` is at most reachRad + per · (the angle of `easedBy`). */
export interface Coupling {
  /** `hamstrings.left` */
  readonly name: string;
  readonly muscle: CouplingMuscle;
  readonly side: Side;
  /** Name of the hinge that bends less far … */
  readonly limited: string;
  /** … unless this one bends too. */
  readonly easedBy: string;
  readonly reachRad: number;
  readonly per: number;
}

/** A point of the skin (or, where its name ends in `-centre`, of a joint or the middle of a part). */
export interface Landmark {
  readonly name: string;
  readonly segment: number;
  readonly positionM: Vec3;
}

/** A piece of skin that can lie on something: one to three landmarks of one segment, and the way it faces. */
export interface Patch {
  readonly name: string;
  readonly landmarks: readonly string[];
  /** Unit vector outward from the body, in the segment's frame. */
  readonly normal: Vec3;
  readonly segment: number;
}

/** A rounded cone: the hull of a sphere about `startM` and one about `endM`, in the frame of its segment. */
export interface Capsule {
  readonly name: string;
  readonly segment: number;
  readonly startM: Vec3;
  readonly startRadiusM: number;
  readonly endM: Vec3;
  readonly endRadiusM: number;
  /** How deep it may sink into the mat: soft tissue flattens. */
  readonly matAllowanceM: number;
}

/** Two capsules (indices) that can meet, and how far they may overlap where flesh gives. */
export interface CapsulePair {
  readonly a: number;
  readonly b: number;
  readonly allowanceM: number;
}

/** One entry a segment: parent, offset (3), subtree end, mass. One entry a joint: the rest. */
export interface Chain {
  readonly parent: Int32Array;
  readonly subtreeEnd: Int32Array;
  readonly offsetM: Float64Array;
  readonly massKg: Float64Array;
  readonly totalMassKg: number;
  /** 0 free, 1 hinge, 2 ball. */
  readonly jointKind: Uint8Array;
  readonly jointSegment: Int32Array;
  readonly jointQ: Int32Array;
  readonly jointV: Int32Array;
  readonly jointAxis: Float64Array;
  /** For each joint, the index of the joint that takes its place in the mirror, and −1 where its angle changes sign. */
  readonly jointMirror: Int32Array;
  readonly jointMirrorSign: Int8Array;
  /** The segment each degree of freedom belongs to. */
  readonly dofSegment: Int32Array;
}

/** All joint coordinates, length `configurationSize`. */
export type Configuration = Float64Array;
