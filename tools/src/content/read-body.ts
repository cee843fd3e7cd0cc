import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyTableNames, parseBodyTables, type BodyTables } from '@sacra/body';
import { nearestFirst, readYaml, type Parsed, type YamlFile } from '@sacra/pose';

/**
 * Reads `body/*.yaml` and the ids of `sources.yaml` in the folder `contentDir` (the repository's `content/`). Every error comes
 * back with its file, line and valid choices.
 */
export function readBodyTables(contentDir: string): Parsed<BodyTables> {
  const read = (path: string): YamlFile => readYaml(readFileSync(join(contentDir, path), 'utf8'), `content/${path}`);
  const sources = read('sources.yaml');
  if (sources.errors.length > 0) return { ok: false, errors: sources.errors };
  const files = new Map(bodyTableNames.map((name) => [name as string, read(`body/${name}.yaml`)]));
  return parseBodyFiles(files, Object.keys(sources.data ?? {}));
}

/** Files by their name in the folder, without ending. */
function parseBodyFiles(files: ReadonlyMap<string, YamlFile>, sourceIds: readonly string[]): Parsed<BodyTables> {
  const unreadable = [...files.values()].flatMap(({ errors }) => errors);
  if (unreadable.length > 0) return { ok: false, errors: unreadable };
  const parsed = parseBodyTables(Object.fromEntries([...files].map(([name, { data }]) => [name, data])), sourceIds);
  if (parsed.ok) return parsed;
  // the first key of a problem's path says which file, the rest where in it
  const errors = parsed.error.map((problem) => {
    const [name, ...path] = problem.path;
    const file = files.get(String(name));
    const written = problem.at === 'key' ? path.at(-1) : valueAt(file?.data, path);
    const valid = nearestFirst(String(written), problem.valid);
    return file
      ? file.locate({ ...problem, path, valid })
      : { file: `content/body/${name}.yaml`, line: 1, column: 1, message: problem.message, valid: problem.valid };
  });
  return { ok: false, errors };
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], data);
}
