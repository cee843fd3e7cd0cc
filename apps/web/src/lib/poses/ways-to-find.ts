import type { Area, PoseAsDone, PropKind } from '@sacra/pose';

/** One chip: what it says, and which ways of doing a pose it holds for. */
export interface Chip {
  /** As it stands in an address. */
  readonly id: string;
  readonly label: string;
  readonly holds: (done: PoseAsDone) => boolean;
}

/** Chips of one kind: a pose is shown when one of those that are chosen holds. */
export interface ChipGroup {
  /** As it stands in an address. */
  readonly id: 'area' | 'place' | 'with';
  readonly legend: string;
  readonly chips: readonly Chip[];
}

const areas = (id: string, label: string, ...any: readonly Area[]): Chip => {
  return { id, label, holds: ({ character }) => character.areas.some((area) => any.includes(area)) };
};

const isOnChair = ({ position, needs }: PoseAsDone): boolean =>
  position === 'sitting' && needs.some(({ prop }) => prop === 'chair');

const things = (id: string, label: string, ...any: readonly PropKind[]): Chip => {
  return { id, label, holds: ({ needs }) => needs.some(({ prop }) => any.includes(prop)) };
};

/** The first that holds is where a pose is listed. */
export const places = [
  { id: 'lying', label: 'Lying', holds: ({ position }) => position === 'lying' },
  { id: 'kneeling', label: 'Kneeling', holds: ({ position }) => position === 'kneeling' || position === 'all-fours' },
  { id: 'chair', label: 'On a chair', holds: isOnChair },
  { id: 'seated', label: 'Sitting on the floor', holds: (done) => done.position === 'sitting' && !isOnChair(done) },
  {
    id: 'standing',
    label: 'On your feet',
    holds: ({ position }) => position === 'standing' || position === 'inverted-v',
  },
] as const satisfies readonly Chip[];

export const chipGroups: readonly ChipGroup[] = [
  {
    id: 'area',
    legend: 'Where you may feel it',
    chips: [
      areas('lower-back', 'Sacrum and lower back', 'sacrum', 'lower-back'),
      areas('hips', 'Hips', 'hips'),
      areas('legs', 'Legs', 'thighs', 'hamstrings', 'calves'),
      areas('upper-back', 'Upper back and neck', 'upper-back', 'neck', 'shoulders'),
      areas('belly', 'Belly', 'belly'),
    ],
  },
  { id: 'place', legend: 'How you are placed', chips: places },
  {
    id: 'with',
    legend: 'Done with',
    chips: [
      { id: 'nothing', label: 'Nothing', holds: ({ needs }) => needs.length === 0 },
      things('cushion', 'Cushion or blanket', 'cushion', 'bolster', 'block', 'blanket'),
      things('chair', 'Chair', 'chair'),
      things('wall', 'Wall', 'wall'),
      things('table', 'Table', 'table'),
    ],
  },
];
