import {
  createState,
  directionToWorld,
  forwardKinematics,
  hingeByName,
  landmarkByName,
  pointToWorld,
  type Body,
  type BodyState,
  type Side,
} from '@sacra/body';
import { dot, normalise, subtract, type Vec3 } from '@sacra/geometry';
import type { Keyframe } from '@sacra/solve';
import { toDeg } from './measures.ts';

/** What one reads off a solved keyframe, as somebody who looks at the pose would. Angles in degrees, lengths in metres. */
export interface Posture {
  hingeDeg(joint: string): number;
  /** Sum over the joints of the back, from the sacrum to the upper ribs, or of the neck. */
  bendDeg(part: 'back' | 'neck', bend: 'flexion' | 'side-bend' | 'rotation'): number;
  /** From hanging beside the chest (0) to overhead (180). */
  armElevationDeg(side: Side): number;
  place(landmark: string): Vec3;
  /** How far a face of a segment looks up: 1 straight up, −1 straight down. */
  looksUp(segment: string, face: 'front' | 'up'): number;
  /** Names of the patches that must lie on something, with what it is: `mat` or the kind of a prop. */
  readonly mustLieOn: ReadonlyMap<string, string>;
}

const joints = {
  back: ['lumbosacral', 'lumbar-middle', 'lumbar-upper', 'thoracic-lower', 'thoracic-upper'],
  neck: ['neck-lower', 'neck-upper'],
} as const;

export function postureOf(body: Body, { q, contacts, props }: Pick<Keyframe, 'q' | 'contacts' | 'props'>): Posture {
  const state: BodyState = createState(body);
  forwardKinematics(body, q, state);
  const hingeDeg = (joint: string): number => toDeg(q[hingeByName(body, joint).qIndex]!);
  const place = (landmark: string): Vec3 => {
    const { segment, positionM } = landmarkByName(body, landmark);
    return pointToWorld(state, segment, positionM);
  };
  const direction = (segment: string, local: Vec3): Vec3 =>
    directionToWorld(
      state,
      body.segments.findIndex(({ name }) => name === segment),
      local,
    );
  return {
    hingeDeg,
    bendDeg: (part, bend) => joints[part].reduce((sum, joint) => sum + hingeDeg(`${joint}.${bend}`), 0),
    armElevationDeg: (side) => {
      const along = normalise(subtract(place(`elbow-centre.${side}`), place(`shoulder-centre.${side}`)));
      const down = direction('thorax-upper', [0, 0, -1]);
      return toDeg(Math.acos(Math.min(1, Math.max(-1, dot(along, down)))));
    },
    place,
    looksUp: (segment, face) => direction(segment, face === 'front' ? [1, 0, 0] : [0, 0, 1])[2],
    mustLieOn: new Map(
      contacts
        .filter(({ tier }) => tier === 'must')
        .map(({ patch, surface }) => [patch, props.find(({ name }) => name === surface)?.kind ?? surface]),
    ),
  };
}
