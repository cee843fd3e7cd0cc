import written from '#lib/content/generated/cards.json';

/** What each card shows, in words, by key of its keyframe. As long as there are poses, so fetched only where a card is all there is to see. */
export const cardWords: Readonly<Record<string, string>> = written;
