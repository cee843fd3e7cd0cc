import { describe, expect, it } from 'vitest';
import { doingOf, poseAsDone, variationFromStart } from '../src/as-done.ts';
import { createCatalogue, keyframeOf, shapeOf } from '../src/catalogue.ts';
import { supportedBy } from '../src/supported.ts';
import { passage, practised, smallCatalogue, way } from './small-catalogue.ts';

describe('a catalogue', () => {
  it('holds each keyframe once, the sided ones for the right side', () => {
    expect([...smallCatalogue.keyframes.keys()]).toEqual([
      'floor',
      'dog',
      'dog-pedal@right',
      'turn@right',
      'turn/deep@right',
      'island',
    ]);
  });

  it('names ways by their two keyframes, with the side that a way leaves unsaid', () => {
    expect([...smallCatalogue.ways.keys()]).toEqual([
      'floor>dog',
      'dog>dog-pedal@right',
      'dog-pedal@left>dog-pedal@right',
      'floor>turn@right',
      'turn@right>turn/deep@right',
    ]);
  });

  it('finds a left keyframe by its mirror, and an unknown one not at all', () => {
    expect(keyframeOf(smallCatalogue, 'turn@left').key).toBe('turn@right');
    expect(() => keyframeOf(smallCatalogue, 'tern@left')).toThrow(/"tern@left".*turn@right/);
  });

  it('gives a variation the shape of its own pose to change, unless it says otherwise', () => {
    expect(shapeOf(smallCatalogue, 'turn/deep')).toEqual({ like: 'turn' });
    expect(shapeOf(smallCatalogue, 'turn')).toEqual({});
    expect(shapeOf(smallCatalogue, 'dog/pedal')).toBeUndefined();
  });

  it('refuses two poses of one name and ways from nowhere', () => {
    expect(() => createCatalogue([passage('a', []), passage('a', [])])).toThrow('Two poses are called "a"');
    expect(() => createCatalogue([passage('a', [way('b')])])).toThrow('No keyframe "b"');
  });
});

describe('a pose as it is done', () => {
  it('has the variation’s words over its own, and the variation’s cautions first', () => {
    const done = poseAsDone(smallCatalogue, 'turn', 'deep');
    expect(done.words).toEqual({ instruction: 'turn', there: ['Deep to the {side}.'], breath: 'Breathe.' });
    expect(done.cautions.map((caution) => caution.text)).toEqual(['Not today.', 'Slowly.']);
  });

  it('that is another pose says and does what that pose says and does, and its own words over it', () => {
    const offered = {
      id: 'turned',
      name: 'Turned',
      why: 'For sides.',
      offered: 'offered',
      needs: [],
      ways: [],
    } as const;
    const form = { kind: 'pose', pose: 'turn' } as const;
    const withSides = createCatalogue([
      ...smallCatalogue.poses.values(),
      practised('bow', {
        sides: 'one-then-other',
        ways: [way('floor')],
        variations: [{ ...offered, form, words: { there: ['Slowly to the {side}.'] } }],
      }),
    ]);
    const turn = poseAsDone(withSides, 'turn', null);
    const turned = poseAsDone(withSides, 'bow', 'turned');
    expect(turned.title).toBe('bow');
    expect(turned.words).toEqual({ ...turn.words, there: ['Slowly to the {side}.'] });
    expect(turned.character).toBe(turn.character);
    expect(turned.cautions).toEqual(turn.cautions);
    expect(doingOf(withSides, 'bow', 'turned', 'left')).toEqual({ kind: 'hold', keyframe: 'turn@left' });
    expect([...withSides.keyframes.keys()]).not.toContain('bow/turned@right');
  });

  it('names what there is when asked for what there isn’t', () => {
    expect(() => poseAsDone(smallCatalogue, 'turn', 'wide')).toThrow('it has deep');
    expect(() => poseAsDone(smallCatalogue, 'floor', null)).toThrow('passage');
    expect(() => doingOf(smallCatalogue, 'turn', null, 'both')).toThrow('right or left');
    expect(() => doingOf(smallCatalogue, 'dog', null, 'left')).toThrow('both sides together');
  });

  it('is mirrored as a whole for the left side', () => {
    expect(doingOf(smallCatalogue, 'turn', 'deep', 'left')).toEqual({ kind: 'hold', keyframe: 'turn/deep@left' });
    expect(doingOf(smallCatalogue, 'dog', 'pedal', 'both')).toMatchObject({
      home: 'dog',
      in: 'dog-pedal@right',
      out: 'dog-pedal@left',
    });
  });

  it('is played with the variation that is on from the start, if there is one', () => {
    expect(variationFromStart(poseAsDone(smallCatalogue, 'dog', null).pose)?.id).toBe('pedal');
    expect(variationFromStart(poseAsDone(smallCatalogue, 'turn', null).pose)).toBeNull();
  });
});

describe('what has been solved', () => {
  const all = { keyframes: new Set(smallCatalogue.keyframes.keys()), ways: new Set(smallCatalogue.ways.keys()) };
  const without = (...names: string[]) => ({
    keyframes: new Set([...all.keyframes].filter((key) => !names.includes(key))),
    ways: new Set([...all.ways].filter((id) => !names.includes(id))),
  });
  const supported = (solved: typeof all) => Object.fromEntries(supportedBy(smallCatalogue, solved, 'floor'));

  it('all of it supports every variation', () => {
    expect(supported(all)).toEqual({
      dog: { plain: true, variations: ['pedal'] },
      turn: { plain: true, variations: ['deep'] },
    });
  });

  it('without a keyframe does not support what needs it', () => {
    expect(supported(without('turn/deep@right'))['turn']).toEqual({ plain: true, variations: [] });
    expect(supported(without('turn@right'))['turn']).toEqual({ plain: false, variations: [] });
  });

  it('without the way between the two halves of a cycle does not support the cycle', () => {
    expect(supported(without('dog-pedal@left>dog-pedal@right'))['dog']).toEqual({ plain: true, variations: [] });
  });

  it('does not support a pose that one could not come back from', () => {
    const { back: _, ...oneWay } = way('floor');
    const catalogue = createCatalogue([passage('floor', []), practised('trap', { ways: [oneWay] })]);
    const solved = { keyframes: new Set(catalogue.keyframes.keys()), ways: new Set(catalogue.ways.keys()) };
    expect(supportedBy(catalogue, solved, 'floor').get('trap')).toEqual({ plain: false, variations: [] });
  });
});
