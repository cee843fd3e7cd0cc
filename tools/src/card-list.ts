import type { Body, Configuration } from '@sacra/body';
import type { PropPlace, View } from '@sacra/figure';
import { cardFile, mirrorKey, parseKey, type Catalogue, type KeyframeKey, type KeyframeSource } from '@sacra/pose';
import type { Keyframe } from '@sacra/solve';
import { describePose } from './picture-words/describe-pose.ts';
import { mirrorWords } from './picture-words/mirror-words.ts';

/** One picture to draw. */
export interface CardPlan {
  /** Key of its keyframe, the right side leading. */
  readonly key: KeyframeKey;
  /** Name of its file in the folder of cards. */
  readonly file: string;
  /** What the picture shows, in words. */
  readonly alt: string;
  readonly view: View;
  readonly q: Configuration;
  readonly props: readonly PropPlace[];
}

/**
 * The pictures of all solved keyframes of the catalogue, in its order. With the left side leading a keyframe is the mirror image of
 * that with the right, so its picture is: a file holds both.
 */
export function planCards(
  catalogue: Catalogue,
  body: Body,
  solved: (key: KeyframeKey) => Keyframe | undefined,
): CardPlan[] {
  return [...catalogue.keyframes.values()].flatMap((source) => {
    const { key } = source;
    const keyframe = solved(key);
    if (!keyframe) return [];
    const view = viewOf(source, key);
    const alt = `${titleOf(source, key)}. ${describePose(body, keyframe, view)}`;
    return [{ key, file: cardFile(key), alt, view, q: keyframe.q, props: keyframe.props }];
  });
}

/** What each card shows, by key of its keyframe; of a sided one also by the key of its mirror image. */
export const cardWords = (plans: readonly CardPlan[]): Record<KeyframeKey, string> =>
  Object.fromEntries(
    plans.flatMap(({ key, alt }) => [
      [key, alt],
      [mirrorKey(key), mirrorWords(alt)],
    ]),
  );

/** The camera of a keyframe: its variation's, else its pose's; on the other side of the body when the left side leads. */
export function viewOf({ pose, variation }: KeyframeSource, key: KeyframeKey): View {
  const { azimuthDeg, elevationDeg } = variation?.camera ?? pose.camera;
  const mirrored = parseKey(key)?.side === 'left' ? -1 : 1;
  return { azimuthRad: (mirrored * azimuthDeg * Math.PI) / 180, elevationRad: (elevationDeg * Math.PI) / 180 };
}

/** The name of a keyframe, with its variation and side. */
export function titleOf({ pose, variation }: KeyframeSource, key: KeyframeKey): string {
  const side = parseKey(key)?.side;
  return [
    pose.names.english,
    ...(variation && 'name' in variation ? [variation.name.toLowerCase()] : []),
    ...(side ? [`${side} side`] : []),
  ].join(', ');
}
