import written from '#lib/content/generated/cards.json';
import writtenOfStrips from '#lib/content/generated/strips.json';

/** What each card shows, in words, by key of its keyframe. As long as there are poses, so fetched only where a card is all there is to see. */
export const cardWords: Readonly<Record<string, string>> = written;

/** What each strip shows, in words, by id of its way; of sided ways also by the id of the mirrored one. */
export const stripWords: Readonly<Record<string, string>> = writtenOfStrips;
