import type { ComposeRequest, Wish } from './request.ts';

const wishTitles: Readonly<Record<Wish, string>> = {
  'ease-lower-back': 'Ease the lower back',
  'open-hips': 'Open the hips',
  'loosen-up': 'Loosen up',
  settle: 'Settle',
};

export const titleFor = ({ wish, minutes }: ComposeRequest): string => `${wishTitles[wish]}, ${minutes} minutes`;
