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
}

const nothingSaid: LikingsDocument = { format: 'sacra.likings', version: 1, liked: [], unwanted: [] };

/** What is damaged, or was written by a newer version, counts as not said. */
export function parseLikings(raw: unknown): LikingsDocument {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  if (given['format'] !== nothingSaid.format || given['version'] !== nothingSaid.version) return nothingSaid;
  const keys = (name: 'liked' | 'unwanted'): string[] => {
    const list = given[name];
    return Array.isArray(list) ? list.filter((key): key is string => typeof key === 'string') : [];
  };
  return { ...nothingSaid, liked: keys('liked'), unwanted: keys('unwanted') };
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

export function withBroughtBack(likings: LikingsDocument, catalogue: Catalogue, choice: Choice): LikingsDocument {
  const { unwanted } = takePoseBack(catalogue, { kept: new Set(), unwanted: new Set(likings.unwanted) }, choice);
  return { ...likings, unwanted: [...unwanted] };
}
