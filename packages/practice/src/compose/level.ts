import type { Level, PastSession } from './request.ts';

/** A session that ended with this much pain or less went well (evidence: docs/science/composer.md, part 1). */
const goodPainAtMost = 3;
const goodSessionsALevel = 3;
/** Two in a row that ended with more than this lead back to the start. */
const hardPainAbove = 5;

/**
 * How far the sessions have led, newest first: a level more for every three that went well, from the start again after two hard ones in a
 * row. A session of which nothing was said counts neither way.
 */
export function levelReached(sessions: readonly PastSession[]): Level {
  const pains = sessions.flatMap(({ painAfter0to10 }) => (painAfter0to10 === null ? [] : [painAfter0to10]));
  const isHard = (pain: number | undefined): boolean => pain !== undefined && pain > hardPainAbove;
  const hardAt = pains.findIndex((pain, index) => isHard(pain) && isHard(pains[index + 1]));
  const since = hardAt < 0 ? pains : pains.slice(0, hardAt);
  const good = since.filter((pain) => pain <= goodPainAtMost).length;
  return good >= 2 * goodSessionsALevel ? 'full' : good >= goodSessionsALevel ? 'steady' : 'starter';
}
