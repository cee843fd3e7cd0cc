import type { Body, Configuration } from '@sacra/body';

/**
 * The body on the curve through knots: on each span the cubic with the slopes of the parabolas through three neighbouring knots
 * (Catmull–Rom for uneven places). Hinges are kept in their ranges, which a cubic can overshoot; turns are mixed as quaternions and
 * brought back to length 1, as knots are so near one another that this is turning evenly.
 *
 * @param at places of the knots, ascending; at least two
 * @param knots at.length × configurationSize
 * @param u a place between the first and the last
 */
export function pointOnCurve(
  body: Body,
  at: ArrayLike<number>,
  knots: ArrayLike<number>,
  u: number,
  out: Configuration = new Float64Array(body.configurationSize),
): Configuration {
  const k = spanOf(at, u);
  const last = at.length - 1;
  const size = body.configurationSize;
  const a = Math.max(0, k - 1) * size;
  const b = k * size;
  const c = (k + 1) * size;
  const d = Math.min(last, k + 2) * size;

  // Cubic Hermite basis on the span.
  const h = at[k + 1]! - at[k]!;
  const t = Math.min(1, Math.max(0, (u - at[k]!) / h));
  let h10 = t * (1 - t) * (1 - t);
  let h11 = t * t * (t - 1);
  let w0 = 0;
  let w1 = (1 + 2 * t) * (1 - t) * (1 - t);
  let w2 = t * t * (3 - 2 * t);
  let w3 = 0;
  // At an end of the curve the span is a parabola: its slope there is twice its rise less the slope at its other end.
  if (k === 0) {
    w1 -= (last === 1 ? 1 : 2) * h10;
    w2 += (last === 1 ? 1 : 2) * h10;
    h11 -= last === 1 ? 0 : h10;
    h10 = 0;
  }
  if (k === last - 1) {
    w1 -= (last === 1 ? 1 : 2) * h11;
    w2 += (last === 1 ? 1 : 2) * h11;
    h10 -= last === 1 ? 0 : h11;
    h11 = 0;
  }
  // The slope at a knot, times h: so much of the rise of the near span and so much of the far one's.
  if (h10 !== 0) {
    const farLength = at[k]! - at[k - 1]!;
    const near = farLength / (farLength + h);
    const far = (h * h) / (farLength * (farLength + h));
    w0 -= h10 * far;
    w1 += h10 * (far - near);
    w2 += h10 * near;
  }
  if (h11 !== 0) {
    const farLength = at[k + 2]! - at[k + 1]!;
    const near = farLength / (farLength + h);
    const far = (h * h) / (farLength * (farLength + h));
    w3 += h11 * far;
    w2 += h11 * (near - far);
    w1 -= h11 * near;
  }

  for (let i = 0; i < size; i++) {
    out[i] = w0 * knots[a + i]! + w1 * knots[b + i]! + w2 * knots[c + i]! + w3 * knots[d + i]!;
  }
  for (const joint of body.joints) {
    const { kind, qIndex } = joint;
    if (kind === 'hinge') {
      const { minRad, maxRad } = joint.range;
      if (out[qIndex]! < minRad) out[qIndex] = minRad;
      else if (out[qIndex]! > maxRad) out[qIndex] = maxRad;
      continue;
    }
    const o = kind === 'free' ? qIndex + 3 : qIndex;
    const length = Math.sqrt(out[o]! ** 2 + out[o + 1]! ** 2 + out[o + 2]! ** 2 + out[o + 3]! ** 2);
    for (let i = o; i < o + 4; i++) out[i] = out[i]! / length;
  }
  return out;
}

/** The span that holds a place: `at[k] ≤ u ≤ at[k + 1]`. */
export function spanOf(at: ArrayLike<number>, u: number): number {
  let low = 0;
  let high = at.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= u) low = middle;
    else high = middle - 1;
  }
  return low;
}
