import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatKey,
  withoutSide,
  type AnotherPose,
  type Form,
  type PassageVariation,
  type Pose,
  type Way,
} from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import type { Content } from './read-content.ts';
import type { SafetyContent } from './read-safety.ts';
import { withinPractice, type WithinPractice } from './within-practice.ts';

/**
 * File name → JSON text: the content as the app carries it. The same content gives the same text to the last byte.
 *
 * @internal seen by the tests
 */
export function compileContent(content: Content): ReadonlyMap<string, string> {
  const poses = [...content.catalogue.poses.values()].map(withoutShapes);
  const { safety, firstStart, loads, tries, aboutPractices } = content;
  const { comingOut, ...checklist } = safety;
  const placeOf = ({ id }: Practice): number => aboutPractices.get(id)?.place ?? Infinity;
  const practices = content.practices.toSorted((a, b) => placeOf(a) - placeOf(b));
  const shown = {
    ...{ practices, 'about-practices': Object.fromEntries(aboutPractices) },
    ...{ poses, safety: { emergency: emergencyIn(safety), comingOut }, checklist },
    ...{ learn: { firstStart }, loads, tries, body: content.bodyTables },
  };
  const cited = citedIn(shown);
  const sources = Object.fromEntries(Object.entries(content.sources).filter(([id]) => cited.has(id)));
  // whole poses, for the worker that solves them on a person's own body
  const solving = [...content.catalogue.poses.values()];
  const firstPractice = firstOf(content, poses);
  return new Map(
    Object.entries({ ...shown, sources, 'first-practice': firstPractice, solving }).map(([name, data]) => [
      `${name}.json`,
      `${JSON.stringify(data)}\n`,
    ]),
  );
}

/** Writes {@link compileContent} into a folder (the app's `src/lib/content/generated`), made if it isn't there. */
export function writeContent(content: Content, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of compileContent(content)) writeFileSync(join(folder, name), text);
}

/** Shapes and paths are for solving. The screens get the keyframes and clips instead (`poses.json`); `solving.json` has it all. */
function withoutShapes(pose: Pose): Pose {
  const bare = <Holder extends { readonly form: Form | AnotherPose; readonly ways: readonly Way[] }>(
    holder: Holder,
  ): Holder => ({
    ...holder,
    form: holder.form.kind === 'hold' ? { kind: 'hold', shape: {} } : holder.form,
    ways: holder.ways.map(({ path: _, ...way }) => way),
  });
  const variations: readonly PassageVariation[] = pose.variations;
  return { ...bare(pose), variations: variations.map(bare) } as Pose;
}

/** What is told about a pose beside it: of no use while it is played, and as long as all the rest. */
const advice = ['cautions', 'easier', 'reach', 'faults', 'character', 'bodies', 'sources', 'why'];

/** The practice that the app begins with one press, and of the poses only those that it can come through, as far as they are played. */
function firstOf({ catalogue, practices }: Content, poses: readonly Pose[]): { practice: Practice; poses: object[] } {
  const practice = practices.find(({ id }) => id === FIRST_PRACTICE);
  if (practice === undefined)
    throw new Error(`No practice "${FIRST_PRACTICE}"; there are ${practices.map(({ id }) => id).join(', ')}.`);
  const within = withinPractice(catalogue, practice);
  const playing = poses.filter(({ id }) => within.poses.has(id)).map((pose) => asPlayed(pose, within));
  return { practice, poses: playing };
}

const FIRST_PRACTICE = 'five-pose';

/** A pose as a practice plays it: without advice, and with no more of its variations and ways than the practice can take. */
function asPlayed(pose: Pose, { chosen, keyframes }: WithinPractice): object {
  const bare = (holder: { readonly ways: readonly Way[] }, key: string): object => ({
    ...Object.fromEntries(Object.entries(holder).filter(([name]) => !advice.includes(name))),
    ways: holder.ways.filter(({ from }) => keyframes.has(key) && keyframes.has(withoutSide(from))),
  });
  const variations: readonly PassageVariation[] = pose.variations;
  const keyOf = ({ id }: PassageVariation): string => formatKey({ pose: pose.id, variation: id });
  const taken = variations.filter((variation) => chosen.has(pose.id) || keyframes.has(keyOf(variation)));
  return { ...bare(pose, pose.id), variations: taken.map((variation) => bare(variation, keyOf(variation))) };
}

/** The list of the emergency tier as it is read before the first practice: made from the checklist, where it is written. */
function emergencyIn({ checklist, known }: SafetyContent) {
  const list = checklist.lists.find(({ tier }) => tier === 'emergency');
  if (list === undefined) throw new Error('A checklist has a list for each tier.');
  const { title, ask, items, action } = list;
  const signs = items.map(({ id, text, sources, review }) => ({ id, text, sources, review }));
  return { id: 'emergency', title, ask, signs, action, known };
}

/** Every id that stands under `source` or `sources`. */
function citedIn(data: unknown): ReadonlySet<string> {
  const cited = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (key === 'source' && typeof value === 'string') cited.add(value);
    if (key === 'sources' && Array.isArray(value)) for (const id of value) cited.add(String(id));
    return value;
  });
  return cited;
}
