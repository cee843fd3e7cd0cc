import type { Leg } from '@sacra/pose';
import type { Bell, SayCue } from './cue.ts';
import type { Score } from './score.ts';

/** A line and how long it takes to say. */
export interface Spoken {
  readonly text: string;
  readonly lengthMs: number;
}

export interface Announcement {
  readonly kind: 'arrive' | 'announce' | 'end';
  readonly stepIndex: number | null;
  /** Where the figure stays meanwhile. */
  readonly keyframe: string;
  readonly bell: Bell | null;
  readonly lines: readonly Spoken[];
  readonly purpose: SayCue['purpose'];
  /** Quiet after the last line; default {@link beforeMovingMs}. */
  readonly quietAfterMs?: number;
}

/** How long each bell sounds before anyone speaks. */
const bellMs: Record<Bell, number> = { begin: 3500, side: 2500, end: 4000 };
const beforeSpeakingMs = 400;
const betweenLinesMs = 500;
/** From the last word to the movement. */
const beforeMovingMs = 800;

/** A span in which the figure stays and the lines are spoken, as long as they take. */
export function announce(score: Score, announcement: Announcement): void {
  const { kind, stepIndex, keyframe, bell, lines, purpose } = announcement;
  const firstMs = bell === null ? beforeSpeakingMs : bellMs[bell];
  const startsMs: number[] = [];
  let atMs = firstMs;
  for (const line of lines) {
    startsMs.push(atMs);
    atMs += line.lengthMs + betweenLinesMs;
  }
  const spokenMs = lines.length === 0 ? firstMs : atMs - betweenLinesMs;
  const quietAfterMs = announcement.quietAfterMs ?? beforeMovingMs;
  score.addSpan({ kind, lengthMs: spokenMs + quietAfterMs, stepIndex, motion: { kind: 'still', keyframe } });
  if (bell !== null) score.addBell({ bell, atMs: 0, lengthMs: firstMs });
  lines.forEach((line, index) => score.addLine({ ...line, atMs: startsMs[index] ?? 0, purpose }));
}

/** A span in which the figure goes a way, in silence. */
export function move(score: Score, leg: Leg, stepIndex: number | null): void {
  const { way, reverse, side, from, to } = leg;
  score.addSpan({
    ...{ kind: 'move', lengthMs: leg.seconds * 1000, stepIndex },
    motion: { kind: 'way', way: { way, reverse, side, from, to } },
  });
}
