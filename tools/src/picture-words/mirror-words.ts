/** What is said of a picture, said of its mirror image. */
export const mirrorWords = (words: string): string =>
  words.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'));
