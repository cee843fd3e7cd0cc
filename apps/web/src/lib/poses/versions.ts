import { depths, poseAsDone, type Catalogue, type PoseAsDone, type PracticePose, type Remark } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { standIn } from './for-person.ts';

/** Another way of doing a pose, or a pose in its place. */
export interface Version {
  readonly choice: Choice;
  readonly name: string;
  /** What changes, or whom it helps. */
  readonly says: string;
  readonly source: string | undefined;
  /** A variation that is told on the page of its pose; undefined for one that has a page of its own. */
  readonly done: PoseAsDone | undefined;
}

/** What is near a pose, each thing once. */
export interface Versions {
  readonly easier: readonly Version[];
  /** Ways to make it easier that need no other form. */
  readonly easings: readonly Remark[];
  /** Neither easier nor deeper. */
  readonly other: readonly Version[];
  /** Deeper, and poses that this one is an easier way to. */
  readonly further: readonly Version[];
}

export function versionsOf(catalogue: Catalogue, pose: PracticePose): Versions {
  const easier = pose.easier.flatMap((easing): Version[] => {
    const variation = easing.variation ?? null;
    if (variation === null && easing.pose === undefined) return [];
    const version = versionOf(catalogue, { pose: easing.pose ?? pose.id, variation });
    return [{ ...version, says: easing.text, source: easing.source }];
  });
  const named = new Set(pose.easier.map(({ variation }) => variation));
  const rest = pose.variations.filter(({ id }) => !named.has(id)).map(({ id }) => ({ pose: pose.id, variation: id }));
  const isFurther = (choice: Choice): boolean => depthOf(catalogue, choice) > depthOf(catalogue, plain(pose.id));
  const isDeepest = pose.character.depth === depths.at(-1);
  const [further, other] = [
    rest.filter((choice) => isFurther(choice) || isDeepest),
    rest.filter((choice) => !isFurther(choice) && !isDeepest),
  ];
  const leadsTo = [...catalogue.poses.values()]
    .filter((one): one is PracticePose => one.purpose === 'practice' && easierPoses(one).includes(pose.id))
    .map(({ id }) => plain(id))
    .filter(isFurther);
  const isNear = new Set(easier.map(({ name }) => name));
  return {
    easier,
    easings: pose.easier.filter((easing) => easing.variation === undefined && easing.pose === undefined),
    other: other.map((choice) => versionOf(catalogue, choice)),
    further: [...further, ...leadsTo]
      .map((choice) => versionOf(catalogue, choice))
      .filter(({ name }) => !isNear.has(name)),
  };
}

function versionOf(catalogue: Catalogue, choice: Choice): Version {
  const { variation } = poseAsDone(catalogue, choice.pose, choice.variation);
  const meant = standIn(catalogue, choice);
  const isHere = variation !== null && variation.form.kind !== 'pose';
  return {
    choice: meant.choice,
    name: isHere ? variation.name : meant.name,
    says: variation?.why ?? '',
    source: undefined,
    done: isHere ? poseAsDone(catalogue, choice.pose, choice.variation) : undefined,
  };
}

/** Poses that a pose names as easier ways to it, by themselves or as its variations. */
function easierPoses({ easier, variations }: PracticePose): readonly string[] {
  return easier.flatMap((easing) => {
    const form = variations.find(({ id }) => id === easing.variation)?.form;
    return form?.kind === 'pose' ? form.pose : (easing.pose ?? []);
  });
}

const plain = (pose: string): Choice => ({ pose, variation: null });

function depthOf(catalogue: Catalogue, { pose, variation }: Choice): number {
  return depths.indexOf(poseAsDone(catalogue, pose, variation).character.depth);
}
