import 'fake-indexeddb/auto';
import { parsePerson, personDocument, personFaults, personLimits, referencePerson, type Person } from '@sacra/body';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { BodyForm, usualMassKg } from '../src/lib/body/body-form.svelte.ts';
import { MyBody } from '../src/lib/body/my-body.svelte.ts';
import { proportionInWords } from '../src/lib/body/proportion-words.ts';
import { massInWords, parseMass, parseStature, statureInWords } from '../src/lib/body/units.ts';
import { atlasStore } from '../src/lib/storage/atlas-store.ts';
import { bodyStore } from '../src/lib/storage/body-store.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';

let names = 0;
let database: SacraDatabase;
beforeEach(() => {
  names += 1;
  database = new SacraDatabase(`body-test-${names}`);
});
const myBody = (): MyBody =>
  new MyBody({
    openStore: () => Promise.resolve(bodyStore(database)),
    openStoreIfAny: () => Promise.resolve(bodyStore(database)),
  });
const tall: Person = { sex: 'male', statureM: 1.98, massKg: 80, ease: { straightLegLiftDeg: { left: 60, right: 75 } } };

describe('height and weight', () => {
  test('are understood as people write them', () => {
    for (const text of ['168', '168 cm', '1.68', '1,68 m']) expect(parseStature(text, 'metric')).toBeCloseTo(1.68);
    for (const text of ['5 ft 6', `5'6"`, '5 6', '66', '66 in', '5.5'])
      expect(parseStature(text, 'imperial')).toBeCloseTo(1.6764, 3);
    expect(parseMass('64,5', 'metric')).toBe(64.5);
    expect(parseMass('142 lb', 'imperial')).toBeCloseTo(64.4, 1);
    for (const text of ['', 'tall', '-170', '1 2 3']) expect(parseStature(text, 'metric')).toBeUndefined();
    expect(parseMass('10 to 12', 'metric')).toBeUndefined();
  });

  test('told in words and typed back are the same to what the words know', () => {
    fc.assert(
      fc.property(fc.integer({ min: 121, max: 219 }), fc.integer({ min: 30, max: 240 }), (cm, kg) => {
        for (const units of ['metric', 'imperial'] as const) {
          expect(Math.abs(parseStature(statureInWords(cm / 100, units), units)! - cm / 100)).toBeLessThan(0.0128);
          expect(Math.abs(parseMass(massInWords(kg, units), units)! - kg)).toBeLessThan(0.51);
        }
      }),
    );
  });
});

describe('the form', () => {
  const anyStep: fc.Arbitrary<(form: BodyForm) => void> = fc.oneof(
    fc.double({ min: -9, max: 99, noNaN: true }).map((value) => (form: BodyForm) => form.setStature(value)),
    fc.double({ min: -9, max: 999, noNaN: true }).map((value) => (form: BodyForm) => form.setMass(value)),
    fc.constant((form: BodyForm) => form.leaveMassOut()),
    fc.constantFrom('female' as const, 'male' as const).map((sex) => (form: BodyForm) => form.setSex(sex)),
    fc
      .double({ min: 0.94, max: 1.06, noNaN: true })
      .map((value) => (form: BodyForm) => form.setProportion('legRatio', value)),
    fc
      .integer({ min: 30, max: 120 })
      .map((deg) => (form: BodyForm) => form.setAnswer('straightLegLiftDeg', { left: deg, right: 90 })),
    fc.constant((form: BodyForm) => form.skip('straightLegLiftDeg')),
  );

  test('whatever is done in it, it holds a person that a body can be made from', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const form = new BodyForm(undefined);
        for (const step of steps) step(form);
        expect(personFaults({ ...form.person })).toEqual([]);
      }),
    );
  });

  test('a weight that is left out goes along with the height, and one that was said stays', () => {
    const form = new BodyForm(undefined);
    expect(form.saysMass).toBe(false);
    form.setStature(1.9);
    expect(form.person.massKg).toBe(usualMassKg(1.9));
    form.setMass(70);
    form.setStature(1.6);
    expect(form.person.massKg).toBe(70);
    form.leaveMassOut();
    expect(form.person.massKg).toBe(usualMassKg(1.6));
    expect(new BodyForm(form.person).saysMass).toBe(false);
    expect(new BodyForm(tall).saysMass).toBe(true);
  });

  test('what can’t be is answered with what can, in the units that are used', () => {
    const form = new BodyForm(undefined);
    expect(form.statureProblem('17', 'metric')).toBe('Anything from 120 cm to 220 cm.');
    expect(form.statureProblem('9 ft', 'imperial')).toContain('3 ft 11 in to 7 ft 3 in');
    expect(form.massProblem('7', 'metric')).toContain(`${form.massRange.min} kg`);
    expect(form.massProblem('heavy', 'metric')).toContain('leave it out');
    expect(form.statureProblem('170', 'metric')).toBeUndefined();
    expect(parseStature('220', 'metric')).toBe(personLimits.statureM.most);
  });

  test('what is skipped, and what is as usual, isn’t kept', () => {
    const form = new BodyForm(referencePerson);
    form.setAnswer('seatToHeelsGapM', 0.1);
    form.setProportion('armRatio', 1.03);
    form.skip('seatToHeelsGapM');
    form.setProportion('armRatio', 1);
    expect(form.person).toEqual(referencePerson);
  });

  test('proportions are told no finer than a mirror shows them', () => {
    expect([1, 1.005, 1.02, 1.06, 0.95].map((value) => proportionInWords('legRatio', value))).toEqual([
      ...['about as usual', 'about as usual', 'a little longer', 'clearly longer', 'clearly shorter'],
    ]);
  });
});

describe('the body of this device', () => {
  test('is there again on the next visit, whole', async () => {
    await myBody().keep(tall);
    const later = myBody();
    expect(later.state).toEqual({ is: 'unknown' });
    await later.load();
    expect(later.state).toEqual({ is: 'mine', person: tall });
  });

  test('leaves nothing when it is forgotten', async () => {
    await myBody().keep(tall);
    await atlasStore(database).save('a', Uint8Array.of(1));
    await atlasStore(database).saveDrawing('a', 'tabletop', '<svg/>');
    const mine = myBody();
    await mine.load();
    await mine.forget();
    expect(mine.state).toEqual({ is: 'none' });
    const counts = await Promise.all(
      [database.bodies, database.atlases, database.drawings].map((table) => table.count()),
    );
    expect(counts).toEqual([0, 0, 0]);
  });

  test.each([
    ['of a newer version', { ...personDocument(tall), version: 99 }, 'newer Sacra'],
    ['of an impossible height', { ...personDocument(tall), statureM: 19.8 }, '1.2 to 2.2 m'],
    ['no body at all', 'something else', 'object'],
  ])('%s is kept aside with the reason, and the app goes on', async (_, raw, why) => {
    await bodyStore(database).save(raw);
    for (const visit of [myBody(), myBody()]) {
      await visit.load();
      expect(visit.state).toMatchObject({ is: 'set-aside', why: expect.stringContaining(why) });
      expect(visit.person).toBeUndefined();
    }
    expect(await bodyStore(database).loadSetAside()).toEqual(raw);

    const anew = myBody();
    await anew.load();
    await anew.keep(referencePerson);
    expect(anew.state).toMatchObject({ is: 'mine' });
    expect(await bodyStore(database).loadSetAside()).toEqual(raw);
  });

  test('holds for this visit when storage is shut, and says so', async () => {
    const shut = (): Promise<never> => Promise.reject(new Error('shut'));
    const mine = new MyBody({ openStore: shut, openStoreIfAny: shut });
    await mine.load();
    expect(mine.state).toEqual({ is: 'none' });
    await mine.keep(tall);
    expect(mine.person).toEqual(tall);
    expect(mine.isUnkept).toBe(true);
  });

  test('is a document that the reader takes', () => {
    expect(parsePerson(personDocument(tall))).toEqual({ ok: true, value: tall });
  });
});

describe('what was solved for a body', () => {
  test('is kept for one body at a time', async () => {
    const store = atlasStore(database);
    await store.save('a', Uint8Array.of(1, 2));
    expect(await store.load('a')).toEqual(Uint8Array.of(1, 2));
    await store.saveDrawing('a', 'tabletop', '<svg/>');
    await store.save('b', Uint8Array.of(3));
    expect(await store.load('a')).toBeUndefined();
    await store.saveDrawing('b', 'tabletop', '<svg>b</svg>');
    expect(await store.loadDrawings('a')).toEqual(new Map());
    expect(await store.loadDrawings('b')).toEqual(new Map([['tabletop', '<svg>b</svg>']]));
  });
});
