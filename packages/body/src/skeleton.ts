import type { Vec3 } from '@sacra/geometry';
import { sides, type Side } from './sides.ts';

/** One degree of freedom, on the left side: turning about `axis` (segment frame) by the right-hand rule is positive. */
interface HingePlan {
  readonly name: string;
  readonly axis: Vec3;
}

interface SegmentPlan {
  readonly name: string;
  /** Absent for the pelvis. */
  readonly parent?: string;
  readonly hinges: readonly HingePlan[] | 'root' | 'shoulder';
  /** A paired part stands on both sides of the body. */
  readonly paired: boolean;
}

const spine = (name: string, parent: string, joint: string): SegmentPlan => ({
  name,
  parent,
  paired: false,
  hinges: [
    { name: `${joint}.flexion`, axis: [0, 1, 0] },
    { name: `${joint}.side-bend`, axis: [-1, 0, 0] },
    { name: `${joint}.rotation`, axis: [0, 0, 1] },
  ],
});

const limb = (name: string, parent: string, hinges: readonly HingePlan[] | 'shoulder'): SegmentPlan => ({
  name,
  parent,
  paired: true,
  hinges,
});

const trunk: readonly SegmentPlan[] = [
  { name: 'pelvis', paired: false, hinges: 'root' },
  spine('lumbar-lower', 'pelvis', 'lumbosacral'),
  spine('lumbar-middle', 'lumbar-lower', 'lumbar-middle'),
  spine('lumbar-upper', 'lumbar-middle', 'lumbar-upper'),
  spine('thorax-lower', 'lumbar-upper', 'thoracic-lower'),
  spine('thorax-upper', 'thorax-lower', 'thoracic-upper'),
  spine('neck', 'thorax-upper', 'neck-lower'),
  spine('head', 'neck', 'neck-upper'),
];

const arm: readonly SegmentPlan[] = [
  limb('clavicle', 'thorax-upper', [
    { name: 'clavicle.elevation', axis: [1, 0, 0] },
    { name: 'clavicle.protraction', axis: [0, 0, -1] },
  ]),
  limb('upper-arm', 'clavicle', 'shoulder'),
  limb('forearm', 'upper-arm', [
    { name: 'elbow.flexion', axis: [0, -1, 0] },
    { name: 'forearm.pronation', axis: [0, 0, -1] },
  ]),
  limb('hand', 'forearm', [
    { name: 'wrist.flexion', axis: [-1, 0, 0] },
    { name: 'wrist.radial-deviation', axis: [0, -1, 0] },
  ]),
  limb('fingers', 'hand', [{ name: 'fingers.flexion', axis: [-1, 0, 0] }]),
  limb('fingertips', 'fingers', [{ name: 'fingertips.flexion', axis: [-1, 0, 0] }]),
];

const leg: readonly SegmentPlan[] = [
  limb('thigh', 'pelvis', [
    { name: 'hip.flexion', axis: [0, -1, 0] },
    { name: 'hip.abduction', axis: [1, 0, 0] },
    { name: 'hip.external-rotation', axis: [0, 0, 1] },
  ]),
  limb('shank', 'thigh', [{ name: 'knee.flexion', axis: [0, 1, 0] }]),
  limb('foot', 'shank', [
    { name: 'ankle.dorsiflexion', axis: [0, -1, 0] },
    { name: 'ankle.inversion', axis: [-1, 0, 0] },
  ]),
  limb('toes', 'foot', [{ name: 'toes.extension', axis: [0, -1, 0] }]),
];

/** One segment of the finished skeleton, before it has lengths. */
export interface SkeletonSegment {
  readonly name: string;
  readonly side: Side | undefined;
  /** The name without side, under which the tables hold its numbers. */
  readonly plan: SegmentPlan;
  readonly parent: string | undefined;
}

/** All segments, a parent before its children, depth first. */
export const skeleton: readonly SkeletonSegment[] = [
  ...trunk.map(unpaired),
  ...sides.flatMap((side) => arm.map((plan) => paired(plan, side))),
  ...sides.flatMap((side) => leg.map((plan) => paired(plan, side))),
];

function unpaired(plan: SegmentPlan): SkeletonSegment {
  return { name: plan.name, side: undefined, plan, parent: plan.parent };
}

function paired(plan: SegmentPlan, side: Side): SkeletonSegment {
  const parentPaired = [...arm, ...leg].some((other) => other.name === plan.parent);
  return { name: `${plan.name}.${side}`, side, plan, parent: parentPaired ? `${plan.parent}.${side}` : plan.parent };
}

/** Index of a segment from its plain name; `side` is used where the part is paired. Throws for an unknown name. */
export type SegmentIndex = (plainName: string, side: Side | undefined) => number;

export const segmentIndex: SegmentIndex = (plainName, side) => {
  const index = skeleton.findIndex(({ name }) => name === plainName || name === `${plainName}.${side}`);
  if (index < 0) throw new Error(`no segment "${plainName}"; there are ${segmentNames.join(', ')}`);
  return index;
};

export const segmentNames: readonly string[] = skeleton.map(({ name }) => name);

/** Names without side, as the content files use them. */
export const segmentPlanNames: readonly string[] = [...trunk, ...arm, ...leg].map((plan) => plan.name);
export const hingePlanNames: readonly string[] = [...trunk, ...arm, ...leg].flatMap((plan) =>
  typeof plan.hinges === 'string' ? [] : plan.hinges.map((hinge) => hinge.name),
);
