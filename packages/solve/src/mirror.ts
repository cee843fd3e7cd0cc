import { mirrorConfiguration, mirrorName, type Body } from '@sacra/body';
import { mirror } from '@sacra/geometry';
import { mirrorKey } from '@sacra/pose';
import type { Keyframe } from './keyframe.ts';
import type { PlacedProp } from './surfaces.ts';

/** The same keyframe with the other side leading: its mirror image in the plane y = 0, exact to the last digit. */
export function mirrorKeyframe<K extends Keyframe>(body: Body, keyframe: K): K {
  return {
    ...keyframe,
    key: mirrorKey(keyframe.key),
    q: mirrorConfiguration(body, keyframe.q),
    contacts: keyframe.contacts.map((contact) => ({
      ...contact,
      patch: mirrorName(contact.patch),
      // Within a patch the order of the points is that of its landmarks, which is the same on both sides.
      pointsM: contact.pointsM.map(mirror),
    })),
    yielded: keyframe.yielded.map(mirrorName),
    props: keyframe.props.map(mirrorProp),
  };
}

const mirrorProp = (prop: PlacedProp): PlacedProp => ({
  ...prop,
  name: mirrorName(prop.name),
  positionM: mirror(prop.positionM),
  yawRad: -prop.yawRad,
});
