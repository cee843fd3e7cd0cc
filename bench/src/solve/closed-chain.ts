import type { Body, Configuration, Joint as BodyJoint } from '@sacra/body';
import { quatConjugate, quatMultiply, type Quaternion, type Vec3 } from '@sacra/geometry';
import { Goal, Joint, Link, Solver } from 'closed-chain-ik/src/core/index.js';
import type { PointGoal } from './goals.ts';

// Degrees of freedom by number: the package declares them as a const enum, which can't be imported as a value here.
const X = 0;
const Y = 1;
const Z = 2;
const EX = 3;
const EY = 4;
const EZ = 5;

const MAX_ITERATIONS = 200;

/** A skeleton of `closed-chain-ik` with goals, standing at a start. */
export interface ClosedChain {
  solve(): void;
  /** Where it stands, as a configuration of the body. */
  configuration(): Configuration;
}

/**
 * The same skeleton for `closed-chain-ik`: the same offsets, axes and ranges; the pelvis with six degrees of freedom, shoulders with three
 * turns about the axes they have at the start. Every goal is a `Goal` on a link at the point, for the coordinates that it names.
 * @param damping its `dampingFactor`
 */
export function closedChain(
  body: Body,
  start: Configuration,
  goals: readonly PointGoal[],
  damping: number,
): ClosedChain {
  const links: Link[] = [];
  const jointsOf = new Map<number, BodyJoint[]>();
  for (const joint of body.joints) jointsOf.set(joint.segment, [...(jointsOf.get(joint.segment) ?? []), joint]);
  const hinges = new Map<number, Joint>();
  let root: Joint | undefined;
  body.segments.forEach(({ parent, offsetM }, segment) => {
    let above = links[parent];
    let offset: Vec3 = offsetM;
    for (const bodyJoint of jointsOf.get(segment) ?? []) {
      const { joint, link } = linked(bodyJoint, start, offset);
      if (bodyJoint.kind === 'hinge') hinges.set(bodyJoint.qIndex, joint);
      if (above === undefined) root = joint;
      else above.addChild(joint);
      above = link;
      offset = [0, 0, 0];
    }
    if (above !== undefined) links[segment] = above;
  });
  if (root === undefined) throw new Error('a body without a root');

  for (const { point, target } of goals) {
    const mount = new Joint();
    mount.setDoF();
    mount.setPosition(...point.positionM);
    const tip = new Link();
    mount.addChild(tip);
    links[point.segment]?.addChild(mount);
    const goal = new Goal();
    goal.setPosition(target[0] ?? 0, target[1] ?? 0, target[2] ?? 0);
    const wanted = [X, Y, Z].filter((axis) => target[axis] !== null);
    goal.setDoF(...wanted);
    goal.makeClosure(tip);
  }
  const solver = new Solver(root);
  Object.assign(solver, { maxIterations: MAX_ITERATIONS, dampingFactor: damping });
  return {
    solve: () => void solver.solve(),
    configuration() {
      const q = Float64Array.from(start);
      for (const { segment, kind, qIndex } of body.joints) {
        const link = links[segment];
        if (link === undefined || kind === 'hinge') continue;
        const { parent } = body.segments[segment] ?? { parent: -1 };
        const turn = worldTurn(link);
        if (kind === 'free') q.set([...worldPlace(link), ...turn], qIndex);
        else q.set(quatMultiply(quatConjugate(worldTurn(links[parent] ?? link)), turn), qIndex);
      }
      for (const [qIndex, joint] of hinges) q[qIndex] = Number(joint.getDoFValue(EZ));
      return q;
    },
  };
}

function worldTurn(link: Link): Quaternion {
  const turn = [0, 0, 0, 1];
  link.updateMatrixWorld();
  link.getWorldQuaternion(turn);
  const [x = 0, y = 0, z = 0, w = 1] = turn;
  return [w, x, y, z];
}

function worldPlace(link: Link): number[] {
  const place = [0, 0, 0];
  link.getWorldPosition(place);
  return place;
}

function linked(bodyJoint: BodyJoint, start: Configuration, offset: Vec3): { joint: Joint; link: Link } {
  const joint = new Joint();
  const link = new Link();
  const at = bodyJoint.qIndex;
  const numbers = (from: number, count: number): number[] => [...start.subarray(from, from + count)];
  if (bodyJoint.kind === 'hinge') {
    const toAxis = fromZTo(bodyJoint.axis);
    joint.setPosition(...offset);
    joint.setQuaternion(...reordered(toAxis));
    joint.setDoF(EZ);
    joint.setMinLimits(bodyJoint.range.minRad);
    joint.setMaxLimits(bodyJoint.range.maxRad);
    joint.setDoFValues(start[at] ?? 0);
    joint.addChild(link);
    link.setQuaternion(...reordered(quatConjugate(toAxis)));
    return { joint, link };
  }
  const isRoot = bodyJoint.kind === 'free';
  const [w = 1, x = 0, y = 0, z = 0] = numbers(isRoot ? at + 3 : at, 4);
  // The turn it starts with lies in the frame, so that the angles start at 0, far from where they become ambiguous.
  if (isRoot) {
    joint.setDoF(X, Y, Z);
    joint.setDoFValues(...numbers(at, 3));
    const middle = new Link();
    const turn = new Joint();
    turn.setQuaternion(x, y, z, w);
    turn.setDoF(EX, EY, EZ);
    joint.addChild(middle);
    middle.addChild(turn);
    turn.addChild(link);
    return { joint, link };
  }
  joint.setPosition(...offset);
  joint.setQuaternion(x, y, z, w);
  joint.setDoF(EX, EY, EZ);
  joint.addChild(link);
  return { joint, link };
}

/** The turn that carries z to an axis of length 1. */
function fromZTo([x, y, z]: Vec3): Quaternion {
  if (z < -0.999999) return [0, 1, 0, 0];
  const w = Math.sqrt((1 + z) / 2);
  return [w, -y / (2 * w), x / (2 * w), 0];
}

const reordered = ([w, x, y, z]: Quaternion): [number, number, number, number] => [x, y, z, w];
