import type { Catalogue } from '@sacra/pose';
import { choiceOfOne, defaultBreath, practiceOfOne, type Practice } from '@sacra/practice';

/** The practice of a single pose that an address names, such as `pose-pigeon-cushion`; undefined when it names none. */
export function poseAlone(id: string, catalogue: Catalogue): Practice | undefined {
  const choice = choiceOfOne(catalogue, id);
  return choice && practiceOfOne(catalogue, choice, { breath: defaultBreath, catCowBreath: 'in-to-cow' });
}
