import { poseAsDone, type Area, type Catalogue } from '@sacra/pose';
import type { TimedStep } from '@sacra/practice';

/** As many as one can take in at a glance. */
const MOST_SHOWN = 3;

/** Where a step is felt or worked, the most first. */
export function workingAreas(catalogue: Catalogue, { pose, variation }: Pick<TimedStep, 'pose' | 'variation'>): Area[] {
  return poseAsDone(catalogue, pose, variation).character.areas.slice(0, MOST_SHOWN);
}

const inWords: Readonly<Record<Area, string>> = {
  sacrum: 'sacrum',
  'lower-back': 'lower back',
  'upper-back': 'upper back',
  neck: 'neck',
  shoulders: 'shoulders',
  belly: 'belly',
  hips: 'hips',
  thighs: 'thighs',
  hamstrings: 'backs of the thighs',
  calves: 'calves',
};

/** "lower back, sacrum". Empty for no area. */
export function areasInWords(areas: readonly Area[]): string {
  return areas.map((area) => inWords[area]).join(', ');
}
