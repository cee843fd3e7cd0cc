/** A unit vector as a point of the square [−1, 1]²: the octahedron |x| + |y| + |z| = 1 folded flat (Meyer et al. 2010). */
export function octahedronFromNormal(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
  const u = x / sum;
  const v = y / sum;
  return z >= 0 ? [u, v] : [(1 - Math.abs(v)) * signOf(u), (1 - Math.abs(u)) * signOf(v)];
}

/** The inverse of `octahedronFromNormal`, of unit length. */
export function normalFromOctahedron(u: number, v: number): [number, number, number] {
  const z = 1 - Math.abs(u) - Math.abs(v);
  const x = z >= 0 ? u : (1 - Math.abs(v)) * signOf(u);
  const y = z >= 0 ? v : (1 - Math.abs(u)) * signOf(v);
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

const signOf = (value: number): number => (value < 0 ? -1 : 1);
