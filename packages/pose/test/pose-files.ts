import type { PoseContext } from '../src/check-names.ts';

/** A body with a few names, enough to write poses for. */
export const context: PoseContext = {
  vocabulary: {
    joints: new Map([
      ['knee.flexion', { minDeg: 0, maxDeg: 155 }],
      ['knee.flexion.left', { minDeg: 0, maxDeg: 155 }],
      ['knee.flexion.right', { minDeg: 0, maxDeg: 155 }],
      ['hip.flexion', { minDeg: -20, maxDeg: 122 }],
    ]),
    patches: new Set(['palm', 'palm.left', 'palm.right', 'knee', 'forehead']),
    landmarks: new Set(['palm-heel', 'knee']),
    segments: new Set(['pelvis', 'thigh', 'thigh.left']),
  },
  sources: new Set(['taught', 'measured']),
  keyframes: new Set(['tabletop', 'resting', 'resting/raised']),
  poses: new Set(['tabletop', 'resting']),
  practised: new Set(['resting', 'resting/raised']),
};

/** A whole pose file; line 1 is its `id`. */
export const restingText = `id: resting
names: { english: Resting }
position: kneeling
purpose: practice
sides: both-together
form:
  kind: hold
  shape:
    symmetric: true
    contacts:
      - { patch: palm, tier: must }
      - { patch: forehead }
    angles:
      knee.flexion: 140
      hip.flexion: { deg: 110, hold: loose }
breaths: { default: 5, min: 1, max: 10 }
reach: { text: Said to rest the back., source: taught }
words:
  instruction: Rest.
  there:
    - Let the floor carry you.
cautions:
  - text: With a sore knee, stay higher.
    source: taught
easier:
  - text: Raise your seat.
    variation: raised
    source: measured
variations:
  - id: raised
    name: Raised
    why: For knees.
    offered: offered
    form: { kind: hold, shape: {} }
    ways:
      - { from: tabletop, seconds: 5, say: [Sit back.] }
ways:
  - from: tabletop
    seconds: 6
    say:
      - Let your hips travel back.
    back:
      seconds: 6
      say:
        - Come forward.
camera: { azimuthDeg: -75, elevationDeg: 10 }
sources: [taught, measured]
character:
  areas: [lower-back]
  aims: [settle]
  depth: rest
  barredBy:
    - { limit: no-kneeling, standsIn: [resting/raised], source: taught }
bodies:
  gives: { hips: Your hips stay higher. }
  answeredBy: [resting/raised]
`;

/** The text with one line (counted from 1) replaced. */
export function withLine(text: string, line: number, replacement: string): string {
  return text
    .split('\n')
    .map((old, index) => (index === line - 1 ? replacement : old))
    .join('\n');
}
