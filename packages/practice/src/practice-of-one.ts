import { poseAsDone, type Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { neutralPlaces } from './adapt/lay-within.ts';
import { legsBetween } from './adapt/passing.ts';
import { formOf } from './compose/form.ts';
import { stepIdFor } from './compose/step-id.ts';
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
  const mayStay = character.depth === 'rest' && catalogue.keyframes.get(exit)?.sided === false;
  return {
    ...{ format: 'sacra.practice', version: 1, id },
    title: variationName === null ? title : `${title}, ${startingLow(variationName)}`,
    steps: [stepAs(catalogue, written, choice)],
    ...pace,
    opensIn: nearest(catalogue, (place) => [place, entry]),
    closesIn: mayStay ? exit : nearest(catalogue, (place) => [exit, place]),
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

/** The neutral place with the quickest way between it and the pose. */
function nearest(catalogue: Catalogue, ends: (place: string) => [from: string, to: string]): string {
  const reached = neutralPlaces.flatMap((place) => {
    if (!catalogue.keyframes.has(place)) return [];
    const legs = legsBetween(catalogue, ...ends(place));
    return legs === undefined ? [] : [{ place, seconds: legs.reduce((sum, leg) => sum + leg.seconds, 0) }];
  });
  const [first] = reached.toSorted((a, b) => a.seconds - b.seconds);
  if (first === undefined)
    throw new Error(`None of ${neutralPlaces.join(', ')} leads from ${ends('it').join(' to ')}.`);
  return first.place;
}

const startingLow = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
