import type { Body, Configuration } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';
import { SolveState } from '../state.ts';

const toleranceM = 0.0005;

/**
 * No part of the body sinks into the mat (z = 0) deeper than its soft tissue gives: for the spheres at both ends of each capsule, when
 * (z − radius + allowance) is negative, the row of it over the tolerance.
 *
 * @param granted configurations that must be possible: a part may go as deep as it is in any of them
 */
export function matLimit(body: Body, granted: readonly Configuration[] = []): RowSource {
  const ends = sphereEnds(body).map((end) => ({ ...end, allowanceM: end.allowanceM + deepest(end) }));
  const place = new Float64Array(3);
  return {
    addRows(state, equations) {
      const weight = 1 / (toleranceM * state.softness);
      for (const end of ends) {
        state.placePoint(end.segment, end.centreM, place);
        const clearanceM = place[2]! - end.radiusM + end.allowanceM;
        if (clearanceM >= 0) continue;
        if (equations.wantsJacobian) {
          equations.addPoint(end.segment, place[0]!, place[1]!, place[2]!, 0, 0, 1, weight);
        }
        equations.close(clearanceM * weight);
      }
    },
  };

  function deepest(end: SphereEnd): number {
    return Math.max(0, ...granted.map((q) => depthM(new SolveState(body, q), end)));
  }
}

/** How far the deepest part is below what its soft tissue allows, metres; 0 when none is. */
export function depthBelowMatM(state: SolveState): { depthM: number; part: string } {
  let deepest = { depthM: 0, part: '' };
  for (const end of sphereEnds(state.body)) {
    const depth = depthM(state, end);
    if (depth > deepest.depthM) deepest = { depthM: depth, part: end.name };
  }
  return deepest;
}

interface SphereEnd {
  readonly name: string;
  readonly segment: number;
  readonly centreM: Vec3;
  readonly radiusM: number;
  readonly allowanceM: number;
}

function depthM(state: SolveState, end: SphereEnd): number {
  const place = new Float64Array(3);
  state.placePoint(end.segment, end.centreM, place);
  return end.radiusM - end.allowanceM - place[2]!;
}

function sphereEnds(body: Body): SphereEnd[] {
  return body.capsules.flatMap(({ name, segment, matAllowanceM: allowanceM, ...capsule }) => [
    { name, segment, allowanceM, centreM: capsule.startM, radiusM: capsule.startRadiusM },
    { name, segment, allowanceM, centreM: capsule.endM, radiusM: capsule.endRadiusM },
  ]);
}
