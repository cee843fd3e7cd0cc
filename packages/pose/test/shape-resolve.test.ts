import { describe, expect, it } from 'vitest';
import { resolveShape, type ShapeSource } from '../src/index.ts';

const paired = new Set(['hand', 'palm', 'knee', 'foot', 'knee.flexion', 'shoulder', 'shin', 'thigh']);
const names = { isPaired: (name: string): boolean => paired.has(name) };
const start = { heightM: 0.5, headwards: 'forward', front: 'down' } as const;

const tabletop: ShapeSource = {
  symmetric: true,
  start,
  contacts: [{ patch: 'palm' }, { patch: 'knee', tier: 'aim', group: 'knees-down' }],
  angles: { 'knee.flexion': 90 },
  givesWay: ['knees-down', 'spine'],
};
const resolve = (source: ShapeSource, others: Readonly<Record<string, ShapeSource>> = { tabletop }) =>
  resolveShape(source, (key) => others[key], names);

describe('a paired name', () => {
  it('is both sides of a contact, each in the group of the word itself', () => {
    expect(resolve(tabletop).contacts).toEqual([
      { patch: 'palm.left', group: 'palm' },
      { patch: 'palm.right', group: 'palm' },
      { patch: 'knee.left', tier: 'aim', group: 'knees-down' },
      { patch: 'knee.right', tier: 'aim', group: 'knees-down' },
    ]);
  });

  it('pairs left with left, and both with a single one', () => {
    const shape = resolve({
      start,
      touches: [
        { from: 'palm', to: 'shin', distanceM: 0.02 },
        { from: 'palm', to: 'nose', distanceM: 0.2 },
      ],
    });
    expect(shape.touches.map(({ from, to }) => [from, to])).toEqual([
      ['palm.left', 'shin.left'],
      ['palm.right', 'shin.right'],
      ['palm.left', 'nose'],
      ['palm.right', 'nose'],
    ]);
  });

  it('told of a place, a sideways spacing or a direction is told of the left; the right has it mirrored', () => {
    const shape = resolve({
      start,
      places: [{ point: 'palm', xM: 0.5, yM: 0.2 }],
      spacings: [
        { from: 'foot', to: 'knee', along: 'left', distanceM: 0.1 },
        { from: 'foot', to: 'knee', along: 'forward', distanceM: -0.4 },
      ],
      facings: [{ segment: 'hand', face: 'down', towards: [0.5, 0.1, -0.8] }],
    });
    expect(shape.places.map(({ yM }) => yM)).toEqual([0.2, -0.2]);
    expect(shape.spacings.map(({ distanceM }) => distanceM)).toEqual([0.1, -0.1, -0.4, -0.4]);
    expect(shape.facings.map(({ towards }) => towards)).toEqual([
      [0.5, 0.1, -0.8],
      [0.5, -0.1, -0.8],
    ]);
  });

  it('told with its side means that side, whatever stands before or after it', () => {
    const both = { 'knee.flexion.right': 40, 'knee.flexion': 90 };
    expect(resolve({ start, angles: both }).angles).toEqual({ 'knee.flexion.left': 90, 'knee.flexion.right': 40 });
    expect(resolve({ start, places: [{ point: 'palm.right', yM: -0.3 }] }).places).toEqual([
      { point: 'palm.right', yM: -0.3 },
    ]);
  });
});

describe('a shape that is like another', () => {
  it('has all that the other says and its own word where both speak of one thing', () => {
    const shape = resolve({
      like: 'tabletop',
      contacts: [{ patch: 'palm.right', tier: 'aim' }],
      angles: { 'knee.flexion.left': 60 },
    });
    expect(shape.contacts.find(({ patch }) => patch === 'palm.right')).toEqual({
      patch: 'palm.right',
      tier: 'aim',
      group: 'palm',
    });
    expect(shape.contacts).toHaveLength(4);
    expect(shape.angles).toEqual({ 'knee.flexion.left': 60, 'knee.flexion.right': 90 });
    expect(shape).toMatchObject({ symmetric: true, start, givesWay: ['knees-down', 'spine'] });
  });

  it('leaves out what it is to be without, on both sides or on one', () => {
    expect(resolve({ like: 'tabletop', without: ['palm'] }).contacts.map(({ patch }) => patch)).toEqual([
      'knee.left',
      'knee.right',
    ]);
    expect(resolve({ like: 'tabletop', without: ['palm.left', 'knee.flexion.right'] })).toMatchObject({
      contacts: [{ patch: 'palm.right' }, { patch: 'knee.left' }, { patch: 'knee.right' }],
      angles: { 'knee.flexion.left': 90 },
    });
  });

  it('says again what it was to be without', () => {
    const shape = resolve({ like: 'tabletop', without: ['palm'], contacts: [{ patch: 'palm.left' }] });
    expect(shape.contacts.map(({ patch }) => patch)).toEqual(['knee.left', 'knee.right', 'palm.left']);
  });

  it('may be like one that is like a third', () => {
    const others = { tabletop, cat: { like: 'tabletop', spine: { flexionDeg: 70 } } };
    const shape = resolve({ like: 'cat', spine: { hold: 'loose' } }, others);
    expect(shape.spine).toEqual({ flexionDeg: 70, hold: 'loose' });
    expect(shape.contacts).toHaveLength(4);
  });

  it('is refused when the other is unknown, when they go in a circle, or when nowhere is a start', () => {
    expect(() => resolve({ like: 'tabeltop' })).toThrow('"tabeltop"');
    expect(() => resolve({ like: 'a' }, { a: { like: 'b' }, b: { like: 'a' } })).toThrow('circle');
    expect(() => resolve({ symmetric: true })).toThrow('start');
  });
});
