import { segmentByName } from '@sacra/body';
import { landmarkRatio, offsetRatio, type PointMap, type TwoBodies } from './segment-map.ts';

/** The head hardly differs with weight: it is as large as its landmarks say. In its own frame. */
export function headMap(bodies: TwoBodies): PointMap {
  const front = landmarkRatio(bodies, 'forehead', 0);
  const side = landmarkRatio(bodies, 'head-side.left', 1);
  const up = landmarkRatio(bodies, 'crown', 2);
  return (x, y, z, out) => {
    out[0] = x * front;
    out[1] = y * side;
    out[2] = z * up;
    out[3] = out[4] = out[5] = 0;
  };
}

/** The left shoulder girdle, from the inner end of the collar bone to the shoulder's joint. In its own frame. */
export function clavicleMap(bodies: TwoBodies): PointMap {
  const { from, to } = bodies;
  const joint = from.segments[segmentByName(from, 'upper-arm.left')]!.offsetM;
  const jointTo = to.segments[segmentByName(to, 'upper-arm.left')]!.offsetM;
  const side = offsetRatio(bodies, 'upper-arm.left', 1);
  const up = landmarkRatio(bodies, 'shoulder-top.left', 2);
  const deep = landmarkRatio(bodies, 'shoulder-blade.left', 0);
  return (x, y, z, out) => {
    // depth grows from the line between both ends of the collar bone
    const along = Math.max(0, Math.min(1, y / joint[1]));
    out[0] = jointTo[0] * along + (x - joint[0] * along) * deep;
    out[1] = y * side;
    out[2] = z * up;
    out[3] = (x - joint[0] * along) * deep * 0.2;
    out[4] = 0;
    out[5] = 0;
  };
}
