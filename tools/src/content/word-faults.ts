import { checkName, type Fault } from '@sacra/pose';

/** A word that we don't use, and what we say instead or why. */
interface Avoided {
  readonly pattern: RegExp;
  readonly instead: string;
}

const avoided: readonly Avoided[] = [
  { pattern: /\b(cures?|cured|heals?|healed|healing)\b/i, instead: 'may ease' },
  { pattern: /\b(treats?|treated|treating|treatments?)\b/i, instead: 'care' },
  { pattern: /\b(fix|fixes|fixed|realigns?|realigned|resets?)\b/i, instead: 'a pose moves, it sets nothing straight' },
  { pattern: /\b(proven|proves?|prevents?|guarantees?)\b/i, instead: 'what studies found, with its source' },
  { pattern: /\bout of place\b/i, instead: 'what the person feels' },
  { pattern: /\bpush(es|ed|ing)?\b/i, instead: 'press' },
  { pattern: /\bno pain\b/i, instead: 'as far as is comfortable' },
  { pattern: /\b(correct|correctly|incorrect|wrong|wrongly|mistakes?)\b/i, instead: 'what to do, and where' },
  { pattern: /\b(fail|fails|failed|failure|streaks?)\b/i, instead: 'what was done' },
  { pattern: /\b(beginners?|advanced)\b/i, instead: 'what makes it easier or deeper' },
  { pattern: /\b(should|must)\b/i, instead: 'permission, or a plain verb' },
  { pattern: /\bcollapses?\b/i, instead: 'soften' },
];

/** Keys whose text is read by authors and programs, not by the people who practise. */
const unspoken = new Set(['id', 'source', 'sources', 'from', 'like', 'shape', 'path', 'form', 'review']);

/**
 * What the style of our words has against a file: words that we don't use, a number given as a fact whose source wasn't read, and a line
 * that a pose says twice.
 *
 * @param carriesNumbers whether a source may stand behind a number that is shown as a fact
 */
export function wordFaults(data: unknown, carriesNumbers: (sourceId: string) => boolean): Fault[] {
  const faults: Fault[] = [];
  visit(data, [], (value, path) => {
    if (typeof value === 'string') faults.push(...avoidedWords(value, path));
    if (isObject(value)) faults.push(...bareNumbers(value, path, carriesNumbers));
    if (Array.isArray(value)) faults.push(...saidTwice(value, path));
  });
  return faults;
}

/** Sources named anywhere in the file that content/sources.yaml doesn't have. */
export function sourceFaults(data: unknown, known: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  visit(data, [], (value, path) => {
    if (!isObject(value)) return;
    for (const [id, at] of sourcesOf(value)) faults.push(...checkName('source', id, known, [...path, ...at]));
  });
  return faults;
}

type Path = readonly (string | number)[];

function visit(value: unknown, path: Path, see: (value: unknown, path: Path) => void): void {
  see(value, path);
  if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index], see));
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) if (!unspoken.has(key)) visit(item, [...path, key], see);
  }
}

function avoidedWords(line: string, path: Path): Fault[] {
  return avoided.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(line)?.[0];
    return found === undefined ? [] : [{ path, message: `we don't say "${found}"`, valid: [instead] }];
  });
}

function bareNumbers(
  value: Record<string, unknown>,
  path: Path,
  carriesNumbers: (sourceId: string) => boolean,
): Fault[] {
  const cited = sourcesOf(value).map(([id]) => id);
  const line = value['text'];
  if (cited.length === 0 || typeof line !== 'string' || !/\d/.test(line) || cited.some(carriesNumbers)) return [];
  return [
    { path: [...path, 'text'], message: 'a number shown as a fact needs a source that was read (mark V)', valid: [] },
  ];
}

function saidTwice(lines: readonly unknown[], path: Path): Fault[] {
  return lines.flatMap((line, index) =>
    typeof line === 'string' && lines.indexOf(line) < index
      ? [{ path: [...path, index], message: `"${line}" is said twice here`, valid: [] }]
      : [],
  );
}

function sourcesOf(value: Record<string, unknown>): [id: string, at: Path][] {
  const { source, sources } = value;
  return [
    ...(typeof source === 'string' ? [[source, ['source']] as [string, Path]] : []),
    ...(Array.isArray(sources) ? sources : []).flatMap((id, index): [string, Path][] =>
      typeof id === 'string' ? [[id, ['sources', index]]] : [],
    ),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
