import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form, PassageVariation, Pose, Way } from '@sacra/pose';
import type { Content } from './read-content.ts';

/**
 * File name → JSON text: the content as the app carries it. The same content gives the same text to the last byte.
 *
 * @internal seen by the tests
 */
export function compileContent(content: Content): ReadonlyMap<string, string> {
  const poses = [...content.catalogue.poses.values()].map(withoutShapes);
  const { emergency, comingOut, firstStart, practices } = content;
  const shown = { poses, practices, safety: { emergency, comingOut }, learn: { firstStart }, body: content.bodyTables };
  const cited = citedIn(shown);
  const sources = Object.fromEntries(Object.entries(content.sources).filter(([id]) => cited.has(id)));
  return new Map(
    Object.entries({ ...shown, sources }).map(([name, data]) => [`${name}.json`, `${JSON.stringify(data)}\n`]),
  );
}

/** Writes {@link compileContent} into a folder (the app's `src/lib/content/generated`), made if it isn't there. */
export function writeContent(content: Content, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of compileContent(content)) writeFileSync(join(folder, name), text);
}

/** Shapes and paths are for solving, which is done before the app is built: it gets the keyframes and clips instead. */
function withoutShapes(pose: Pose): Pose {
  const bare = <Holder extends { readonly form: Form; readonly ways: readonly Way[] }>(holder: Holder): Holder => ({
    ...holder,
    form: holder.form.kind === 'hold' ? { kind: 'hold', shape: {} } : holder.form,
    ways: holder.ways.map(({ path: _, ...way }) => way),
  });
  const variations: readonly PassageVariation[] = pose.variations;
  return { ...bare(pose), variations: variations.map(bare) } as Pose;
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
