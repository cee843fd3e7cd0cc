import * as v from 'valibot';
import { easeLimits } from './person-limits.ts';
import type { ContentProblem } from './problem.ts';
import type { Result } from './result.ts';
import { bodyTablesSchema, type BodyTables } from './tables.ts';

/**
 * Parses what the files of `content/body/` hold, each under its name without ending (`bodyTableNames`).
 * `knownSources` are the ids of `content/sources.yaml`. All problems found come back, not only the first.
 */
export function parseBodyTables(
  data: unknown,
  knownSources: readonly string[],
): Result<BodyTables, readonly ContentProblem[]> {
  const parsed = v.safeParse(bodyTablesSchema, data);
  if (!parsed.success) return { ok: false, error: parsed.issues.map(shapeProblem) };
  const backward = backwardRanges(parsed.output);
  const problems = [
    ...unknownSources(parsed.output, knownSources),
    ...backward,
    ...wrongShares(parsed.output),
    ...(backward.length > 0 ? [] : easeProblems(parsed.output)),
  ];
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: parsed.output };
}

function shapeProblem(issue: v.BaseIssue<unknown>): ContentProblem {
  const path = (issue.path ?? []).map((item) => pathKey(item.key));
  const last = issue.path?.at(-1);
  // a key that nothing expects: name what may stand there
  if (last && issue.expected === 'never') {
    return { path, at: 'key', message: `unknown name "${String(last.key)}"`, valid: siblings(path) };
  }
  if (last && issue.received === 'undefined') {
    return { path: path.slice(0, -1), at: 'key', message: `"${path.at(-1)}" is missing`, valid: [] };
  }
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(([, choice = '']) => choice);
  return { path, message: `expected ${issue.expected ?? issue.type}, found ${issue.received}`, valid: choices };
}

const pathKey = (key: unknown): string | number => (typeof key === 'number' ? key : String(key));

/** The keys that the schema knows where `path` ends. */
function siblings(path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = bodyTablesSchema;
  for (const key of path.slice(0, -1)) {
    const entries = (schema as { entries?: Record<string, unknown> }).entries;
    schema = entries?.[key];
  }
  return Object.keys((schema as { entries?: Record<string, unknown> } | undefined)?.entries ?? {});
}

function unknownSources(tables: BodyTables, knownSources: readonly string[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'source' && typeof value === 'string' && !knownSources.includes(value)) {
        const message = `unknown source "${value}"`;
        problems.push({ path: [...path, key], message, valid: knownSources });
      }
      visit(value, [...path, key]);
    }
  };
  visit(tables, []);
  return problems;
}

function backwardRanges(tables: BodyTables): ContentProblem[] {
  const { hinges, shoulder } = tables.ranges;
  const intervals: (readonly [path: readonly string[], range: readonly [number, number]])[] = [
    ...Object.entries(hinges).map(([name, { range }]) => [['ranges', 'hinges', name, 'range'], range] as const),
    [['ranges', 'shoulder', 'twist'], shoulder.twist],
    ...easeChanges(tables).map(({ path, change }) => [[...path, 'between'], change.between] as const),
  ];
  return intervals
    .filter(([, [min, max]]) => !(min < max))
    .map(([path, [min, max]]) => ({
      path,
      message: `the range is the wrong way round: ${min} is not less than ${max}`,
      valid: [`[${Math.min(min, max)}, ${Math.max(min, max)}]`],
    }));
}

type EaseChange = BodyTables['ease'][keyof BodyTables['ease']]['changes'][number];

function easeChanges({ ease }: BodyTables): { path: readonly string[]; change: EaseChange }[] {
  return Object.entries(ease).flatMap(([answer, { changes }]) =>
    changes.map((change, index) => ({ path: ['ease', answer, 'changes', String(index)], change })),
  );
}

/** A reference answer that nobody can give, and bounds that the usual range is outside of: the reference body would change. */
function easeProblems(tables: BodyTables): ContentProblem[] {
  const references = Object.entries(tables.ease).flatMap(([answer, { reference }]): ContentProblem[] => {
    const { least, most } = easeLimits[answer as keyof typeof easeLimits];
    if (reference >= least && reference <= most) return [];
    const message = `nobody can answer ${reference}`;
    return [{ path: ['ease', answer, 'reference'], message, valid: [`${least} … ${most}`] }];
  });
  const bounds = easeChanges(tables).flatMap(({ path, change }): ContentProblem[] => {
    const usual = usualDeg(tables, change);
    const [least, most] = change.between;
    if (least > most || (usual >= least && usual <= most)) return [];
    return [
      { path: [...path, 'between'], message: `the usual ${usual} is not between ${least} and ${most}`, valid: [] },
    ];
  });
  return [...references, ...bounds];
}

function usualDeg({ ranges, couplings }: BodyTables, change: EaseChange): number {
  if ('coupling' in change) return couplings[change.coupling].reach;
  if ('shoulder' in change) return ranges.shoulder.overhead.max;
  return ranges.hinges[change.hinge]!.range[change.end === 'least' ? 0 : 1];
}

/** Shares of a part of the body must add up to the whole part, so that no mass is lost or made. */
function wrongShares(tables: BodyTables): ContentProblem[] {
  const { parts, split } = tables.masses;
  const pairedSegments = ['clavicle'];
  const taken = new Map<string, number>();
  for (const [segment, { from }] of Object.entries(split)) {
    const times = pairedSegments.includes(segment) ? 2 : 1;
    for (const [part, share] of Object.entries(from)) taken.set(part, (taken.get(part) ?? 0) + times * (share ?? 0));
  }
  return Object.keys(parts)
    .filter((part) => taken.has(part) && Math.abs(taken.get(part)! - 1) > 1e-9)
    .map((part) => ({
      path: ['masses', 'split'],
      message: `the shares of "${part}" add up to ${taken.get(part)}, not to 1`,
      valid: [],
    }));
}
