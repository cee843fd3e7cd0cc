/**
 * How much a part of the body has to do, between two marks that everyone knows: `standing` is about the lower mark, `most` about the upper
 * mark or more, `less` and `between` what their names say.
 */
export type Band = 'less' | 'standing' | 'between' | 'most';

/** What the hands carry of the body's weight. */
export type HandsBand = 'nothing' | 'a-little' | 'about-a-third' | 'about-half';

/** How far from a mark still counts as about the mark, as a factor. Our model is no finer. */
const about = 4 / 3;

/** The band of a load between two marks, all in one unit; what is about the upper mark is `most`, even where the marks are close. */
export function bandBetween(now: number, low: number, high: number): Band {
  if (now >= high / about) return 'most';
  if (now > low * about) return 'between';
  return now >= low / about ? 'standing' : 'less';
}

/** @param share of the weight, 0…1 */
export function handsBand(share: number): HandsBand {
  if (share < 0.03) return 'nothing';
  if (share < 0.2) return 'a-little';
  return share < 0.4 ? 'about-a-third' : 'about-half';
}
