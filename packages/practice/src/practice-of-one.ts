import { poseAsDone, type Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { formOf } from './compose/form.ts';
import { stepIdFor } from './compose/step-id.ts';
import { nearestNeutral, neutralPlaces } from './neutral-places.ts';
import type { Practice, Step } from './practice.ts';
import { entriesOf, stepAs } from './step-as.ts';

/**
 * A pose by itself as a practice: one arrives in the neutral place nearest to it, does it on all its sides for its usual breaths, and goes
 * back to the nearest such place. One who rests in the pose stays there. Its id is `pose-` and the key of the pose, its title the pose's name.
 * It is written for anyone: `adaptPractice` fits it to a person.
 *
 * @throws when there is no such pose to practise, no such variation, or no neutral place that leads there and back
 */
export function practiceOfOne(
  catalogue: Catalogue,
  choice: Choice,
  pace: Pick<Practice, 'breath' | 'catCowBreath'>,
): Practice {
  const { pose, character, title, variationName } = poseAsDone(catalogue, choice.pose, choice.variation);
  const id = idOfOne(choice);
  const written: Step = {
    id: stepIdFor(formOf(catalogue, choice).key, []),
    ...choice,
    sides: ['both'],
    breaths: pose.breaths.default,
  };
  const entries = entriesOf(catalogue, choice);
  const [entry = '', exit = entry] = [entries[0], entries.at(-1)];
  const nearest = (ends: (place: string) => [from: string, to: string]): string => {
    const place = nearestNeutral(catalogue, ends);
    if (place === undefined)
      throw new Error(`None of ${neutralPlaces.join(', ')} leads from ${ends('it').join(' to ')}.`);
    return place;
  };
  return {
    ...{ format: 'sacra.practice', version: 1, id },
    title: variationName === null ? title : `${title}, ${startingLow(variationName)}`,
    steps: [stepAs(catalogue, written, choice)],
    ...pace,
    opensIn: nearest((place) => [place, entry]),
    closesIn: character.depth === 'rest' ? exit : nearest((place) => [exit, place]),
  };
}

/** Of what pose a practice of that id is, if it is one by {@link practiceOfOne}. */
export function choiceOfOne(catalogue: Catalogue, id: string): Choice | undefined {
  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice') continue;
    for (const variation of [null, ...pose.variations.map((one) => one.id)]) {
      const choice = { pose: pose.id, variation };
      if (idOfOne(choice) === id) return choice;
    }
  }
  return undefined;
}

const idOfOne = ({ pose, variation }: Choice): string => `pose-${pose}${variation === null ? '' : `-${variation}`}`;

const startingLow = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
