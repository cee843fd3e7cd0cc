import { hingeByName, type Body, type Configuration, type Coupling } from '@sacra/body';
import type { RowSource } from '../row-source.ts';

const toleranceRad = degrees(0.05);

/**
 * Muscles over two joints (hamstrings, gastrocnemius, rectus femoris) let one joint bend only as far as the other eases them: beyond
 * limited = reach + per · eased, the row (limited − that)/tolerance, each muscle of each side on its own.
 */
export function twoJointLimit(body: Body, couplings: readonly Coupling[] = body.couplings): RowSource {
  const muscles = couplings.map((coupling) => ({ ...coupling, ...hingesOf(body, coupling) }));
  return {
    addRows(state, equations) {
      const weight = 1 / toleranceRad;
      for (const { limitedHinge, easingHinge, reachRad, per } of muscles) {
        const pastRad = state.q[limitedHinge.qIndex]! - reachRad - per * state.q[easingHinge.qIndex]!;
        if (pastRad <= 0) continue;
        if (equations.wantsJacobian) {
          equations.addDof(limitedHinge.vIndex, weight);
          equations.addDof(easingHinge.vIndex, -per * weight);
        }
        equations.close(pastRad * weight);
      }
    },
  };
}

/** The muscle that is furthest beyond its reach, and by how much; 0 and no name when none is. */
export function furthestPastReach(body: Body, q: Configuration): { pastRad: number; name: string } {
  let furthest = { pastRad: 0, name: '' };
  for (const coupling of body.couplings) {
    const { limitedHinge, easingHinge } = hingesOf(body, coupling);
    const pastRad = q[limitedHinge.qIndex]! - coupling.reachRad - coupling.per * q[easingHinge.qIndex]!;
    if (pastRad > furthest.pastRad) furthest = { pastRad, name: coupling.name };
  }
  return furthest;
}

const hingesOf = (body: Body, { limited, easedBy }: Coupling) => ({
  limitedHinge: hingeByName(body, limited),
  easingHinge: hingeByName(body, easedBy),
});

function degrees(value: number): number {
  return (value * Math.PI) / 180;
}
