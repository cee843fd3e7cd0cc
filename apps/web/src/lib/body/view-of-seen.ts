import { radFromDeg } from '@sacra/geometry';
import type { View } from '@sacra/figure';
import type { Catalogue, Try } from '@sacra/pose';
import { viewOf } from '../figure/view-of.ts';
import type { Seen } from './preview-messages.ts';

/** Standing, a body is looked at a little from the front: there its breadths show. */
const standingView: View = { azimuthRad: radFromDeg(-38), elevationRad: radFromDeg(6) };

/** Where to look from. A try of the left side is seen from the other side. */
export function viewOfSeen(catalogue: Catalogue, tries: readonly Try[], seen: Seen): View {
  if (seen.kind === 'keyframe') return seen.key === 'standing' ? standingView : viewOf(catalogue, seen.key);
  const one = tries.find(({ id }) => id === seen.id);
  if (one === undefined) return standingView;
  const azimuthRad = radFromDeg(one.camera.azimuthDeg);
  return {
    azimuthRad: seen.side === 'left' ? -azimuthRad : azimuthRad,
    elevationRad: radFromDeg(one.camera.elevationDeg),
  };
}
