import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleLines, type CycleMovement } from '../src/cycle-lines.ts';
import { spaceLines } from '../src/space-lines.ts';

const line = (text: string, lengthMs: number) => ({ text, lengthMs });
const lengths = fc.array(fc.integer({ min: 300, max: 9000 }), { maxLength: 6 });
const linesOf = (name: string, given: readonly number[]) => given.map((lengthMs, n) => line(`${name} ${n}`, lengthMs));

const cycle = fc
  .record({ rounds: fc.integer({ min: 1, max: 8 }), inMs: fc.integer({ min: 2000, max: 8000 }), ins: lengths })
  .chain((first) =>
    fc
      .record({ outMs: fc.integer({ min: 2000, max: 10_000 }), outs: lengths, guides: lengths })
      .map((second) => ({ ...first, ...second })),
  )
  .map(({ rounds, inMs, outMs, ins, outs, guides }) => {
    const movements = Array.from({ length: rounds }, (_, round): CycleMovement[] => {
      const startMs = round * (inMs + outMs);
      return [
        { startMs, lengthMs: inMs, round, lines: linesOf('in', ins) },
        { startMs: startMs + inMs, lengthMs: outMs, round, lines: linesOf('out', outs) },
      ];
    }).flat();
    return {
      movements,
      guidance: linesOf('guide', guides),
      cycleMs: rounds * (inMs + outMs),
      roundMs: inMs + outMs,
      rounds,
    };
  });

describe('the lines of a cycle', () => {
  it('never overlap, start with their movement or shortly after, and close with the last line', () => {
    fc.assert(
      fc.property(cycle, ({ movements, guidance, cycleMs }) => {
        const last = line('rest', 2500);
        const placed = cycleLines(movements, guidance, last, cycleMs);
        placed.slice(1).forEach((next, index) => {
          const before = placed[index];
          expect(next.atMs).toBeGreaterThanOrEqual((before?.atMs ?? 0) + (before?.lengthMs ?? 0));
        });
        for (const { text, atMs, purpose } of placed) {
          if (purpose !== 'breath') continue;
          const [name] = text.split(' ');
          const own = movements.filter((movement) => movement.lines.some((each) => each.text === text));
          const lateMs = own.map((movement) => atMs - movement.startMs).filter((late) => late >= 0);
          expect(Math.min(...lateMs), `${name} late`).toBeLessThanOrEqual(1000);
        }
        expect(placed.at(-1)).toMatchObject({ text: 'rest' });
      }),
    );
  });

  it('leave the last round quiet once the words of the movements have been said', () => {
    fc.assert(
      fc.property(cycle, ({ movements, guidance, cycleMs, roundMs, rounds }) => {
        const placed = cycleLines(movements, guidance, line('rest', 1000), cycleMs);
        const guided = placed.filter(({ text }) => text.startsWith('guide'));
        for (const { atMs } of guided) expect(atMs).toBeLessThan((rounds - 1) * roundMs);
        expect(guided.map(({ text }) => text)).toEqual(guidance.slice(0, guided.length).map(({ text }) => text));
      }),
    );
  });

  it('take the shortest line of a movement when the breath is too quick for the one in turn', () => {
    const lines = [line('a long explanation', 4500), line('short', 1200)];
    const movements = [{ startMs: 0, lengthMs: 2000, round: 0, lines }];
    expect(cycleLines(movements, [], line('rest', 1000), 6000)[0]).toMatchObject({ text: 'short', atMs: 0 });
  });
});

describe('lines over a hold', () => {
  it('stand in order with quiet between and after them, the later ones left out first', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 2000, max: 90_000 }), (given, holdMs) => {
        const lines = linesOf('line', given);
        const placed = spaceLines(lines, holdMs);
        expect(placed.map(({ text }) => text)).toEqual(lines.slice(0, placed.length).map(({ text }) => text));
        [...placed.slice(1), { startMs: holdMs }].forEach((next, index) => {
          const before = placed[index];
          if (before === undefined) return;
          expect(next.startMs - before.startMs - before.lengthMs).toBeGreaterThanOrEqual(1999);
        });
        const left = lines[placed.length];
        if (left === undefined) return;
        const neededMs = 1000 + [...placed, left].reduce((sum, each) => sum + each.lengthMs + 2000, 0);
        expect(neededMs).toBeGreaterThan(holdMs);
      }),
    );
  });
});
