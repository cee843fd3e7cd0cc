import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { practiceSchema } from '@sacra/practice';
import { practiceJsonSchema } from '../src/content/practice-json-schema.ts';
import { readContent } from '../src/content/read-content.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const { catalogue, practices } = read.value;
const schema = practiceJsonSchema(catalogue) as Schema;

type Schema = Readonly<Record<string, unknown>>;

/** The keywords of JSON Schema that ours uses, each as the specification words it; a keyword that isn't here is a mistake. */
const keywords: Readonly<Record<string, (said: never, value: unknown, schema: Schema) => boolean>> = {
  $schema: () => true,
  $id: () => true,
  title: () => true,
  description: () => true,
  examples: () => true,
  const: (said: unknown, value) => same(said, value),
  enum: (said: readonly unknown[], value) => said.some((one) => same(one, value)),
  type: (said: string | readonly string[], value) => [said].flat().some((one) => isOfType(one, value)),
  minimum: (said: number, value) => typeof value !== 'number' || value >= said,
  maximum: (said: number, value) => typeof value !== 'number' || value <= said,
  maxLength: (said: number, value) => typeof value !== 'string' || [...value].length <= said,
  pattern: (said: string, value) => typeof value !== 'string' || new RegExp(said, 'u').test(value),
  minItems: (said: number, value) => !Array.isArray(value) || value.length >= said,
  maxItems: (said: number, value) => !Array.isArray(value) || value.length <= said,
  items: (said: Schema, value) => !Array.isArray(value) || value.every((one) => accepts(said, one)),
  required: (said: readonly string[], value) => !isObject(value) || said.every((key) => Object.hasOwn(value, key)),
  properties: (said: Readonly<Record<string, Schema>>, value) =>
    !isObject(value) ||
    Object.entries(said).every(([key, one]) => !Object.hasOwn(value, key) || accepts(one, value[key])),
  additionalProperties: (said: false, value, { properties }) =>
    said || !isObject(value) || Object.keys(value).every((key) => Object.hasOwn(properties as object, key)),
};

function accepts(by: Schema, value: unknown): boolean {
  return Object.entries(by).every(([keyword, said]) => {
    const test = keywords[keyword];
    if (test === undefined) throw new Error(`"${keyword}" is not a keyword that this test knows.`);
    return test(said as never, value, by);
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function isOfType(type: string, value: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** Every place in a document, as keys from its root. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

function changedAt(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (before: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  const after = changedAt(copy[key], rest, change);
  if (after === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (after === undefined) delete copy[key];
  else copy[key] = after;
  return copy;
}

const agreesOn = (data: unknown): void => {
  expect(accepts(schema, data), JSON.stringify(data)?.slice(0, 400)).toBe(v.is(practiceSchema, data));
};

describe('the published schema of practice documents', () => {
  it('takes every ready-made practice', () => {
    for (const practice of practices) {
      expect(accepts(schema, JSON.parse(JSON.stringify(practice)))).toBe(true);
      expect(accepts(schema, { ...practice, $schema: 'practice-1.json' })).toBe(true);
    }
  });

  it('says yes and no to the same documents as the reader, whichever place is changed and how', () => {
    const edges = [
      0,
      1,
      1.9,
      2,
      5,
      8,
      8.1,
      10,
      10.1,
      1.5,
      -1,
      1e308,
      '',
      ' ',
      'a',
      'a\nb',
      '\u202e',
      'x'.repeat(100),
      'x'.repeat(101),
    ];
    const more = [
      'x'.repeat(121),
      '🌿'.repeat(60),
      '🌿'.repeat(120),
      null,
      true,
      [],
      ['both'],
      ['left', 'right'],
      ['right', 'left'],
      {},
    ];
    const changes = fc.oneof(
      fc.constantFrom(...edges, ...more).map((after) => () => after),
      fc.jsonValue({ maxDepth: 2 }).map((after) => () => after),
      fc.constant(() => undefined),
      fc
        .constantFrom('music', 'toString', 'id')
        .map((key) => (before: unknown) => (isObject(before) ? { ...before, [key]: 1 } : before)),
      fc
        .nat(101)
        .map(
          (length) => (before: unknown) =>
            Array.isArray(before) ? Array.from({ length }, () => before[0] as unknown) : before,
        ),
    );
    const spoilt = fc
      .constantFrom(...practices)
      .chain((practice) =>
        fc
          .tuple(fc.constantFrom(...placesIn(practice)), changes)
          .map(([path, change]) => changedAt(practice, path, change) ?? null),
      );
    let taken = 0;
    fc.assert(
      fc.property(spoilt, (data) => {
        agreesOn(data);
        if (v.is(practiceSchema, data)) taken += 1;
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(30);
  });

  it('agrees on the edges of every number and length', () => {
    const [practice] = practices;
    for (const path of placesIn(practice)) {
      for (const after of [
        1,
        2,
        1.99,
        8,
        8.01,
        10,
        10.01,
        0,
        'x'.repeat(100),
        'x'.repeat(101),
        'x'.repeat(120),
        ' \u00a0\ufeff',
        null,
      ])
        agreesOn(changedAt(practice, path, () => after));
    }
    for (const length of [0, 1, 100, 101])
      agreesOn({ ...practice, steps: Array.from({ length }, () => practice!.steps[0]) });
  });
});
