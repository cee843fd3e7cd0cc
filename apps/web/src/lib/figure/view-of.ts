import { radFromDeg } from '@sacra/geometry';
import type { View } from '@sacra/figure';
import { keyframeOf, type Catalogue } from '@sacra/pose';

/** Where a keyframe is looked at from: by the camera of its pose or variation, and for the left side by its mirror. */
export function viewOf(catalogue: Catalogue, key: string): View {
  const { pose, variation } = keyframeOf(catalogue, key);
  const { azimuthDeg, elevationDeg } = variation?.camera ?? pose.camera;
  const azimuthRad = radFromDeg(azimuthDeg);
  return {
    azimuthRad: key.endsWith('@left') ? -azimuthRad : azimuthRad,
    elevationRad: radFromDeg(elevationDeg),
  };
}
