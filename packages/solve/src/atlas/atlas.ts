import { mirrorConfiguration, mirrorName, type Body, type Configuration, type Person } from '@sacra/body';
import { mirrorKey, swapSide, type KeyframeKey, type Side } from '@sacra/pose';
import type { Deviation } from '../deviations.ts';
import type { Because } from '../fit.ts';
import type { Keyframe } from '../keyframe.ts';
import { mirrorKeyframe } from '../mirror.ts';
import type { Reference } from '../solve-catalogue.ts';
import type { Clip } from '../transition/clip.ts';
import { sampleClip } from './sample-clip.ts';

/**
 * What is solved for one body: keyframes and clips of the right side leading, or of both sides; the left ones are their mirrors. A body
 * whose left and right differ has left ones of its own beside them, under their own names. It may be only a part.
 */
export interface Atlas {
  readonly person: Person;
  readonly keyframes: ReadonlyMap<KeyframeKey, Keyframe>;
  /** For each of the keyframes, how it fits this body. */
  readonly fits: ReadonlyMap<KeyframeKey, AtlasFit>;
  /** By the id of their way; a left one of its own by that of the mirrored way. */
  readonly clips: ReadonlyMap<string, Clip>;
}

/** How a keyframe comes out on a body (`fitOf`). */
export interface AtlasFit {
  readonly key: KeyframeKey;
  /** The keyframe that is shown: itself, or the one that answers a body which can't do it; absent when none does. */
  readonly shown?: KeyframeKey;
  /** Groups of the shown shape that gave way on this body, the furthest first. */
  readonly gaveWay: readonly string[];
  /** Why it isn't shown itself. */
  readonly because?: Because;
  /** How far its own groups are from their wishes, where that is much; other bodies are compared with the reference body's. */
  readonly deviations: readonly Deviation[];
}

/** The keyframe of a key; one with `@left` is the exact mirror of the right one unless it is there itself. Undefined when neither is. */
export function atlasKeyframe(atlas: Atlas, body: Body, key: KeyframeKey): Keyframe | undefined {
  const known = atlas.keyframes.get(key);
  if (known) return known;
  const twin = atlas.keyframes.get(mirrorKey(key));
  return twin && mirrorKeyframe(body, twin);
}

/** How the keyframe of a key fits, the mirror's where there is none of its own. */
export function atlasFit(atlas: Atlas, key: KeyframeKey): AtlasFit | undefined {
  const known = atlas.fits.get(key);
  if (known) return known;
  const twin = atlas.fits.get(mirrorKey(key));
  return twin && mirrorFit(twin);
}

function mirrorFit({ key, shown, gaveWay, because, deviations }: AtlasFit): AtlasFit {
  return {
    key: mirrorKey(key),
    ...(shown === undefined ? {} : { shown: mirrorKey(shown) }),
    gaveWay: gaveWay.map(mirrorName),
    ...(because === undefined ? {} : { because: { ...because, what: swapSide(because.what) } }),
    deviations: deviations.map((deviation) => ({ ...deviation, group: mirrorName(deviation.group) })),
  };
}

/** What `catalogueSolver` asks of the reference body. */
export const referenceOf = (atlas: Atlas): Reference => ({
  keyframe: (key) => {
    const known = atlas.keyframes.get(key);
    return known && { q: known.q, measure: { deviations: atlasFit(atlas, key)?.deviations ?? [] } };
  },
});

/**
 * The body at a moment of a way: of its left clip when the left side leads and there is one, else of the mirror of the right one.
 * Undefined when the atlas has no clip of that way.
 *
 * @param way its id, as it is written for the right side leading
 * @param fraction 0 at the way's first keyframe, 1 at its second
 */
export function atlasMoment(
  atlas: Atlas,
  body: Body,
  way: string,
  fraction: number,
  side: Side,
): Configuration | undefined {
  const own = side === 'left' ? atlas.clips.get(mirrorWay(way)) : undefined;
  if (own) return sampleClip(body, own, fraction);
  const clip = atlas.clips.get(way);
  if (!clip) return undefined;
  const q = sampleClip(body, clip, fraction);
  return side === 'left' ? mirrorConfiguration(body, q) : q;
}

/** The id of the way with the other side leading. */
export const mirrorWay = (way: string): string => way.split('>').map(mirrorKey).join('>');
