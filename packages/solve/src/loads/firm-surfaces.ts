import { dot, type Vec3 } from '@sacra/geometry';
import type { PlacedProp } from '../surfaces.ts';

/** A flat thing that can bear: all of the mat, the top of a prop, the face of a wall. */
export interface FirmSurface {
  /** `mat` or the name of a prop. */
  readonly name: string;
  /** Unit vector out of the surface: the way it pushes. */
  readonly normal: Vec3;
  /** n·p of its points. */
  readonly offsetM: number;
  /** Sideways pull that skin or cloth holds, as a share of the push. */
  readonly friction: number;
  /** Whether a point, moved straight onto the plane, lies on the surface. */
  covers(pointM: Vec3): boolean;
}

/** Skin and cloth on a mat, and on furniture or a wall: careful values (D). */
const friction = { mat: 0.6, prop: 0.4 } as const;
/** A point this far outside the edge of a prop still lies on it: patches are larger than their points. */
const edgeM = 0.02;

export const firmSurfaces = (props: readonly PlacedProp[]): FirmSurface[] => [
  { name: 'mat', normal: [0, 0, 1], offsetM: 0, friction: friction.mat, covers: () => true },
  ...props.map(propSurface),
];

function propSurface({ name, kind, positionM, sizeM, yawRad }: PlacedProp): FirmSurface {
  const [cos, sin] = [Math.cos(yawRad), Math.sin(yawRad)];
  const acrossM = ([x, y]: Vec3): number => Math.abs(-sin * (x - positionM[0]) + cos * (y - positionM[1]));
  const alongM = ([x, y]: Vec3): number => Math.abs(cos * (x - positionM[0]) + sin * (y - positionM[1]));
  if (kind === 'wall') {
    const normal: Vec3 = [-cos, -sin, 0];
    return {
      name,
      normal,
      offsetM: dot(normal, positionM),
      friction: friction.prop,
      covers: (point) => acrossM(point) <= sizeM[1] / 2 + edgeM && point[2] >= 0 && point[2] <= sizeM[2],
    };
  }
  return {
    name,
    normal: [0, 0, 1],
    offsetM: positionM[2] + sizeM[2],
    friction: friction.prop,
    covers: (point) => alongM(point) <= sizeM[0] / 2 + edgeM && acrossM(point) <= sizeM[1] / 2 + edgeM,
  };
}
