import type { PaintedSolid, Scene } from './scene.ts';

type Pair = readonly [x: number, y: number];

/** How much of a wall is in the picture beside the body, and how far it runs on beyond the frame. */
const SEEN_M = 0.14;
const BEYOND_M = 2;

/** The scene as a picture is framed by it: of a wall there is only the foot of what is beside the body. */
export function wallInFrame(scene: Scene): Scene {
  return withWalls(scene, (wall, [x, y], faceM) => {
    const depthM = faceM + SEEN_M;
    return wall.map((_, i) => [depthM * x, depthM * y, 0][i % 3]!);
  });
}

/** The scene with its walls as sides of a room: they run on above and behind, out of the picture. */
export function wallBeyondFrame(scene: Scene): Scene {
  return withWalls(scene, (wall, away) => {
    const [middleX, middleY, middleZ] = middleOf(wall);
    return wall.map((value, i) => {
      if (i % 3 === 2) return value > middleZ ? value + BEYOND_M : value;
      const behindM = (wall[i - (i % 3)]! - middleX) * away[0] + (wall[i - (i % 3) + 1]! - middleY) * away[1];
      return behindM > 0 ? value + BEYOND_M * away[i % 3]! : value;
    });
  });
}

/** Where the face of the nearest wall is along the mat; Infinity without one. */
export function wallFaceXM(scene: Omit<Scene, 'mat'>): number {
  return Math.min(
    Infinity,
    ...scene.solids
      .filter(({ paint }) => paint === 'wall')
      .map(({ positions }) =>
        positions.reduce((least, value, i) => (i % 3 === 0 && value < least ? value : least), Infinity),
      ),
  );
}

/** The scene with the vertices of each wall moved; `away` points from the figure into the wall, at right angles to its face. */
function withWalls(scene: Scene, move: (wall: Float32Array, away: Pair, faceM: number) => Float32Array): Scene {
  if (!scene.solids.some(({ paint }) => paint === 'wall')) return scene;
  const figure = middleOf(scene.figure.positions);
  const moved = (wall: PaintedSolid): PaintedSolid => {
    const away = awayFrom(figure, wall.positions);
    return { ...wall, positions: move(wall.positions, away, faceOf(wall.positions, away)) };
  };
  return { ...scene, solids: scene.solids.map((solid) => (solid.paint === 'wall' ? moved(solid) : solid)) };
}

/** Across the wall where it is thin, away from the figure. */
function awayFrom(figure: readonly number[], wall: Float32Array): Pair {
  const [middleX = 0, middleY = 0] = middleOf(wall);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i + 2 < wall.length; i += 3) {
    const x = wall[i]! - middleX;
    const y = wall[i + 1]! - middleY;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const across = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
  const away: Pair = [Math.cos(across), Math.sin(across)];
  const isTowards = (middleX - figure[0]!) * away[0] + (middleY - figure[1]!) * away[1] < 0;
  return isTowards ? [-away[0], -away[1]] : away;
}

/** How far along `away` the wall begins. */
function faceOf(wall: Float32Array, away: Pair): number {
  let least = Infinity;
  for (let i = 0; i + 2 < wall.length; i += 3) least = Math.min(least, wall[i]! * away[0] + wall[i + 1]! * away[1]);
  return least;
}

function middleOf(positions: Float32Array): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  positions.forEach((value, i) => {
    sums[(i % 3) as 0 | 1 | 2] += value / (positions.length / 3);
  });
  return sums;
}
