/**
 * Values of the vertices of a half mesh, `width` a vertex, drawn towards the mean of their neighbours: half of the way in each round. On
 * the mesh's border only neighbours along one way round are heard.
 */
export function evenedOut(values: Float64Array, width: number, indices: Uint32Array, rounds: number): Float64Array {
  const counts = new Float64Array(values.length / width);
  for (const index of indices) counts[index]! += 1;
  let now = values;
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(now.length);
    for (let t = 0; t < indices.length; t += 3)
      for (let c = 0; c < 3; c++) {
        // an edge inside the mesh is met from both sides, so each end hears from the other once
        const a = width * indices[t + c]!;
        const b = width * indices[t + ((c + 1) % 3)]!;
        for (let k = 0; k < width; k++) sums[a + k]! += now[b + k]!;
      }
    now = now.map((value, i) => {
      const count = counts[Math.floor(i / width)]!;
      return count === 0 ? value : 0.5 * value + (0.5 * sums[i]!) / count;
    });
  }
  return now;
}
