import type { Body, BallJoint, Capsule, HingeJoint, Joint, Landmark, Patch } from './body.ts';
import { landmarkNames } from './landmarks.ts';
import { patchNames } from './patches.ts';
import { sideOf, sides, type Side } from './sides.ts';
import { segmentNames, skeleton } from './skeleton.ts';

/** Every joint's name except the root's, in the order of the body. */
export const jointNames: readonly string[] = skeleton.flatMap(({ plan, side }) => {
  if (plan.hinges === 'root') return [];
  if (plan.hinges === 'shoulder') return [`shoulder.${side}`];
  return plan.hinges.map(({ name }) => (side === undefined ? name : `${name}.${side}`));
});

const allNames: ReadonlySet<string> = new Set([...jointNames, ...segmentNames, ...landmarkNames, ...patchNames]);

/**
 * A name as content may write it, spelt out: a paired part without a side means both sides; a name that is already whole
 * stands for itself. An unknown name gives an empty list. `known` is what counts as a name: by default every joint,
 * segment, landmark and patch.
 */
export function expandPaired(name: string, known: ReadonlySet<string> = allNames): readonly string[] {
  if (known.has(name)) return [name];
  if (sideOf(name) !== undefined) return [];
  const both = sides.map((side) => `${name}.${side}`);
  return both.every((sided) => known.has(sided)) ? both : [];
}

/** Throws, listing the valid names, when the body has no such joint. */
export function jointByName(body: Body, name: string): Joint {
  return found(
    'joint',
    name,
    body.joints.find((joint) => joint.name === name),
    body.joints,
  );
}

export function hingeByName(body: Body, name: string): HingeJoint {
  const hinges = body.joints.filter((joint) => joint.kind === 'hinge');
  return found(
    'hinge',
    name,
    hinges.find((joint) => joint.name === name),
    hinges,
  );
}

export function shoulderOf(body: Body, side: Side): BallJoint {
  const balls = body.joints.filter((joint) => joint.kind === 'ball');
  return found(
    'shoulder',
    side,
    balls.find((joint) => joint.side === side),
    balls,
  );
}

export function segmentByName(body: Body, name: string): number {
  const index = body.segments.findIndex((segment) => segment.name === name);
  return found('segment', name, index < 0 ? undefined : index, body.segments);
}

export function landmarkByName(body: Body, name: string): Landmark {
  return found('landmark', name, body.landmarks.get(name), [...body.landmarks.values()]);
}

export function patchByName(body: Body, name: string): Patch {
  return found('patch', name, body.patches.get(name), [...body.patches.values()]);
}

export function capsuleByName(body: Body, name: string): Capsule {
  return found(
    'capsule',
    name,
    body.capsules.find((capsule) => capsule.name === name),
    body.capsules,
  );
}

function found<Thing>(kind: string, name: string, thing: Thing | undefined, all: readonly { name: string }[]): Thing {
  if (thing === undefined) throw new Error(`no ${kind} "${name}"; there are ${all.map((one) => one.name).join(', ')}`);
  return thing;
}
