import { poseAsDone, type Catalogue } from '@sacra/pose';
import { adaptPractice, type Adapted, type Adapting, type Practice } from '@sacra/practice';
import { mayPlay, type Choice, type Clearance } from '@sacra/safety';

/** What a clearance lets be played, asked by whoever lays out a practice. */
export interface PlayRules {
  adapt(practice: Practice, how: Adapting): Adapted;
  mayPlay(choice: Choice): boolean;
}

/** @param catalogue with the character of every pose: what a pose is barred by stands there */
export function playRules(catalogue: Catalogue, clearance: Clearance): PlayRules {
  return {
    adapt: (practice, how) => adaptPractice(practice, catalogue, clearance, how),
    mayPlay: ({ pose, variation }) => mayPlay(clearance, poseAsDone(catalogue, pose, variation).character),
  };
}
