import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createBody,
  easeLimits,
  parsePerson,
  personDocument,
  personKey,
  personLimits,
  referencePerson,
  type PersonFault,
} from '../src/index.ts';
import { anyPerson, tables } from './bodies.ts';

const document = (change: object): unknown => ({ ...personDocument(referencePerson), ...change });

function faultsOf(data: unknown): readonly PersonFault[] {
  const result = parsePerson(data);
  if (result.ok) throw new Error('it was taken');
  return result.error;
}

const onlyFault = (data: unknown): PersonFault => {
  const faults = faultsOf(data);
  expect(faults).toHaveLength(1);
  return faults[0]!;
};

test('a person comes back as it was kept, and its body can be made', () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const read = parsePerson(JSON.parse(JSON.stringify(personDocument(person))));
      expect(read).toEqual({ ok: true, value: person });
      createBody(person, tables);
    }),
  );
});

describe('what can’t be is refused with the field and what may stand there', () => {
  test.each([
    ['a stature in centimetres', { statureM: 170 }, 'statureM', '1.2 to 2.2 m'],
    ['no stature', { statureM: undefined }, 'statureM', '1.2 to 2.2 m'],
    ['a stature that is no number', { statureM: Number.NaN }, 'statureM', '1.2 to 2.2 m'],
    ['a stature without end', { statureM: Number.POSITIVE_INFINITY }, 'statureM', '1.2 to 2.2 m'],
    ['a weight in words', { massKg: '65' }, 'massKg', '25 to 250 kg'],
    ['a weight below nothing', { massKg: -65 }, 'massKg', '25 to 250 kg'],
    ['a weight that doesn’t go with the stature', { massKg: 250 }, 'massKg', '38 to 173 kg at 1.7 m'],
    ['arms twice as long', { armRatio: 2 }, 'armRatio', '0.88 to 1.12'],
    ['a sex without tables', { sex: 'other' }, 'sex', 'female or male'],
    ['a gap in centimetres', { ease: { seatToHeelsGapM: 12 } }, 'ease.seatToHeelsGapM', '-0.05 to 0.3 m'],
    ['one side only', { ease: { straightLegLiftDeg: { left: 70 } } }, 'ease.straightLegLiftDeg.right', '20 to 130°'],
    [
      'one number for two sides',
      { ease: { straightLegLiftDeg: 70 } },
      'ease.straightLegLiftDeg',
      '{ left, right }, each 20 to 130°',
    ],
    ['ease that is none', { ease: [] }, 'ease', `an object with any of ${Object.keys(easeLimits).join(', ')}`],
    [
      'a range the wrong way round',
      { rangesDeg: { 'knee.flexion.left': [90, 0] } },
      'rangesDeg.knee.flexion.left',
      '[0, 90]: the least comes first',
    ],
    [
      'a range that doesn’t let one stand',
      { rangesDeg: { 'knee.flexion.left': [20, 90] } },
      'rangesDeg.knee.flexion.left',
      'a range with 0 in it, where the joint is when standing',
    ],
    [
      'half a range',
      { rangesDeg: { 'knee.flexion.left': [20] } },
      'rangesDeg.knee.flexion.left',
      '[least, most] in degrees',
    ],
    [
      'a range without end',
      { rangesDeg: { 'knee.flexion.left': [0, Number.POSITIVE_INFINITY] } },
      'rangesDeg.knee.flexion.left.1',
      '-180 to 180°',
    ],
  ])('%s', (_, change, field, valid) => {
    const fault = onlyFault(document(change));
    expect(fault).toMatchObject({ field, valid });
    expect(fault.message).toContain(field);
    expect(fault.message).toContain(valid);
  });

  test('names that nobody knows', () => {
    expect(onlyFault(document({ heightCm: 170 }))).toMatchObject({ field: 'heightCm' });
    expect(onlyFault(document({ heightCm: 170 })).valid).toContain('statureM');
    expect(onlyFault(document({ ease: { splits: 180 } })).field).toBe('ease.splits');
    expect(onlyFault(document({ rangesDeg: { 'knee.flexion': [0, 90] } })).valid).toContain('knee.flexion.left');
  });

  test('a body from a newer version, with a sentence that says so, whatever else it holds', () => {
    const fault = onlyFault({ version: 2, wings: 2 });
    expect(fault).toMatchObject({ field: 'version', given: '2', valid: '1' });
    expect(fault.message).toMatch(/newer/);
  });

  test.each([undefined, 0, '1', 1.5, Number.NaN])('a document whose version is %s', (version) => {
    expect(onlyFault(document({ version })).field).toBe('version');
  });

  test.each([undefined, null, 3, 'text', [], Number.NaN])('%s for a person', (nothing) => {
    expect(faultsOf(nothing)).toHaveLength(1);
  });

  test('all faults come at once', () => {
    expect(
      faultsOf(document({ statureM: 0, armRatio: 3, ease: { toesToWallM: { left: -1, right: 9 } } })),
    ).toHaveLength(4);
  });
});

test('anything at all is either read or refused, and what is read can be built', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc
          .record(Object.fromEntries(Object.keys(personLimits).map((name) => [name, fc.anything()])))
          .map((fields) => document(fields)),
      ),
      (data) => {
        const read = parsePerson(data);
        if (read.ok) createBody(read.value, tables);
        else expect(read.error.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('a body is not made of what would be refused', () => {
  expect(() => createBody({ ...referencePerson, statureM: 170 }, tables)).toThrow(
    /statureM is 170; it may be 1.2 to 2.2 m/,
  );
  expect(() => createBody({ ...referencePerson, ease: { seatToHeelsGapM: Number.NaN } }, tables)).toThrow(
    /seatToHeelsGapM is NaN/,
  );
});

describe('the key of a person', () => {
  test('is the same for what is left out and what is as usual, whatever the order', () => {
    const { sex, statureM, massKg } = referencePerson;
    const spelt = {
      fleshAtMiddle: 0,
      armRatio: 1,
      legRatio: 1,
      frameRatio: 1,
      massKg,
      statureM,
      sex,
      ease: {},
      rangesDeg: {},
    };
    expect(personKey(spelt)).toBe(personKey(referencePerson));
  });

  test('tells two persons apart exactly when their fields differ', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (one, other) => {
        expect(personKey(structuredClone(one))).toBe(personKey(one));
        const usual = { legRatio: 1, armRatio: 1, frameRatio: 1, fleshAtMiddle: 0, ease: {} };
        const plain = (value: object): string => JSON.stringify(value, Object.keys(keys(value)).toSorted());
        const same = plain({ ...usual, ...one }) === plain({ ...usual, ...other });
        expect(personKey(one) === personKey(other)).toBe(same);
      }),
    );
  });

  test('tells left from right, one answer from another, and ranges', () => {
    const key = (change: object): string => personKey({ ...referencePerson, ...change });
    const keys = [
      key({}),
      key({ ease: { straightLegLiftDeg: { left: 70, right: 80 } } }),
      key({ ease: { straightLegLiftDeg: { left: 80, right: 70 } } }),
      key({ ease: { figureFourRiseDeg: { left: 70, right: 80 } } }),
      key({ ease: { seatToHeelsGapM: 0 } }),
      key({ ease: { armsOverheadGapDeg: 0 } }),
      key({ rangesDeg: { 'knee.flexion.left': [0, 90] } }),
      key({ rangesDeg: { 'knee.flexion.right': [0, 90] } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** Every name of an object at any depth. */
function keys(value: object): Record<string, true> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]) => ({
      [name]: true,
      ...(typeof inner === 'object' ? keys(inner as object) : {}),
    })),
  ) as Record<string, true>;
}
