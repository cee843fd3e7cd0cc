import { poseAsDone, type Catalogue } from '@sacra/pose';
import type { Step, StepFit } from '@sacra/practice';
import type { Because } from '@sacra/solve';

/** What keeps a body from a pose as it is written, by the part that is named first; the rest of a sentence that begins so. */
const reasons: readonly (readonly [part: RegExp, words: string])[] = [
  [/buttock|sit-bone|seat|pelvis/, 'Your seat doesn’t come down all the way'],
  [/forehead|head|neck|chin/, 'Your head doesn’t come down all the way'],
  [/heel/, 'Your heels don’t come down all the way'],
  [/palm|hand|wrist|finger/, 'Your hands don’t reach all the way'],
  [/elbow|forearm/, 'Your arms don’t come down all the way'],
  [/shoulder|clavicle|upper-arm/, 'Your shoulders want more room'],
  [/knee|shank|shin/, 'Your knees want more room'],
  [/foot|toe|ankle|sole|ball|instep/, 'Your feet want more room'],
  [/belly|waist|chest|ribs/, 'Your belly wants more room'],
  [/hip|thigh/, 'Your hips want more room'],
  [/spine|back|lumbar|thora|trunk/, 'Your back wants more room'],
  [/hamstrings/, 'Your legs want more room at the back'],
  [/gastrocnemius/, 'Your calves want more room'],
  [/rectus-femoris/, 'Your thighs want more room at the front'],
];

/** What each prop is called where it answers. */
const props: Readonly<Record<string, string>> = {
  cushion: 'a cushion answers',
  bolster: 'a bolster answers',
  block: 'a block answers',
  blanket: 'a folded blanket answers',
  chair: 'a chair answers',
  wall: 'a wall answers',
  table: 'a table answers',
};

/**
 * "Your seat doesn’t come down all the way, so a cushion answers." Where another pose answers, the one that was written is named:
 * "In Child's Pose your seat …".
 */
export function answeredInWords(
  catalogue: Catalogue,
  asWritten: Step,
  fit: Extract<StepFit, { kind: 'answered' }>,
  because: Because | undefined,
): string {
  const reason = reasonInWords(because);
  const written = poseAsDone(catalogue, asWritten.pose, null).title;
  const where = fit.step.pose === asWritten.pose ? reason : `In ${written} y${reason.slice(1)}`;
  return `${where}, so ${answerInWords(catalogue, fit)}.`;
}

export function unansweredInWords(because: Because | undefined): string {
  return `${reasonInWords(because)} in this pose. Go only as far as is comfortable, take another way, or skip it.`;
}

function reasonInWords(because: Because | undefined): string {
  const found = because && reasons.find(([part]) => part.test(because.what));
  return found?.[1] ?? 'Your body asks for something else here';
}

function answerInWords(catalogue: Catalogue, { step }: Extract<StepFit, { kind: 'answered' }>): string {
  const { needs, variationName, title } = poseAsDone(catalogue, step.pose, step.variation);
  const prop = needs.map((need) => props[need.prop]).find((words) => words !== undefined);
  return prop ?? `“${variationName ?? title}” answers`;
}
