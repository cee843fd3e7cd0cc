import { createCatalogue, type Catalogue, type Way } from '@sacra/pose';
import { smallPoses } from './small-poses.ts';

const way = (from: string, seconds: number): Way => ({ from, seconds, say: [], back: { seconds, say: [] } });

const waysInto: Readonly<Record<string, readonly Way[]>> = {
  'on-heels': [way('on-heels-alone', 3)],
  'reach-up': [way('on-heels-alone', 3)],
  'reach-low': [way('reach-up', 3), way('on-heels-alone', 4)],
  'bend-forward': [way('on-heels-alone', 5)],
};

/** The small poses, with ways between them; no way leads to the cushions. */
export const smallWays: Catalogue = createCatalogue(
  [...smallPoses.poses.values()].map((pose) => ({ ...pose, ways: waysInto[pose.id] ?? [] })),
);
