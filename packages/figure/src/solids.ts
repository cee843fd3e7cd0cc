import type { Paint } from './paint.ts';
import { roundedBox, type SolidShape } from './rounded-box.ts';
import type { PaintedSolid } from './scene.ts';

type Triple = readonly [number, number, number];

/** A thing beside the body, as the solver places it. */
export interface PropPlace {
  readonly kind: 'cushion' | 'bolster' | 'block' | 'blanket' | 'chair' | 'table' | 'wall';
  /** Centre of its underside; for a wall, of its face on the floor. */
  readonly positionM: Triple;
  /** Length (x), width (y) and height (z) before it is turned. For a chair the height is that of its seat. */
  readonly sizeM: Triple;
  readonly yawRad: number;
}

/** How rounded the edges of wood, of a block and of a wall are. */
const WOOD_EDGE_M = 0.007;
const BLOCK_EDGE_M = 0.008;
const WALL_EDGE_M = 0.004;

/** The solids a prop is drawn as. */
export function propSolids(prop: PropPlace): PaintedSolid[] {
  const [length, width, height] = prop.sizeM;
  const lifted: Triple = [0, 0, height / 2];
  const wooden = ([centre, size]: readonly [Triple, Triple]): PaintedSolid =>
    place(prop, 'chair', roundedBox(centre, size, [WOOD_EDGE_M, WOOD_EDGE_M, WOOD_EDGE_M]));
  switch (prop.kind) {
    case 'cushion':
      return [place(prop, 'cushion', roundedBox(lifted, prop.sizeM, pillow(prop.sizeM)))];
    case 'bolster':
      return [place(prop, 'cushion', roundedBox(lifted, prop.sizeM, roll(prop.sizeM)))];
    case 'blanket':
      return blanketLayers(prop.sizeM).map(([centre, size]) =>
        place(prop, 'blanket', roundedBox(centre, size, [0.012, 0.012, size[2] / 2])),
      );
    case 'block':
      return [place(prop, 'block', roundedBox(lifted, prop.sizeM, [BLOCK_EDGE_M, BLOCK_EDGE_M, BLOCK_EDGE_M]))];
    case 'chair':
      return chairBoxes(length, width, height).map(wooden);
    case 'table':
      return tableBoxes(length, width, height).map(wooden);
    case 'wall':
      return [
        place(
          prop,
          'wall',
          roundedBox([length / 2, 0, height / 2], prop.sizeM, [WALL_EDGE_M, WALL_EDGE_M, WALL_EDGE_M]),
        ),
      ];
  }
}

/** Plump: its sides are round from top to bottom, its corners are wide. */
function pillow([length, width, height]: Triple): Triple {
  const corner = Math.min(0.075, 0.3 * Math.min(length, width));
  return [corner, corner, 0.47 * height];
}

/** Round about its longer side, its ends a little rounded. */
function roll([length, width, height]: Triple): Triple {
  const end = 0.035;
  return length > width ? [end, width / 2, height / 2] : [length / 2, end, height / 2];
}

const LAYER_M = 0.025;

/** A blanket folded over and over: layers, one a little shorter than the one below. */
function blanketLayers([length, width, height]: Triple): (readonly [centre: Triple, size: Triple])[] {
  const count = Math.min(6, Math.max(2, Math.round(height / LAYER_M)));
  const thick = height / count;
  return Array.from({ length: count }, (_, i) => {
    // the fold is on one side, where all layers end alike
    const shorter = i === 0 ? 0 : 0.006 * (1 + (i % 2));
    return [
      [-shorter / 2, 0, (i + 0.5) * thick],
      [length - shorter, width - shorter, thick],
    ];
  });
}

/** Seat, four legs and a back at the rear (−x) of a chair whose seat is `height` high. */
function chairBoxes(length: number, width: number, height: number): (readonly [centre: Triple, size: Triple])[] {
  const seat = 0.035;
  const post = 0.035;
  const x = length / 2 - post / 2;
  const y = width / 2 - post / 2;
  const backTop = height + 0.42;
  return [
    [
      [0, 0, height - seat / 2],
      [length, width, seat],
    ],
    ...[-y, y].flatMap((side): (readonly [Triple, Triple])[] => [
      [
        [x, side, (height - seat) / 2],
        [post, post, height - seat],
      ],
      [
        [-x, side, backTop / 2],
        [post, post, backTop],
      ],
    ]),
    [
      [-x, 0, backTop - 0.06],
      [post * 0.8, width, 0.12],
    ],
    [
      [-x, 0, height + 0.16],
      [post * 0.8, width, 0.07],
    ],
  ];
}

/** A top that stands out a little over four legs, which four boards under the top hold together. */
function tableBoxes(length: number, width: number, height: number): (readonly [centre: Triple, size: Triple])[] {
  const top = 0.032;
  const leg = 0.05;
  const overhang = 0.03;
  const board = { thick: 0.02, high: 0.07 };
  const x = length / 2 - overhang - leg / 2;
  const y = width / 2 - overhang - leg / 2;
  const boardZ = height - top - board.high / 2;
  const both = [-1, 1];
  return [
    [
      [0, 0, height - top / 2],
      [length, width, top],
    ],
    ...both.flatMap((i) =>
      both.map((j): readonly [Triple, Triple] => [
        [i * x, j * y, (height - top) / 2],
        [leg, leg, height - top],
      ]),
    ),
    ...both.map((i): readonly [Triple, Triple] => [
      [i * x, 0, boardZ],
      [board.thick, 2 * y, board.high],
    ]),
    ...both.map((j): readonly [Triple, Triple] => [
      [0, j * y, boardZ],
      [2 * x, board.thick, board.high],
    ]),
  ];
}

function place({ positionM, yawRad }: PropPlace, paint: Paint, shape: SolidShape): PaintedSolid {
  const cos = Math.cos(yawRad);
  const sin = Math.sin(yawRad);
  const turn = (array: Float32Array, shift: Triple): Float32Array =>
    array.map((value, i) => {
      const axis = i % 3;
      if (axis === 2) return value + shift[2];
      const x = array[i - axis]!;
      const y = array[i - axis + 1]!;
      return (axis === 0 ? cos * x - sin * y : sin * x + cos * y) + shift[axis]!;
    });
  return {
    positions: turn(shape.positions, positionM),
    normals: turn(shape.normals, [0, 0, 0]),
    indices: shape.indices,
    paint,
  };
}
