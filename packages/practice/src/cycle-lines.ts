import type { NewLine } from './score.ts';

/** One movement of a cycle with the lines that could be said as it begins, in the order of rounds. */
export interface CycleMovement {
  /** From the start of the cycle. */
  readonly startMs: number;
  readonly lengthMs: number;
  /** Which round, from 0. */
  readonly round: number;
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  readonly lengthMs: number;
}

/** A long line may last this much longer than its movement; the next then begins that much late. */
const lateMs = 1000;
const quietBetweenMs = 200;

/**
 * What is said during a cycle: line n of a movement as it begins in round n (or the shortest of its lines, when line n is too long for a
 * quick breath, or none), then the lines of `guidance`, one a round, and quiet in the last round but for `lastLine`, which ends as the
 * cycle's last movement does. `lastLine` must not be longer than the cycle.
 */
export function cycleLines(
  movements: readonly CycleMovement[],
  guidance: readonly Line[],
  lastLine: Line | null,
  cycleMs: number,
): NewLine[] {
  const lastAtMs = cycleMs - (lastLine?.lengthMs ?? 0) - quietBetweenMs;
  const placed: NewLine[] = [];
  const isFree = (atMs: number, lengthMs: number): boolean => atMs + lengthMs + quietBetweenMs <= lastAtMs;
  let freeFromMs = 0;
  const place = (line: Line, atMs: number, purpose: NewLine['purpose']): void => {
    placed.push({ ...line, atMs, purpose });
    freeFromMs = atMs + line.lengthMs + quietBetweenMs;
  };

  for (const movement of movements) {
    const atMs = Math.max(movement.startMs, freeFromMs);
    const own = movement.lines[movement.round];
    if (own === undefined) continue;
    const shortest = movement.lines.reduce((a, b) => (b.lengthMs < a.lengthMs ? b : a));
    const untilMs = movement.startMs + movement.lengthMs + lateMs - quietBetweenMs;
    const fitting = [own, shortest].find(({ lengthMs }) => atMs + lengthMs <= untilMs && isFree(atMs, lengthMs));
    if (fitting !== undefined) place(fitting, atMs, 'breath');
  }

  const rounds = new Map<number, { startMs: number; endMs: number }>();
  for (const { round, startMs, lengthMs } of movements) {
    const earlier = rounds.get(round);
    rounds.set(round, { startMs: earlier?.startMs ?? startMs, endMs: startMs + lengthMs });
  }
  const waiting = [...guidance];
  const lastRound = Math.max(...rounds.keys());
  for (const [round, { startMs, endMs }] of rounds) {
    const next = waiting[0];
    const atMs = startMs + quietBetweenMs;
    if (next === undefined || round === lastRound) break;
    if (startMs < freeFromMs || atMs + next.lengthMs > endMs || !isFree(atMs, next.lengthMs)) continue;
    place(next, atMs, 'guide');
    waiting.shift();
  }
  return lastLine === null ? placed : [...placed, { ...lastLine, atMs: lastAtMs, purpose: 'guide' }];
}
