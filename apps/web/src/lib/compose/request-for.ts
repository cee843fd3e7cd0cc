import type { CheckIn, Entry } from '@sacra/diary';
import type { Catalogue } from '@sacra/pose';
import { levelReached, type ComposeRequest } from '@sacra/practice';
import { flaresIn, type Clearance } from '@sacra/safety';
import type { Settings } from '../settings/settings.ts';
import type { Asked } from './asked.ts';
import { hurtLately, type LikingsDocument } from './likings-document.ts';
import { painsOf } from './pains.ts';
import { pastSessions } from './past-sessions.ts';

/** What a request is made from besides what was asked. */
export interface RequestSurroundings {
  readonly catalogue: Catalogue;
  readonly clearance: Clearance;
  readonly entries: readonly Entry[];
  readonly likings: LikingsDocument;
  readonly settings: Settings;
  /** ISO 8601 with the offset of the person's clock */
  readonly now: string;
  readonly seed: number;
}

/** The request to the composer for what a person asked. */
export function requestFor(asked: Asked, around: RequestSurroundings): ComposeRequest {
  const { catalogue, clearance, entries, likings, settings, now, seed } = around;
  const lastSessions = pastSessions(entries, catalogue);
  const pains = painsOf(asked);
  return {
    ...{ minutes: asked.minutes, wish: asked.wish, reach: asked.reach, clearance, seed, pains, lastSessions },
    otherPain0to10: asked.pain0to10 ?? 0,
    level: asked.level === 'as-it-goes' ? levelReached(lastSessions) : asked.level,
    isFlare: isFlare(asked, entries, now),
    props: new Set(asked.props),
    ...{ liked: new Set(likings.liked), unwanted: new Set(likings.unwanted), kept: new Set() },
    painful: new Set(hurtLately(likings, now)),
    breath: { inS: settings.breathInS, outS: settings.breathOutS },
    catCowBreath: settings.catCowBreath,
  };
}

/** What is locked or dropped in one practice, for asking for another like it. */
export interface OwnWishes {
  readonly minutes: number;
  /** keys of forms that stay in */
  readonly locked: readonly string[];
  /** poses that are left out today */
  readonly dropped: readonly string[];
}

export function requestWith(request: ComposeRequest, { minutes, locked, dropped }: OwnWishes): ComposeRequest {
  const kept = new Set([...request.kept, ...locked]);
  return { ...request, minutes, kept, unwanted: new Set([...request.unwanted, ...dropped]) };
}

/** Far more than usual, as safety reckons it from what was noted before. */
function isFlare({ pain0to10 }: Asked, entries: readonly Entry[], now: string): boolean {
  if (pain0to10 === null) return false;
  const noted = entries.filter((entry): entry is CheckIn => entry.kind === 'check-in');
  return flaresIn([...noted, { notedAt: now, pain0to10 }]).includes(now);
}
