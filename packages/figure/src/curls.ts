/** Distance between curls, metres at 1.70 m, and how far they stand out. */
const SPACING_M = 0.0195;
const BULGE_M = 0.0085;

/** How far curls stand out from the round that they make, at a point of the head frame, metres at 1.70 m: a dome about each of many scattered points. */
export function curlBulge(x: number, y: number, z: number): number {
  let nearest = Infinity;
  const [i, j, k] = [Math.floor(x / SPACING_M), Math.floor(y / SPACING_M), Math.floor(z / SPACING_M)];
  for (let a = i - 1; a <= i + 1; a++)
    for (let b = j - 1; b <= j + 1; b++)
      for (let c = k - 1; c <= k + 1; c++) {
        const dx = x - (a + 0.5 + scatter(a, b, c, 0)) * SPACING_M;
        const dy = y - (b + 0.5 + scatter(a, b, c, 1)) * SPACING_M;
        const dz = z - (c + 0.5 + scatter(a, b, c, 2)) * SPACING_M;
        nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
      }
  return BULGE_M * (1 - Math.min(1, nearest / (0.8 * SPACING_M) ** 2));
}

/** A number from −0.45 to 0.45 that looks like chance and is always the same for a cell and an axis. */
function scatter(a: number, b: number, c: number, axis: number): number {
  const wild = Math.sin(a * 127.1 + b * 311.7 + c * 74.7 + axis * 269.5) * 43758.5453;
  return 0.9 * (wild - Math.floor(wild)) - 0.45;
}
