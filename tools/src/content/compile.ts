import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnotherPose, Form, PassageVariation, Pose, Way } from '@sacra/pose';
import type { Content } from './read-content.ts';
import type { SafetyContent } from './read-safety.ts';

/**
 * File name → JSON text: the content as the app carries it. The same content gives the same text to the last byte.
 *
 * @internal seen by the tests
 */
export function compileContent(content: Content): ReadonlyMap<string, string> {
  const poses = [...content.catalogue.poses.values()].map(withoutShapes);
  const { safety, firstStart, loads, practices, tries } = content;
  const { comingOut, ...checklist } = safety;
  const shown = {
    ...{ poses, practices, safety: { emergency: emergencyIn(safety), comingOut }, checklist },
    ...{ learn: { firstStart }, loads, tries, body: content.bodyTables },
  };
  const cited = citedIn(shown);
  const sources = Object.fromEntries(Object.entries(content.sources).filter(([id]) => cited.has(id)));
  // whole poses, for the worker that solves them on a person's own body
  const solving = [...content.catalogue.poses.values()];
  const playing = poses.map(withoutAdvice);
  return new Map(
    Object.entries({ ...shown, sources, playing, solving }).map(([name, data]) => [
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

/** A pose as a practice plays it: what the first practice waits for. */
function withoutAdvice(pose: Pose): object {
  const bare = (holder: object): object =>
    Object.fromEntries(Object.entries(holder).filter(([key]) => !advice.includes(key)));
  return { ...bare(pose), variations: pose.variations.map(bare) };
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
