import { mirrorName, type Body, type Joint } from '@sacra/body';
import { mirror, type Vec3 } from '@sacra/geometry';

/**
 * The body whose left can do what this one's right can, and the other way round. Lengths and masses of a body are the same on both
 * sides, so only ranges change places. `person` stays whose it is.
 */
export function mirrorBody(body: Body): Body {
  const byName = new Map<string, Joint>(body.joints.map((joint) => [joint.name, joint]));
  return {
    ...body,
    joints: body.joints.map((joint) => withRangesOf(joint, byName.get(mirrorName(joint.name)) ?? joint)),
    couplings: body.couplings.map((coupling) => {
      const twin = body.couplings.find(({ name }) => name === mirrorName(coupling.name)) ?? coupling;
      return { ...coupling, reachRad: twin.reachRad, per: twin.per };
    }),
  };
}

function withRangesOf(joint: Joint, twin: Joint): Joint {
  if (joint === twin) return joint;
  if (joint.kind === 'hinge' && twin.kind === 'hinge') return { ...joint, range: twin.range };
  if (joint.kind === 'ball' && twin.kind === 'ball') {
    const { swing, twist, overhead } = twin;
    return { ...joint, swing: mirrorCone(swing), twist, overhead: mirrorCone(overhead) };
  }
  throw new Error(`${joint.name} and ${twin.name} are not of one kind.`);
}

const mirrorCone = ({ centre, maxRad }: { centre: Vec3; maxRad: number }): { centre: Vec3; maxRad: number } => ({
  centre: mirror(centre),
  maxRad,
});
