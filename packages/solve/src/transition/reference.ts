import { difference, integrate, type Body, type Configuration } from '@sacra/body';

/** A configuration passed at a fraction of the movement. */
export interface Key {
  readonly at: number;
  readonly q: Configuration;
}

/**
 * The movement as it would be in empty space: through the keys, each joint on a monotone cubic (Fritsch and Carlson's limiter), so
 * that no joint goes past the angles of its keys. Between two keys the turn of ball joints follows the shortest way.
 */
export function referencePath(body: Body, keys: readonly Key[]): (fraction: number) => Configuration {
  const spans = keys.slice(1).map((key, k) => {
    const from = keys[k]!;
    return { from, length: key.at - from.at, step: difference(body, from.q, key.q) };
  });
  const size = body.velocitySize;
  /** Speed of each coordinate at each key, per unit of fraction: none at the ends, and none where it turns back. */
  const speeds = keys.map((_, k) => {
    const speed = new Float64Array(size);
    const before = spans[k - 1];
    const after = spans[k];
    if (!before || !after) return speed;
    for (let v = 0; v < size; v++) {
      const a = before.step[v]! / before.length;
      const b = after.step[v]! / after.length;
      if (a * b > 0) speed[v] = (2 * a * b) / (a + b);
    }
    return speed;
  });
  const isStraight = keys.length === 2;
  return (fraction) => {
    let k = spans.findIndex(({ from, length }) => fraction <= from.at + length);
    if (k < 0) k = spans.length - 1;
    const { from, length, step } = spans[k]!;
    const t = Math.min(1, Math.max(0, (fraction - from.at) / length));
    const dv = new Float64Array(size);
    for (let v = 0; v < size; v++) {
      if (isStraight) {
        dv[v] = step[v]! * t;
        continue;
      }
      // Cubic Hermite basis on the span; the speed at the far end in the near end's coordinates.
      const h10 = t * (1 - t) * (1 - t);
      const h01 = t * t * (3 - 2 * t);
      const h11 = t * t * (t - 1);
      const start = k === 0 ? step[v]! / length : speeds[k]![v]!;
      const end = k === spans.length - 1 ? step[v]! / length : speeds[k + 1]![v]!;
      dv[v] = h01 * step[v]! + length * (h10 * start + h11 * end);
    }
    return integrate(body, from.q, dv, new Float64Array(body.configurationSize));
  };
}
