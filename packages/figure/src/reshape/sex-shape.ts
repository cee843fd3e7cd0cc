import type { TwoBodies } from './segment-map.ts';

/** Height of the neck's joint above the hips for which the numbers below are written, metres (the figure's part tables). */
const NECK_M = 0.544;

const bell = (value: number, middle: number, width: number): number => Math.exp(-(((value - middle) / width) ** 2));

/** How the trunk differs between the two body tables: a breadth to multiply by and a depth to add at the front, metres. */
export interface SexShape {
  /** `heightM` above the hips of the first body. */
  readonly breadth: (heightM: number) => number;
  readonly frontM: (sideM: number, heightM: number) => number;
}

/** What the tables of one sex add to the trunk of the other; undefined between bodies of one sex. */
export function sexShape({ from, to }: TwoBodies, neckM: number): SexShape | undefined {
  if (from.person.sex === to.person.sex) return undefined;
  const towardsMale = to.person.sex === 'male';
  const scale = neckM / NECK_M;
  return {
    breadth(heightM) {
      const z = heightM / scale;
      // as the part tables have it: a wider waist and chest, narrower hips
      const male = 1 + 0.1 * bell(z, 0.18, 0.09) + 0.09 * bell(z, 0.4, 0.1) - 0.06 * bell(z, 0, 0.09);
      return towardsMale ? male : 1 / male;
    },
    frontM(sideM, heightM) {
      const z = heightM / scale;
      const y = Math.abs(sideM) / scale;
      // read off the two figures as they are modelled, side by side
      const male =
        0.004 * bell(z, 0.18, 0.09) +
        0.008 * bell(z, 0.46, 0.04) -
        0.0175 * bell(z, 0.35, 0.065) * bell(y, 0.11, 0.075);
      return (towardsMale ? male : -male) * scale;
    },
  };
}
