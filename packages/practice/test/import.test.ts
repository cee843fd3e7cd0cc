import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLimits, placeOf, readPractice, writePractice, type ReadPractice } from '../src/index.ts';
import { practice } from './arbitrary-practice.ts';
import { smallCatalogue } from './small-catalogue.ts';

const good = {
  ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'floor' },
  ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
  steps: [{ id: 'fold', pose: 'fold', variation: null as string | null, sides: ['both'], breaths: 5 }],
};
const read = (data: unknown): ReadPractice => readPractice(JSON.stringify(data), smallCatalogue);

function expectTold(result: ReadPractice): void {
  if (result.ok) return;
  expect(result.faults.length).toBeGreaterThan(0);
  expect(result.faults.length).toBeLessThanOrEqual(importLimits.faultsTold);
  for (const fault of result.faults) {
    expect(fault.message.length).toBeLessThan(300);
    expect(placeOf(fault).length).toBeGreaterThan(0);
  }
}

describe('a file with a practice', () => {
  it('comes back as it was written, byte order mark and all, and names its schema if it likes', () => {
    fc.assert(
      fc.property(practice, (written) => {
        expect(readPractice(writePractice(written), smallCatalogue)).toEqual({ ok: true, value: written });
        expect(readPractice(`\uFEFF${writePractice(written)}`, smallCatalogue)).toEqual({ ok: true, value: written });
        expect(read({ $schema: 'schema/practice-1.json', ...written })).toEqual({ ok: true, value: written });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['no JSON', 'Dear all, here is my practice', 'not-json', 'the file'],
    ['nothing', '', 'not-json', 'the file'],
    ['a number', '1e999', 'other-format', 'format'],
    ['a list', '[]', 'other-format', 'format'],
    ['null', 'null', 'other-format', 'format'],
    ['another kind of document', '{"format":"sacra.diary","version":1}', 'other-format', 'format'],
    ['a later version', JSON.stringify({ ...good, version: 2, music: 'yes' }), 'newer-version', 'version'],
    ['a version in words', JSON.stringify({ ...good, version: 'one' }), 'faults', 'version'],
    ['a version endlessly late', JSON.stringify(good).replace('"version":1', '"version":1e999'), 'faults', 'version'],
    ['an endless breath', JSON.stringify(good).replace('"inS":4', '"inS":1e308'), 'faults', 'breath, breathing in'],
    [
      'breaths beyond counting',
      JSON.stringify(good).replace('"breaths":5', '"breaths":1e300'),
      'faults',
      'step 1, breaths',
    ],
    ['a title over two lines', JSON.stringify({ ...good, title: 'A\nB' }), 'faults', 'title'],
    ['a title that turns the writing round', JSON.stringify({ ...good, title: 'A\u202eB' }), 'faults', 'title'],
    ['an endless title', JSON.stringify({ ...good, title: 'A'.repeat(150_000) }), 'faults', 'title'],
    ['an endless name', JSON.stringify({ ...good, opensIn: 'A'.repeat(150_000) }), 'faults', 'where it opens'],
    ['an endless format', JSON.stringify({ ...good, format: 'A'.repeat(150_000) }), 'other-format', 'format'],
    ['an endless key', JSON.stringify({ ...good, ['A'.repeat(150_000)]: 1 }), 'faults', `"${'A'.repeat(40)}"`],
    [
      'an endless choice',
      JSON.stringify({ ...good, catCowBreath: 'A'.repeat(150_000) }),
      'faults',
      'the breath of Cat and Cow',
    ],
    ['more than is read', ' '.repeat(importLimits.characters + 1), 'too-large', 'the file'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'too-deep', 'the file'],
    ['objects within objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), 'too-deep', 'the file'],
    ['no steps', JSON.stringify({ ...good, steps: [] }), 'faults', 'steps'],
  ])('that holds %s is refused with its place', (_, text, kind, place) => {
    const result = readPractice(text, smallCatalogue);
    expect(result).toMatchObject({ ok: false, kind });
    if (!result.ok) expect(placeOf(result.faults[0]!)).toBe(place);
    expectTold(result);
  });

  it('whose pose nobody knows names the step and the poses that there are, the likeliest first', () => {
    const result = read({ ...good, steps: [good.steps[0], { ...good.steps[0], id: 'b', pose: 'flod' }] });
    if (result.ok) throw new Error('"flod" is no pose');
    expect(placeOf(result.faults[0]!)).toBe('step 2, pose');
    expect(result.faults[0]!.valid[0]).toBe('fold');
  });

  it('with ten thousand steps is refused before they are looked at, sound or not', () => {
    const short = Array.from({ length: 10_000 }, () => 0);
    expect(read({ ...good, steps: short })).toMatchObject({
      kind: 'faults',
      faults: [{ path: ['steps'], valid: ['1 … 100'] }],
    });
    const many = Array.from({ length: 101 }, (_, index) => ({ ...good.steps[0], id: `s${index}` }));
    expect(read({ ...good, steps: many }).ok).toBe(false);
    expect(read({ ...good, steps: many.slice(1) }).ok).toBe(true);
  });

  it('with many faults tells the first of them and how many more there are', () => {
    const steps = Array.from({ length: 90 }, (_, index) => ({ id: `s${index}` }));
    const result = read({ ...good, steps });
    if (result.ok) throw new Error('they lack everything');
    expect(result.faults).toHaveLength(importLimits.faultsTold);
    expect(result.faults.length + result.more).toBeGreaterThanOrEqual(90);
  });

  it('that reaches for what every object has is refused, and changes no object', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const polluted = `{"${key}":{"polluted":true},${JSON.stringify(good).slice(1)}`;
      const inside = JSON.stringify(good).replace('"id":"fold"', `"${key}":{"polluted":true},"id":"fold"`);
      for (const text of [polluted, inside]) {
        const result = readPractice(text, smallCatalogue);
        expect(result, text).toMatchObject({ ok: false, kind: 'faults' });
        expectTold(result);
      }
      expect(read({ ...good, catCowBreath: key }).ok).toBe(false);
      expect(read({ ...good, steps: [{ ...good.steps[0], pose: key }] }).ok).toBe(false);
      expect(read({ ...good, steps: [{ ...good.steps[0], variation: key }] }).ok).toBe(false);
      expect(read({ ...good, opensIn: key }).ok).toBe(false);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('whatever it holds, is read or refused with a reason, never thrown at', () => {
    const spoilt = fc
      .tuple(practice, fc.constantFrom('version', 'steps', 'breath', 'title', 'opensIn', '__proto__'), fc.jsonValue())
      .map(([written, field, value]) => {
        const text = JSON.stringify(value);
        return `${JSON.stringify(written).slice(0, -1)},${JSON.stringify(field)}:${text}}`;
      });
    const cut = fc.tuple(practice, fc.nat(400)).map(([written, at]) => writePractice(written).slice(0, at));
    fc.assert(
      fc.property(fc.oneof(spoilt, cut, fc.json(), fc.string()), (text) => {
        expectTold(readPractice(text, smallCatalogue));
      }),
      { numRuns: 120 },
    );
  });
});
