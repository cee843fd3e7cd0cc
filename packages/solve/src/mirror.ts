import { mirrorConfiguration, mirrorName, type Body } from '@sacra/body';
import { mirror } from '@sacra/geometry';
import { mirrorKey, mirrorShape } from '@sacra/pose';
import type { Keyframe, SolvedKeyframe } from './keyframe.ts';
import type { ShapeMeasure } from './measure.ts';
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

/** As `mirrorKeyframe`, with its shape and what was measured of it. */
export function mirrorSolvedKeyframe(body: Body, keyframe: SolvedKeyframe): SolvedKeyframe {
  return {
    ...mirrorKeyframe(body, keyframe),
    shape: mirrorShape(keyframe.shape),
    measure: mirrorMeasure(keyframe.measure),
  };
}

function mirrorMeasure(measure: ShapeMeasure): ShapeMeasure {
  const grouped = <D extends { readonly group: string }>(one: D): D => ({ ...one, group: mirrorName(one.group) });
  return {
    ...measure,
    worstContact: mirrorWords(measure.worstContact),
    belowMatPart: mirrorWords(measure.belowMatPart),
    overlapParts: mirrorWords(measure.overlapParts),
    pastRangePart: mirrorWords(measure.pastRangePart),
    deviations: measure.deviations.map(grouped),
    yielded: measure.yielded.map(grouped),
  };
}

/** A text that names parts of the body, with every side exchanged. */
const mirrorWords = (text: string): string =>
  text.replace(/([.@])(left|right)\b/g, (_, mark: string, side: string) => mark + (side === 'left' ? 'right' : 'left'));

const mirrorProp = (prop: PlacedProp): PlacedProp => ({
  ...prop,
  name: mirrorName(prop.name),
  positionM: mirror(prop.positionM),
  yawRad: -prop.yawRad,
});
