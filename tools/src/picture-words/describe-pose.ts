import type { Body } from '@sacra/body';
import type { View } from '@sacra/figure';
import type { Keyframe } from '@sacra/solve';
import { armWords } from './arms.ts';
import { baseOf, baseWords, thing, type Base } from './base.ts';
import { legWords } from './legs.ts';
import { dot, measurePosture, type Posture, type Vec } from './posture.ts';
import { trunkWords } from './trunk.ts';

type Shown = Pick<Keyframe, 'q' | 'contacts' | 'props'>;

/**
 * What a picture of a keyframe shows, in one sentence for those who don't see it, written from joint angles and contacts: what
 * the body rests on, trunk, head, legs, arms, props, and the side it is seen from.
 */
export function describePose(body: Body, keyframe: Shown, view: View): string {
  const posture = measurePosture(body, keyframe);
  const base = baseOf(posture);
  const parts = [baseWords(posture, base), ...partsOf(posture, base)];
  const words = [...parts, ...propsLeft(posture, parts), seenFrom(posture, base, view)].join(', ');
  return `${onceOnly(words, posture.props)}.`;
}

/** A thing that has been named is called by the definite article afterwards. */
function onceOnly(words: string, kinds: readonly string[]): string {
  return kinds.reduce((text, kind) => {
    const first = text.indexOf(`a ${kind}`) + kind.length + 2;
    return text.slice(0, first) + text.slice(first).replaceAll(`a ${kind}`, `the ${kind}`);
  }, words);
}

/**
 * Two keyframes in a few words each: what the body rests on, and the first thing that is not the same in the other, or else the first
 * thing of all. Without full stops.
 */
export function describeBriefly(body: Body, from: Shown, to: Shown): [from: string, to: string] {
  const [first, last] = [briefOf(body, from), briefOf(body, to)];
  return [inBrief(first, last), inBrief(last, first)];
}

interface Brief {
  readonly base: string;
  readonly more: readonly string[];
}

function briefOf(body: Body, shown: Shown): Brief {
  const posture = measurePosture(body, shown);
  const base = baseOf(posture);
  return { base: baseWords(posture, base), more: partsOf(posture, base) };
}

function inBrief({ base, more }: Brief, other: Brief): string {
  const own = more.find((part) => !other.more.includes(part)) ?? more[0];
  return own === undefined ? base : `${base}, ${own}`;
}

const partsOf = (posture: Posture, base: Base): string[] => [
  ...trunkWords(posture, base),
  ...legWords(posture, base),
  ...armWords(posture, base),
];

/** Props that no part of the sentence has named. */
function propsLeft({ props }: Posture, parts: readonly string[]): string[] {
  const said = parts.join();
  return [...new Set(props)].filter((kind) => !said.includes(kind)).map((kind) => `with ${thing(kind)}`);
}

/** Oblique beyond this share of both directions. */
const OBLIQUE = 0.42;

/** From which of the body's own sides it is seen. */
function seenFrom({ pelvis, chest }: Posture, base: Base, { azimuthRad, elevationRad }: View): string {
  const towards: Vec = [Math.cos(azimuthRad), Math.sin(azimuthRad), 0];
  const leftwards = dot(towards, horizontal(base === 'on-back' ? chest.left : pelvis.left));
  const side = leftwards > 0 ? 'left' : 'right';
  const above = elevationRad > 0.5 ? ' and above' : '';
  // Of a body on its back the front looks up: what shows of it is said by "above".
  if (base === 'on-back' || base === 'all-fours' || base === 'hands-and-feet' || base === 'kneeling') {
    return `seen from the ${side} side${above}`;
  }
  const forwards = dot(towards, horizontal(pelvis.front));
  const facing = forwards > 0 ? 'front' : 'back';
  if (base === 'on-side') return `seen from the ${facing}${above}`;
  if (Math.abs(leftwards) < OBLIQUE) return `seen from the ${facing}${above}`;
  return Math.abs(forwards) > OBLIQUE
    ? `seen from the ${facing} and the ${side}${above}`
    : `seen from the ${side} side${above}`;
}

function horizontal([x, y]: Vec): Vec {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length, 0];
}
