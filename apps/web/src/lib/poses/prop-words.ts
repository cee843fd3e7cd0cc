import type { PropKind } from '@sacra/pose';

/** What a home has in the place of each thing. */
export const atHome: Readonly<Record<PropKind, string>> = {
  cushion: 'No firm cushion? Two folded blankets or a rolled-up bath towel hold just as well.',
  bolster: 'No bolster? Roll a blanket around a pillow, or stack two firm pillows.',
  block: 'No block? A thick book wrapped in a towel.',
  blanket: 'No blanket? A large towel, folded.',
  chair: 'A kitchen chair is what you want. With its back to a wall it can’t slide.',
  table: 'A desk does as well. So does a second chair with a pile of cushions on its seat.',
  wall: 'A closed door that opens away from you does as well.',
};
