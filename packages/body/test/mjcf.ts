import type { Body, Joint, Segment } from '../src/index.ts';

const numbers = (values: readonly number[]): string => values.map((value) => value.toPrecision(17)).join(' ');

/**
 * The body as a model file of MuJoCo: one `body` a segment, one `joint` a joint, one `site` a landmark. Numbers are written in
 * full, so that differences in results are differences in method.
 */
export function bodyToMjcf(body: Body): string {
  const root = segmentXml(body, 0);
  return (
    '<mujoco><compiler angle="radian" autolimits="true"/><option gravity="0 0 -9.81"/>' +
    `<worldbody>${root}</worldbody></mujoco>`
  );
}

function segmentXml(body: Body, index: number): string {
  const segment = body.segments[index]!;
  const children = [...body.segments.keys()].filter((other) => body.segments[other]!.parent === index);
  return [
    `<body name="${segment.name}" pos="${numbers(segment.offsetM)}">`,
    inertialXml(segment),
    ...body.joints.filter((joint) => joint.segment === index).map(jointXml),
    ...[...body.landmarks.values()]
      .filter((landmark) => landmark.segment === index)
      .map(({ name, positionM }) => `<site name="${name}" pos="${numbers(positionM)}"/>`),
    ...children.map((child) => segmentXml(body, child)),
    '</body>',
  ].join('');
}

function inertialXml({ massKg, centreOfMassM, inertiaKgM2 }: Segment): string {
  return `<inertial pos="${numbers(centreOfMassM)}" mass="${numbers([massKg])}" diaginertia="${numbers(inertiaKgM2)}"/>`;
}

function jointXml(joint: Joint): string {
  switch (joint.kind) {
    case 'free':
      return '<freejoint name="root"/>';
    case 'ball':
      return `<joint name="${joint.name}" type="ball"/>`;
    case 'hinge': {
      const range = numbers([joint.range.minRad, joint.range.maxRad]);
      return `<joint name="${joint.name}" type="hinge" axis="${numbers(joint.axis)}" range="${range}"/>`;
    }
  }
}
