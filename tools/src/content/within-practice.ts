import { doingOf, keyframesNeeded, parseKey, route, withoutSide, type Catalogue, type KeyframeKey } from '@sacra/pose';
import type { Practice, Step } from '@sacra/practice';

/** What a practice can come through as long as only its own choices are made in it. */
export interface WithinPractice {
  /** ids of poses */
  readonly poses: ReadonlySet<string>;
  /** ids of the poses that are steps of it: of those each variation can be chosen */
  readonly chosen: ReadonlySet<string>;
  /** keys without sides */
  readonly keyframes: ReadonlySet<string>;
}

/** The practice's steps as they are and in each of their variations, and what lies on the ways between them, however many poses there are. */
export function withinPractice(catalogue: Catalogue, { opensIn, closesIn, steps }: Practice): WithinPractice {
  const keyframes = new Set<string>();
  const gone = new Set<string>();
  const go = (from: KeyframeKey, to: KeyframeKey): void => {
    const name = `${from}>${to}`;
    if (gone.has(name)) return;
    gone.add(name);
    for (const key of [from, ...route(catalogue, from, to).map((leg) => leg.to)]) keyframes.add(withoutSide(key));
  };
  const places = [[opensIn], ...steps.map((step) => placesOf(catalogue, step)), [closesIn]];
  places.forEach((here, index) => {
    for (const from of here) {
      // What can't be reached from where the practice opens, and left for it again, isn't offered.
      go(opensIn, from);
      go(from, opensIn);
      for (const to of [...here, ...(places[index + 1] ?? [])]) go(from, to);
    }
  });
  const passed = [...keyframes].flatMap((key) => parseKey(key)?.pose ?? []);
  return {
    poses: new Set([...steps.flatMap((step) => posesOf(catalogue, step)), ...passed]),
    chosen: new Set(steps.map(({ pose }) => pose)),
    keyframes,
  };
}

/** The pose of a step, and those that its variations are. */
function posesOf(catalogue: Catalogue, { pose }: Step): string[] {
  const variations = catalogue.poses.get(pose)?.variations ?? [];
  return [pose, ...variations.flatMap(({ form }) => (form.kind === 'pose' ? [form.pose] : []))];
}

/** Every keyframe that a step can take, on its sides, in any of its variations. */
function placesOf(catalogue: Catalogue, { pose, sides }: Step): KeyframeKey[] {
  const variations = catalogue.poses.get(pose)?.variations ?? [];
  return [null, ...variations.map(({ id }) => id)].flatMap((variation) =>
    sides.flatMap((side) => keyframesNeeded(doingOf(catalogue, pose, variation, side))),
  );
}
