import { expect, test } from 'vitest';
import { softenShadows, softenWithDistance } from '../src/lib/figure/soft-shadows.ts';

const BARE = '#include <shadowmap_pars_fragment>';

test.each([
  ['on figure and props', softenShadows, 'vogelDiskSample(tap, 16, phi)'],
  ['on the ground', softenWithDistance, 'vogelDiskSample(tap, 20, phi)'],
] as const)('shadows %s are softer in the shader of the three.js that we have', (_, soften, taps) => {
  const shader = soften(BARE);
  expect(shader).toContain(taps);
  expect(shader).not.toContain(BARE);
  expect(shader).not.toContain('* 0.2;');
});
