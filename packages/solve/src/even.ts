import { mirrorName, type Body } from '@sacra/body';

/** Whether left and right can do the same, so that what is solved with one side leading holds mirrored for the other. */
export function isEven(body: Body): boolean {
  const reaches = new Map(body.couplings.map((coupling) => [coupling.name, coupling]));
  for (const { name, reachRad, per } of body.couplings) {
    const twin = reaches.get(name.replace(/\.left$/, '.right'));
    if (twin && (twin.reachRad !== reachRad || twin.per !== per)) return false;
  }
  const byName = new Map(body.joints.map((joint) => [joint.name, joint]));
  const reach = new Map(body.couplings.map(({ name, reachRad }) => [name, reachRad]));
  const evenMuscles = body.couplings.every(({ name, reachRad }) => reach.get(mirrorName(name)) === reachRad);
  return (
    evenMuscles &&
    body.joints.every((joint) => {
      const twin = byName.get(joint.name.replace(/\.left$/, '.right') as typeof joint.name);
      if (joint.kind === 'hinge' && twin?.kind === 'hinge')
        return joint.range.minRad === twin.range.minRad && joint.range.maxRad === twin.range.maxRad;
      if (joint.kind === 'ball' && twin?.kind === 'ball')
        return (
          joint.swing.maxRad === twin.swing.maxRad &&
          joint.overhead.maxRad === twin.overhead.maxRad &&
          joint.overhead.maxRad === twin.overhead.maxRad &&
          joint.twist.minRad === twin.twist.minRad &&
          joint.twist.maxRad === twin.twist.maxRad
        );
      return true;
    })
  );
}
