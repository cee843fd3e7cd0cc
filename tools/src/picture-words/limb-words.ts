import type { Limbs } from './posture.ts';

/**
 * What is said of two limbs: of both at once where they do the same, else of each, the one that comes first by `rank` (which must
 * not depend on the side, so that a mirrored body is described by the mirrored words). What they say may hold the places of `fill`.
 */
export function pairWords(
  pair: readonly [Limbs, Limbs],
  say: (limbs: Limbs, other: Limbs) => string | undefined,
  rank: (limbs: Limbs) => number,
): string[] {
  const [a, b] = pair;
  const [ofA, ofB] = [say(a, b), say(b, a)];
  if (ofA !== undefined && ofA === ofB) return [fill(ofA, '', 's')];
  const each: [Limbs, string | undefined][] = [
    [a, ofA],
    [b, ofB],
  ];
  return each
    .sort(([first], [second]) => rank(second) - rank(first))
    .flatMap(([limbs, words]) => (words === undefined ? [] : [fill(words, `${limbs.side} `, '')]));
}

/** `{side}` becomes the side and a space, or nothing for both; `{s}` the plural; `{foot}` and `{hand}` one or two of them. */
function fill(words: string, side: string, plural: string): string {
  const [foot, hand] = plural === '' ? ['foot', 'hand'] : ['feet', 'hands'];
  return words
    .replaceAll('{side}', side)
    .replaceAll('{s}', plural)
    .replaceAll('{foot}', foot)
    .replaceAll('{hand}', hand);
}
