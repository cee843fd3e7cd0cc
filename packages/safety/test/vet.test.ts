import { describe, expect, it } from 'vitest';
import type { Depth, Limit } from '@sacra/pose';
import { positionsBarred, regionOf, vetSteps, type Choice, type Clearance } from '../src/index.ts';
import { smallCatalogue } from './small-poses.ts';

const allowing = (held: readonly Limit[], more: Partial<Clearance> = {}): Clearance => ({
  ...{ level: held.length === 0 ? 'free' : 'with-limits', heldBy: [], actions: [] },
  limits: held.map((limit) => ({ limit, becauseOf: ['knees'] })),
  ...{ depth: { atMost: 'deep', becauseOf: [] }, holds: { share: 1, becauseOf: [] } },
  startFrom: { place: 'anywhere', becauseOf: [] },
  ...more,
});
const choice = (key: string): Choice => {
  const [pose = '', variation] = key.split('/');
  return { pose, variation: variation ?? null };
};
const vetted = (clearance: Clearance, ...keys: string[]) => vetSteps(clearance, smallCatalogue, keys.map(choice));
const atMost = (depth: Depth) => ({ depth: { atMost: depth, becauseOf: ['bendy'] } });

describe('a step', () => {
  it('stays as it is when nothing bars it', () => {
    expect(vetted(allowing([]), 'deep', 'deep/plain', 'rest')).toEqual(Array(3).fill({ kind: 'allowed' }));
    expect(vetted(allowing(['no-wide-legs']), 'deep')).toEqual([{ kind: 'allowed' }]);
  });

  it('is replaced by what its pose names for the limit, and says which answer it comes from', () => {
    expect(vetted(allowing(['no-deep-knee-bend']), 'deep')).toEqual([
      {
        ...{ kind: 'replaced', by: choice('bolster') },
        because: [{ kind: 'limit', limit: 'no-deep-knee-bend', becauseOf: ['knees'] }],
      },
    ]);
  });

  it('is replaced by what clears every limit, though only one of them names it', () => {
    expect(vetted(allowing(['no-deep-knee-bend', 'chair-only']), 'deep')).toMatchObject([{ by: choice('deep/chair') }]);
    expect(vetted(allowing(['no-deep-knee-bend', 'chair-only', 'no-hip-turned-out']), 'deep')).toMatchObject([
      { by: choice('chair') },
    ]);
  });

  it('counts a variation without a character of its own as its pose, and one that is another pose as that one', () => {
    expect(vetted(allowing(['symmetric-only']), 'deep/plain')).toMatchObject([{ kind: 'left-out' }]);
    expect(vetted(allowing(['symmetric-only']), 'deep/soft')).toEqual([{ kind: 'allowed' }]);
    expect(vetted(allowing(['chair-only']), 'deep/bolstered')).toMatchObject([
      { kind: 'replaced', by: choice('chair') },
    ]);
  });

  it('is left out when nothing that is named may be played, and a circle of names has an end', () => {
    expect(vetted(allowing(['symmetric-only']), 'deep')).toMatchObject([{ kind: 'left-out' }]);
    expect(vetted(allowing(['chair-only', 'no-deep-hip-bend']), 'bolster')).toMatchObject([{ kind: 'left-out' }]);
  });

  it('that is too deep is replaced by an easier version of it', () => {
    expect(vetted(allowing([], atMost('gentle')), 'deep')).toMatchObject([
      { by: choice('deep/soft'), because: [{ kind: 'depth', atMost: 'gentle', becauseOf: ['bendy'] }] },
    ]);
    expect(vetted(allowing([], atMost('rest')), 'deep')).toMatchObject([{ by: choice('rest') }]);
  });

  it('is left out when only rest is allowed and it moves; resting stays', () => {
    const resting = allowing([], { level: 'rest-and-breathing', heldBy: ['stiff'] });
    expect(vetted(resting, 'bolster', 'rest')).toEqual([
      { kind: 'left-out', because: [{ kind: 'level', level: 'rest-and-breathing', becauseOf: ['stiff'] }] },
      { kind: 'allowed' },
    ]);
    const nothing = allowing([], { level: 'none', heldBy: ['sudden'] });
    expect(vetted(nothing, 'bolster', 'rest')).toMatchObject([{ kind: 'left-out' }, { kind: 'left-out' }]);
  });

  it('is replaced by nothing that doesn’t suit, and by the next that does', () => {
    const limited = allowing(['no-deep-knee-bend', 'chair-only']);
    const noVariation = ({ variation }: Choice): boolean => variation === null;
    expect(vetSteps(limited, smallCatalogue, [choice('deep')], noVariation)).toMatchObject([{ by: choice('chair') }]);
    expect(vetSteps(limited, smallCatalogue, [choice('deep')], () => false)).toMatchObject([{ kind: 'left-out' }]);
  });

  it('of a stranger’s practice that the catalogue doesn’t know is not played', () => {
    expect(vetted(allowing([]), 'handstand', 'deep/handstand')).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }]);
  });
});

describe('the way from one pose to another', () => {
  it('leads past no position that a limit forbids as such', () => {
    expect([...positionsBarred(allowing(['no-kneeling', 'no-deep-knee-bend']))].sort()).toEqual([
      'all-fours',
      'kneeling',
    ]);
    expect(positionsBarred(allowing(['chair-only']))).toContain('lying');
    expect(positionsBarred(allowing(['symmetric-only', 'head-in-line'])).size).toBe(0);
  });
});

describe('a region', () => {
  it('that nobody chose, or that we don’t know, is the one for everywhere else', () => {
    const region = (id: string) => ({ id, name: id, emergency: [], sources: [], review: 'awaited' as const });
    const regions = [region('here'), region('elsewhere')];
    expect(regionOf(regions, 'here').id).toBe('here');
    for (const id of [undefined, 'atlantis']) expect(regionOf(regions, id).id).toBe('elsewhere');
    expect(() => regionOf([], 'here')).toThrow('no regions');
  });
});
