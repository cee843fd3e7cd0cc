import { integrate, landmarkByName, patchByName, type Body, type Configuration, type Landmark } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import type { Shape } from '@sacra/pose';
import { solveKeyframe } from '@sacra/solve';
import type { KeyframeTask } from './keyframe-task.ts';

/** Where a point of the skin shall be, metres; `null` leaves a coordinate free. */
export interface PointGoal {
  readonly point: Landmark;
  readonly target: readonly [number | null, number | null, number | null];
}

/** What a keyframe must keep and a solver of position goals can be told: its must-contacts on level surfaces, and its anchors. */
export function pointGoals(body: Body, { shape, anchors }: KeyframeTask): PointGoal[] {
  const points = (patch: string): Landmark[] =>
    patchByName(body, patch).landmarks.map((name) => landmarkByName(body, name));
  const anchored = shape.anchors.flatMap(({ of, patches }) =>
    patches.flatMap((patch) => {
      const places: readonly Vec3[] = anchors(of, patch);
      return points(patch).map((point, i): PointGoal => ({ point, target: places[i] ?? [null, null, null] }));
    }),
  );
  const names = new Set(anchored.map(({ point }) => point.name));
  const resting = shape.contacts
    .filter(({ tier = 'must', on = 'mat' }) => tier === 'must' && on === 'mat')
    .flatMap(({ patch, raisedM = 0 }) => points(patch).map((point) => ({ point, raisedM })))
    .filter(({ point }) => !names.has(point.name))
    .map(({ point, raisedM }): PointGoal => ({ point, target: [null, null, raisedM] }));
  return [...anchored, ...resting];
}

/** The same goals alone, as our solver takes them: nothing is wished. The body's own limits come along; they can't be left out. */
export function bareTask(body: Body, task: KeyframeTask): (start: Configuration) => Configuration {
  const { symmetric, start, anchors, props } = task.shape;
  const contacts = task.shape.contacts.filter(({ tier = 'must', on = 'mat' }) => tier === 'must' && on === 'mat');
  const bare: Shape = {
    ...{ symmetric, start, contacts, anchors, props, givesWay: [], givesAtMost: {} },
    ...{ touches: [], spacings: [], places: [], facings: [], angles: {}, spine: {}, neck: {}, shoulders: {} },
  };
  return (from) => solveKeyframe(body, task.key, bare, task.anchors, { warm: from }).q;
}

/** The solved pose with every joint turned by up to 10° and the pelvis moved by up to 5 cm along each axis, mirrored sides alike. */
export function shaken(body: Body, q: Configuration): Configuration {
  const step = Float64Array.from({ length: body.velocitySize }, (_, v) => 0.175 * Math.sin(12.9898 * (v + 1)));
  for (let v = 0; v < 3; v += 1) step[v] = v === 1 ? 0 : 0.05 * Math.cos(v);
  step[3] = step[5] = 0;
  const byName = new Map(body.joints.map((joint) => [joint.name, joint]));
  for (const { name, kind, vIndex } of body.joints) {
    if (name.endsWith('.rotation') || name.endsWith('.side-bend')) step[vIndex] = 0;
    const twin = name.endsWith('.left') ? byName.get(name.replace('.left', '.right') as typeof name) : undefined;
    if (twin === undefined) continue;
    // Rotation vectors are mirrored in y = 0 by turning their x and z round.
    const signs = kind === 'ball' ? [-1, 1, -1] : [1];
    signs.forEach((sign, axis) => (step[twin.vIndex + axis] = sign * (step[vIndex + axis] ?? 0)));
  }
  const out = integrate(body, q, step, new Float64Array(q.length));
  for (const joint of body.joints) {
    if (joint.kind !== 'hinge') continue;
    const { minRad, maxRad } = joint.range;
    out[joint.qIndex] = Math.min(maxRad, Math.max(minRad, out[joint.qIndex] ?? 0));
  }
  return out;
}
