import type * as v from 'valibot';
import type { Fault } from './fault.ts';
import { nearestFirst } from './nearest.ts';

/** What the schema has against the data, in words for the author of a file, with what it would take instead. */
export function schemaFaults(schema: v.GenericSchema, issues: readonly v.BaseIssue<unknown>[], data: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(schema, issue, data, []));
}

function faultsOf(schema: v.GenericSchema, issue: v.BaseIssue<unknown>, data: unknown, prefix: Path): Fault[] {
  const path: Path = [...prefix, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(([, choice = '']) => choice);
  const last = path[path.length - 1];
  if (issue.expected === 'never' && last !== undefined) {
    const around = path.slice(0, -1);
    const valid = nearestFirst(String(last), keysAt(schema, data, around));
    return [{ path, at: 'key', message: `unknown key "${last}"`, valid }];
  }
  if (issue.received === 'undefined' && last !== undefined) {
    return [{ path, message: `missing key "${last}"`, valid: issue.type === 'strict_object' ? [] : choices }];
  }
  if (issue.type === 'union' && issue.issues !== undefined)
    return [{ path, message: `${said(issue.input)} does not fit`, valid: [issue.expected ?? ''] }];
  if (choices.length > 0) {
    return [
      {
        path,
        message: `${said(issue.input)} is not a valid choice`,
        valid: nearestFirst(String(issue.input), choices),
      },
    ];
  }
  if (issue.kind === 'schema')
    return [{ path, message: `expected ${issue.expected}, found ${issue.received}`, valid: [] }];
  const bound = typeof issue.requirement === 'number' ? [`${issue.expected}`] : [];
  const message =
    issue.kind === 'validation' && bound.length > 0 ? `${said(issue.input)} is outside the range` : issue.message;
  return [{ path, message, valid: bound }];
}

type Path = readonly (string | number)[];

const said = (input: unknown): string => (typeof input === 'string' ? `"${input}"` : JSON.stringify(input));

/** The keys that the schema knows at a place of the data. */
function keysAt(schema: v.GenericSchema, data: unknown, path: Path): string[] {
  let here: SchemaParts = schema as SchemaParts;
  let value = data;
  for (const step of path) {
    here = unwrapped(here, value);
    value = (value as Record<string | number, unknown> | undefined)?.[step];
    const next = here.entries?.[String(step)] ?? here.item ?? here.value;
    if (next === undefined) return [];
    here = next;
  }
  return Object.keys(unwrapped(here, value).entries ?? {});
}

/** What the schemas of the library are made of, as far as one walks through them. */
interface SchemaParts {
  readonly type: string;
  readonly key?: string;
  readonly literal?: unknown;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
  readonly value?: SchemaParts;
  readonly wrapped?: SchemaParts;
  readonly options?: readonly SchemaParts[];
}

/** The schema that applies to the value: without what makes it optional, and of several the one its discriminator names. */
function unwrapped(schema: SchemaParts, value: unknown): SchemaParts {
  if (schema.wrapped !== undefined) return unwrapped(schema.wrapped, value);
  if (schema.type === 'variant') {
    const named = (value as Record<string, unknown> | undefined)?.[schema.key ?? ''];
    const option = schema.options?.find((one) => one.entries?.[schema.key ?? '']?.literal === named);
    if (option !== undefined) return unwrapped(option, value);
  }
  if (schema.type === 'union') {
    const option = schema.options?.find((one) => one.entries !== undefined);
    if (option !== undefined) return unwrapped(option, value);
  }
  return schema;
}
