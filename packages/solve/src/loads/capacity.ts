/**
 * About what a joint's muscles can do, as a share of (weight × stature): the scale on which its effort is counted when forces are shared.
 * One number a movement, both directions alike. Legs: mean of the two directions of anderson-2007 (K); trunk, shoulder and elbow:
 * rounded from chaffin-1999 (K); what no one measured in that form, in proportion (D). They decide how the forces are shared among the
 * points that touch, never what keeps the balance.
 */
const capacities: readonly (readonly [jointPattern: RegExp, share: number])[] = [
  [/^hip\.flexion/, 0.14],
  [/^hip\.abduction/, 0.09],
  [/^hip\.external-rotation/, 0.05],
  [/^knee\./, 0.12],
  [/^ankle\.dorsiflexion/, 0.065],
  [/^ankle\.inversion/, 0.02],
  [/^toes\./, 0.01],
  [/^(lumb|thoracic).*\.flexion/, 0.15],
  [/^(lumb|thoracic).*\.side-bend/, 0.1],
  [/^(lumb|thoracic).*\.rotation/, 0.06],
  [/^neck/, 0.025],
  [/^clavicle\./, 0.06],
  [/^shoulder\./, 0.05],
  [/^elbow\./, 0.05],
  [/^forearm\./, 0.01],
  [/^wrist\./, 0.012],
  [/^fingers\./, 0.004],
  [/^fingertips\./, 0.002],
];

/** @throws when the joint is of no known kind, naming those there are */
export function capacityShare(jointName: string): number {
  for (const [pattern, share] of capacities) if (pattern.test(jointName)) return share;
  throw new Error(`No capacity for joint "${jointName}"; there are ${capacities.map(([p]) => p.source).join(', ')}.`);
}
