import { convexHull } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';
import type { SkinPoint } from './contact.ts';

const toleranceM = 0.005;

/**
 * The centre of mass stands over the hull of the points, at least `marginM` inside each edge: for an edge that is not kept, the row
 * (inside distance − margin)/tolerance. With n the inward normal of the edge a–b and t the fraction along it at which the centre stands,
 * the inside distance changes by n · (ċ − (1 − t) ȧ − t ḃ).
 */
export function balanceObjective(points: readonly SkinPoint[], marginM: number): RowSource {
  const place = new Float64Array(3);
  const spots: [number, number, number][] = points.map(() => [0, 0, 0]);
  return {
    addRows(state, equations) {
      points.forEach((point, i) => {
        state.placePoint(point.segment, point.positionM, place);
        spots[i] = [place[0]!, place[1]!, place[2]!];
      });
      const { segments } = state.body;
      let massKg = 0;
      let comX = 0;
      let comY = 0;
      segments.forEach((segment, i) => {
        state.placePoint(i, segment.centreOfMassM, place);
        massKg += segment.massKg;
        comX += segment.massKg * place[0]!;
        comY += segment.massKg * place[1]!;
      });
      comX /= massKg;
      comY /= massKg;

      const corners = convexHull(spots);
      corners.forEach((corner, k) => {
        const next = corners[(k + 1) % corners.length]!;
        const [ax, ay, az] = spots[corner]!;
        const [bx, by, bz] = spots[next]!;
        const length = Math.hypot(bx - ax, by - ay);
        if (length < 1e-9) return;
        const nx = -(by - ay) / length;
        const ny = (bx - ax) / length;
        const insideM = (comX - ax) * nx + (comY - ay) * ny;
        if (insideM >= marginM) return;
        const weight = 1 / toleranceM;
        if (equations.wantsJacobian) {
          segments.forEach((segment, i) => {
            state.placePoint(i, segment.centreOfMassM, place);
            equations.addPoint(i, place[0]!, place[1]!, place[2]!, nx, ny, 0, (weight * segment.massKg) / massKg);
          });
          const t = ((comX - ax) * (bx - ax) + (comY - ay) * (by - ay)) / (length * length);
          equations.addPoint(points[corner]!.segment, ax, ay, az, nx, ny, 0, -weight * (1 - t));
          equations.addPoint(points[next]!.segment, bx, by, bz, nx, ny, 0, -weight * t);
        }
        equations.close((insideM - marginM) * weight);
      });
    },
  };
}
