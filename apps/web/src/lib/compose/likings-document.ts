import type { Catalogue } from '@sacra/pose';
import { dropPose, takePoseBack } from '@sacra/practice';
import type { Choice } from '@sacra/safety';

/** What a person has said of poses for every practice to come. Keys are `pose` or `pose/variation`. */
export interface LikingsDocument {
  readonly format: 'sacra.likings';
  readonly version: 1;
  readonly liked: readonly string[];
  /** Ids of poses that are dropped for good. */
  readonly unwanted: readonly string[];
  /** Poses that hurt, each with when it was said: ISO 8601 with the offset of the person's clock. */
  readonly hurt: readonly HurtPose[];
}

interface HurtPose {
  readonly pose: string;
  readonly saidAt: string;
}

/** How long a pose that hurt is left out: as long as answers to the checklist hold. Our proposal, on the safe side. */
const hurtDays = 28;

const nothingSaid: LikingsDocument = { format: 'sacra.likings', version: 1, liked: [], unwanted: [], hurt: [] };

/** What is damaged, or was written by a newer version, counts as not said. */
export function parseLikings(raw: unknown): LikingsDocument {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  if (given['format'] !== nothingSaid.format || given['version'] !== nothingSaid.version) return nothingSaid;
  const keys = (name: 'liked' | 'unwanted'): string[] => {
    const list = given[name];
    return Array.isArray(list) ? list.filter((key): key is string => typeof key === 'string') : [];
  };
  const hurt = Array.isArray(given['hurt']) ? given['hurt'].filter(isHurtPose) : [];
  return { ...nothingSaid, liked: keys('liked'), unwanted: keys('unwanted'), hurt };
}

/** What both say. Of two times that a pose hurt the later one counts. */
export function joinedLikings(one: LikingsDocument, other: LikingsDocument): LikingsDocument {
  const both = (name: 'liked' | 'unwanted') => [...new Set([...one[name], ...other[name]])];
  const inOrder = [...one.hurt, ...other.hurt].toSorted((a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt));
  const hurt = [...new Map(inOrder.map((said) => [said.pose, said])).values()];
  return { ...nothingSaid, liked: both('liked'), unwanted: both('unwanted'), hurt };
}

function isHurtPose(raw: unknown): raw is HurtPose {
  const { pose, saidAt } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  return typeof pose === 'string' && typeof saidAt === 'string' && !Number.isNaN(Date.parse(saidAt));
}

/** It is left out for four weeks from `now` (as `saidAt` is written). */
export function withHurt(likings: LikingsDocument, pose: string, now: string): LikingsDocument {
  return { ...likings, hurt: [...likings.hurt.filter((one) => one.pose !== pose), { pose, saidAt: now }] };
}

/** The poses of which it was said less than four weeks ago that they hurt. */
export function hurtLately({ hurt }: LikingsDocument, now: string): string[] {
  const since = Date.parse(now) - hurtDays * 24 * 60 * 60 * 1000;
  return hurt.filter(({ saidAt }) => Date.parse(saidAt) > since).map(({ pose }) => pose);
}

export function withLiked(likings: LikingsDocument, key: string, isLiked: boolean): LikingsDocument {
  const others = likings.liked.filter((one) => one !== key);
  return { ...likings, liked: isLiked ? [...others, key] : others };
}

/** The pose comes no more, in any form. */
export function withDropped(likings: LikingsDocument, catalogue: Catalogue, choice: Choice): LikingsDocument {
  const { unwanted } = dropPose(catalogue, { kept: new Set(), unwanted: new Set(likings.unwanted) }, choice);
  return { ...likings, unwanted: [...unwanted] };
}

/** Nothing keeps the pose out any more. */
export function withBroughtBack(likings: LikingsDocument, catalogue: Catalogue, choice: Choice): LikingsDocument {
  const { unwanted } = takePoseBack(catalogue, { kept: new Set(), unwanted: new Set(likings.unwanted) }, choice);
  return { ...likings, unwanted: [...unwanted], hurt: likings.hurt.filter(({ pose }) => pose !== choice.pose) };
}
