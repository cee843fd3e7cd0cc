import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseVariation,
  defaultBreath,
  defaultBreaths,
  holdSeconds,
  parsePractice,
  setBreath,
  setBreaths,
  setCatCowBreath,
  timeline,
  type Practice,
} from '../src/index.ts';
import { practice } from './arbitrary-practice.ts';
import { smallCatalogue } from './small-catalogue.ts';

const document: Practice = {
  ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'floor' },
  ...{ breath: defaultBreath, catCowBreath: 'in-to-cow' },
  steps: [
    { id: 'fold', pose: 'fold', variation: null, sides: ['both'], breaths: defaultBreaths },
    { id: 'lunge', pose: 'lunge', variation: null, sides: ['right', 'left'], breaths: 3 },
  ],
};

const withStep = (change: Record<string, unknown>): unknown => ({
  ...document,
  steps: [{ ...document.steps[0], ...change }, document.steps[1]],
});

describe('a practice document', () => {
  it('comes back from JSON as it was, and can be laid out', () => {
    fc.assert(
      fc.property(practice, (written) => {
        const parsed = parsePractice(JSON.parse(JSON.stringify(written)), smallCatalogue);
        expect(parsed).toEqual({ ok: true, value: written });
        expect(timeline(written, smallCatalogue).totalS).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it('whatever it is, is read or refused with a reason, never thrown at', () => {
    const spoilt = fc
      .tuple(
        practice,
        fc.constantFrom('format', 'version', 'steps', 'breath', 'catCowBreath', 'opensIn'),
        fc.jsonValue(),
      )
      .map(([written, field, value]) => ({ ...written, [field]: value }));
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.anything()), (data) => {
        const parsed = parsePractice(data, smallCatalogue);
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['an unknown pose', withStep({ pose: 'headstand' }), ['steps', 0, 'pose'], 'fold'],
    ['a passage as a step', withStep({ pose: 'hill' }), ['steps', 0, 'pose'], 'fold'],
    ['an unknown variation', withStep({ variation: 'upside-down' }), ['steps', 0, 'variation'], 'cushion'],
    ['a leading side that the pose has not', withStep({ sides: ['right', 'left'] }), ['steps', 0, 'sides'], '[both]'],
    ['sides in another order', withStep({ sides: ['left', 'right'] }), ['steps', 0, 'sides'], null],
    ['more breaths than the pose takes', withStep({ breaths: 13 }), ['steps', 0, 'breaths'], '1 … 12'],
    ['half a breath', withStep({ breaths: 1.5 }), ['steps', 0, 'breaths'], null],
    ['two steps of one name', withStep({ id: 'lunge' }), ['steps', 1, 'id'], null],
    ['an unknown keyframe to open in', { ...document, opensIn: 'ceiling' }, ['opensIn'], 'floor'],
    ['an unknown keyframe to close in', { ...document, closesIn: 'ceiling' }, ['closesIn'], 'floor'],
    ['a breath too short', { ...document, breath: { inS: 1.9, outS: 6 } }, ['breath', 'inS'], null],
    ['a breath too long', { ...document, breath: { inS: 4, outS: 10.1 } }, ['breath', 'outS'], null],
    ['another breath for Cat and Cow', { ...document, catCowBreath: 'in' }, ['catCowBreath'], '"in-to-cow"'],
    ['no steps', { ...document, steps: [] }, ['steps'], null],
    ['a later version', { ...document, version: 2 }, ['version'], '1'],
    ['a field nobody knows', { ...document, music: true }, ['music'], null],
  ])('with %s says where, and what would be valid', (_, data, path, valid) => {
    const parsed = parsePractice(data, smallCatalogue);
    expect(parsed.ok).toBe(false);
    const fault = parsed.ok ? undefined : parsed.faults[0];
    expect(fault?.path).toEqual(path);
    if (valid !== null) expect(fault?.valid).toContain(valid);
  });

  it('that goes where no way leads says at which step', () => {
    const ways = new Map([...smallCatalogue.ways].filter(([id]) => !id.includes('lunge@right')));
    const parsed = parsePractice(document, { ...smallCatalogue, ways });
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: ['steps', 1, 'pose'] }, {}, {}] });
  });
});

it('a practice with a cycle whose halves no way joins is refused', () => {
  const ways = new Map([...smallCatalogue.ways].filter(([id]) => id !== 'valley>hill'));
  const steps = [{ id: 'wave', pose: 'cat-cow', variation: null, sides: ['both'], breaths: 3 }];
  expect(parsePractice({ ...document, steps }, smallCatalogue).ok).toBe(true);
  expect(parsePractice({ ...document, steps }, { ...smallCatalogue, ways })).toMatchObject({
    ok: false,
    faults: [{ path: ['steps', 0, 'pose'] }, { path: ['steps', 0, 'pose'] }],
  });
});

describe('a change of a practice', () => {
  it('of a variation touches that step only, and back again gives the practice as it was', () => {
    const changed = chooseVariation(document, smallCatalogue, 'lunge', 'deep');
    expect(changed).toMatchObject({ ok: true, value: { steps: [document.steps[0], { variation: 'deep' }] } });
    if (changed.ok) {
      expect(chooseVariation(changed.value, smallCatalogue, 'lunge', null)).toEqual({ ok: true, value: document });
    }
  });

  it('to what the pose does not have names what it has', () => {
    expect(chooseVariation(document, smallCatalogue, 'fold', 'deep')).toMatchObject({
      ok: false,
      faults: [{ path: ['steps', 0, 'variation'], valid: ['cushion'] }],
    });
    expect(chooseVariation(document, smallCatalogue, 'gone', null)).toMatchObject({
      ok: false,
      faults: [{ path: ['steps'], valid: ['fold', 'lunge'] }],
    });
    expect(setBreaths(document, smallCatalogue, 'fold', 0).ok).toBe(false);
    expect(setBreath(document, smallCatalogue, { inS: 9, outS: 6 }).ok).toBe(false);
  });

  it('of breaths and breath changes the holding by exactly that', () => {
    const more = setBreaths(document, smallCatalogue, 'fold', 8);
    const slower = setBreath(document, smallCatalogue, { inS: 5, outS: 8 });
    if (!more.ok || !slower.ok) throw new Error('both are valid');
    const totalS = (each: Practice): number => timeline(each, smallCatalogue).totalS;
    expect(totalS(more.value) - totalS(document)).toBeCloseTo(3 * 10, 6);
    expect(totalS(slower.value) - totalS(document)).toBeCloseTo((5 + 3 + 3) * 3, 6);
    expect(document.steps.map((step) => holdSeconds(step, document.breath))).toEqual([50, 30]);
  });

  it('of Cat and Cow’s breath is kept in the document', () => {
    expect(setCatCowBreath(document, 'in-to-cat')).toEqual({ ...document, catCowBreath: 'in-to-cat' });
  });
});
