import { doingOf, poseAsDone, type Catalogue, type PoseAsDone, type PracticePose } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { foldName } from './fold-name.ts';
import { chipGroups, places } from './ways-to-find.ts';
import type { Wish } from './wish.ts';

/** A pose with the ways of doing it: as it is, then its variations. One that is a pose of its own is found there. */
export interface FindablePose {
  readonly pose: PracticePose;
  /** Id of the place that it is listed under. */
  readonly place: string;
  readonly forms: readonly FindableForm[];
}

interface FindableForm {
  readonly choice: Choice;
  readonly done: PoseAsDone;
  /** What it is called, folded. */
  readonly names: readonly string[];
  /** All that is said of it by the chips, folded. */
  readonly about: readonly string[];
}

/** A pose that was looked for, and the way of doing it that answers best. */
export interface FoundPose {
  readonly pose: PracticePose;
  readonly place: string;
  readonly form: FindableForm;
}

/** All poses that can be practised, in the order of the places, each by name. */
export function findablePoses(catalogue: Catalogue): readonly FindablePose[] {
  const findable = [...catalogue.poses.values()].flatMap((pose) =>
    pose.purpose === 'practice' ? findableOf(pose) : [],
  );
  const placeOrder = places.map(({ id }): string => id);
  return findable.toSorted(
    (a, b) =>
      placeOrder.indexOf(a.place) - placeOrder.indexOf(b.place) ||
      a.pose.names.english.localeCompare(b.pose.names.english, 'en'),
  );

  function findableOf(pose: PracticePose): FindablePose {
    const own = pose.variations.filter(({ form }) => form.kind !== 'pose').map(({ id }) => id);
    const plain = poseAsDone(catalogue, pose.id, null);
    return {
      pose,
      place: placeOf(plain),
      forms: [null, ...own].map((variation) => formOf({ pose: pose.id, variation })),
    };
  }

  function formOf(choice: Choice): FindableForm {
    const done = poseAsDone(catalogue, choice.pose, choice.variation);
    const { english, sanskrit, spoken } = done.pose.names;
    const names = [english, sanskrit, spoken, done.variationName].flatMap((name) => name ?? []);
    const chips = chipGroups.flatMap((group) => group.chips).filter(({ holds }) => holds(done));
    return { choice, done, names: names.map(foldName), about: chips.map(({ label }) => foldName(label)) };
  }
}

/** What answers a wish, those whose name does first. Of each pose the first way of doing it that answers. */
export function findPoses(poses: readonly FindablePose[], wish: Wish): readonly FoundPose[] {
  const words = foldName(wish.words).split(' ').filter(Boolean);
  const found = poses.flatMap(({ pose, place, forms }) => {
    const [best] = forms
      .filter(({ done }) => holdsFor(wish, done))
      .map((form) => ({ pose, place, form, rank: rankOf(form, words) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank);
    return best === undefined ? [] : [best];
  });
  return found.toSorted((a, b) => b.rank - a.rank);
}

/** The keyframe whose picture stands for a way of doing a pose. */
export function pictureOf(catalogue: Catalogue, { pose, variation }: Choice): string {
  const isSided = catalogue.poses.get(pose)?.sides === 'one-then-other';
  const doing = doingOf(catalogue, pose, variation, isSided ? 'right' : 'both');
  return doing.kind === 'hold' ? doing.keyframe : doing.out;
}

export function placeOf(done: PoseAsDone): string {
  const place = places.find(({ holds }) => holds(done));
  if (place === undefined) throw new Error(`"${done.pose.id}" is ${done.position}; no place of the library has it.`);
  return place.id;
}

function holdsFor({ chosen }: Wish, done: PoseAsDone): boolean {
  return chipGroups.every(({ id, chips }) => {
    const wanted = chips.filter((chip) => chosen[id].includes(chip.id));
    return wanted.length === 0 || wanted.some(({ holds }) => holds(done));
  });
}

/** 2 when every word is in its names, 1 when some are only in what is said of it, 0 when one is in neither. */
function rankOf({ names, about }: FindableForm, words: readonly string[]): number {
  if (words.every((word) => isIn(names, word))) return 2;
  return words.every((word) => isIn(names, word) || isIn(about, word)) ? 1 : 0;
}

/** Within a word only from three letters on: `kapota` finds Rajakapotasana, and `ca` doesn't. */
function isIn(texts: readonly string[], word: string): boolean {
  return texts.some((text) => (word.length < 3 ? ` ${text}`.includes(` ${word}`) : text.includes(word)));
}
