import type { Body, Configuration } from '@sacra/body';
import type { PropPlace, View } from '@sacra/figure';
import { cardFile, mirrorKey, parseKey, type Catalogue, type KeyframeKey, type KeyframeSource } from '@sacra/pose';
import type { Keyframe } from '@sacra/solve';
import { describePose } from './picture-words/describe-pose.ts';

/** One picture to draw. */
export interface CardPlan {
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
 * The pictures of all solved keyframes of the catalogue, in its order: one of each both-sided keyframe, a right and a left one of the
 * others. The left one is the mirror image: body, props, camera and words.
 */
export function planCards(
  catalogue: Catalogue,
  body: Body,
  solved: (key: KeyframeKey) => Keyframe | undefined,
): CardPlan[] {
  return [...catalogue.keyframes.values()].flatMap((source) =>
    (source.sided ? [source.key, mirrorKey(source.key)] : [source.key]).flatMap((key) => {
      const keyframe = solved(key);
      if (!keyframe) return [];
      const view = viewOf(source, key);
      const alt = `${titleOf(source, key)}. ${describePose(body, keyframe, view)}`;
      return [{ key, file: cardFile(key), alt, view, q: keyframe.q, props: keyframe.props }];
    }),
  );
}

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
