import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayingOf, tryShape, type ShapeSource, type TryStop } from '../src/index.ts';

const shape: ShapeSource = {
  symmetric: true,
  contacts: [{ patch: 'sole' }],
  places: [{ point: 'toe-tip.right', xM: 9 }],
  angles: { 'knee.flexion': 4 },
};
const stop = (at: number, deg: number, xM: number): TryStop => ({
  at,
  shape: { angles: { 'hip.flexion.right': { deg, hold: 'firm' } }, places: [{ point: 'toe-tip.right', xM }] },
});
const stops = [stop(10, 30, 0), stop(20, 50, 1), stop(40, 90, 3)];
const bendAt = (value: number): unknown => tryShape({ shape, stops }, value).angles?.['hip.flexion.right'];

describe('the shape of a try at a value', () => {
  it('is that of a stop at its value, and of the nearest one outside', () => {
    for (const { at, shape: own } of stops) expect(bendAt(at)).toEqual(own.angles?.['hip.flexion.right']);
    expect(bendAt(-5)).toEqual(bendAt(10));
    expect(bendAt(400)).toEqual(bendAt(40));
  });

  it('lies between two stops as the value does, and words stay', () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 40, noNaN: true }), (value) => {
        const { angles, places } = tryShape({ shape, stops }, value);
        const bend = angles?.['hip.flexion.right'] as { deg: number; hold: string };
        // the stops above lie on one line
        expect(bend.deg).toBeCloseTo(10 + 2 * value, 9);
        expect(bend.hold).toBe('firm');
        expect(places?.at(-1)?.xM).toBeCloseTo(value / 10 - 1, 9);
      }),
    );
  });

  it('keeps what the try’s own shape says, with the stop’s wishes after it', () => {
    const laid = tryShape({ shape, stops }, 20);
    expect(laid.contacts).toEqual(shape.contacts);
    expect(laid.symmetric).toBe(true);
    expect(laid.angles?.['knee.flexion']).toBe(4);
    expect(laid.places?.map(({ xM }) => xM)).toEqual([9, 1]);
  });

  it('is the try’s own without stops', () => {
    expect(tryShape({ shape, stops: [] }, 3)).toEqual(shape);
  });
});

it('a value is told by the first word that reaches it', () => {
  const says = [
    { upTo: 10, text: 'a little' },
    { upTo: 20, text: 'more' },
  ];
  expect([-3, 10, 10.1, 20, 99].map((value) => sayingOf({ says }, value))).toEqual([
    'a little',
    'a little',
    'more',
    'more',
    'more',
  ]);
});
