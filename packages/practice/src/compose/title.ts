import type { ComposeRequest, Wish } from './request.ts';

const wishTitles: Readonly<Record<Wish, string>> = {
  'ease-lower-back': 'Ease the lower back',
  'open-hips': 'Open the hips',
  'loosen-up': 'Loosen up',
  settle: 'Settle',
};

/** Where only rest and breathing are allowed, nothing more is promised. */
export const titleFor = ({ wish, clearance }: ComposeRequest): string =>
  clearance.level === 'rest-and-breathing' ? 'Rest and breathe' : wishTitles[wish];
