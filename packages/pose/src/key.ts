import { swapSide, type Side } from './side.ts';

/** `pose`, `pose/variation`, and with a leading side `pose@right`, `pose/variation@left`: the name of a keyframe. */
export type KeyframeKey = string;

export interface KeyParts {
  readonly pose: string;
  readonly variation?: string;
  readonly side?: Side;
}

const keyPattern = /^([a-z][a-z0-9-]*)(?:\/([a-z][a-z0-9-]*))?(?:@(left|right))?$/;

/** The parts of a key, or undefined when it is not one. */
export function parseKey(key: string): KeyParts | undefined {
  const match = keyPattern.exec(key);
  if (match === null) return undefined;
  const [, pose = '', variation, side] = match;
  return {
    pose,
    ...(variation === undefined ? {} : { variation }),
    ...(side === undefined ? {} : { side: side as Side }),
  };
}

export const formatKey = ({ pose, variation, side }: KeyParts): KeyframeKey =>
  pose + (variation === undefined ? '' : `/${variation}`) + (side === undefined ? '' : `@${side}`);

export const withoutSide = (key: KeyframeKey): string => key.replace(/@(left|right)$/, '');

/** The file of a keyframe's card: `pigeon/fold@right` is `pigeon.fold.right.svg`. Keys hold no full stops, so names are unique. */
export const cardFile = (key: KeyframeKey): string => `${key.replace(/[/@]/g, '.')}.svg`;

/** The file of a way's strip: `tabletop>pigeon@right` is `tabletop_pigeon.right.svg`. */
export const stripFile = (way: string): string => cardFile(way.replace('>', '_'));

/** The same keyframe with the other side leading; a both-sided key is its own mirror. */
export const mirrorKey = (key: KeyframeKey): KeyframeKey => swapSide(key);
