import type { Paint } from './paint.ts';
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

/** The solids a prop is drawn as. */
export function propSolids(prop: PropPlace): PaintedSolid[] {
  const [length, width, height] = prop.sizeM;
  switch (prop.kind) {
    case 'cushion':
      return [place(prop, 'cushion', roundedBox([0, 0, height / 2], prop.sizeM, 0.45))];
    case 'bolster':
      return [place(prop, 'cushion', roundedBox([0, 0, height / 2], prop.sizeM, 0.6))];
    case 'blanket':
      return [place(prop, 'blanket', roundedBox([0, 0, height / 2], prop.sizeM, 0.4))];
    case 'block':
      return [place(prop, 'block', roundedBox([0, 0, height / 2], prop.sizeM, 0.12))];
    case 'chair':
      return chairBoxes(length, width, height).map(([centre, size]) =>
        place(prop, 'chair', roundedBox(centre, size, 0.06)),
      );
    case 'table':
      return tableBoxes(length, width, height).map(([centre, size]) =>
        place(prop, 'chair', roundedBox(centre, size, 0.06)),
      );
    case 'wall':
      return [place(prop, 'wall', roundedBox([length / 2, 0, height / 2], prop.sizeM, 0.02))];
  }
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

interface Shape {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
}

const AROUND = 48;
const UP = 24;

/**
 * A box whose edges are rounded: `roundness` near 0 is sharp, 1 an ellipsoid. A superellipsoid
 * |x/a|^(2/e) + |y/b|^(2/e) + |z/c|^(2/e) = 1 with e the roundness (A. H. Barr, "Superquadrics and angle-preserving
 * transformations", 1981).
 */
function roundedBox(centre: Triple, size: Triple, roundness: number): Shape {
  const power = (value: number, exponent: number): number => Math.sign(value) * Math.abs(value) ** exponent;
  const positions: number[] = [];
  const normals: number[] = [];
  for (let i = 0; i <= UP; i++) {
    const latitude = (i / UP - 0.5) * Math.PI;
    // Exactly nothing at the poles: a small power of what rounding leaves there would be a hole as wide as a hand.
    const levelReach = i === 0 || i === UP ? 0 : Math.cos(latitude);
    for (let j = 0; j < AROUND; j++) {
      const turn = ((j + 0.5) / AROUND) * 2 * Math.PI;
      const direction = [
        [levelReach, Math.cos(turn)],
        [levelReach, Math.sin(turn)],
        [Math.sin(latitude), 1],
      ] as const;
      const outward = direction.map(([a, b]) => power(a, roundness) * power(b, roundness));
      const normal = direction.map(([a, b], k) => (power(a, 2 - roundness) * power(b, 2 - roundness)) / size[k]!);
      const norm = Math.hypot(...normal);
      for (let k = 0; k < 3; k++) {
        positions.push(centre[k]! + (outward[k]! * size[k]!) / 2);
        normals.push(normal[k]! / norm);
      }
    }
  }
  const indices: number[] = [];
  for (let i = 0; i < UP; i++) {
    for (let j = 0; j < AROUND; j++) {
      const a = i * AROUND + j;
      const b = i * AROUND + ((j + 1) % AROUND);
      indices.push(a, b, b + AROUND, a, b + AROUND, a + AROUND);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

function place({ positionM, yawRad }: PropPlace, paint: Paint, shape: Shape): PaintedSolid {
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
