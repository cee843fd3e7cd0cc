import { describe, expect, it } from 'vitest';
import { catalogueSolver, decodeAtlas, encodeAtlas, encodingError } from '@sacra/solve';
import type { Solved } from './solved.ts';

/** The same content and body give the same atlas, and its bytes are it. */
export function samenessLaws({ atlas, body, catalogue, keyframes, clips }: Solved): void {
  describe('the atlas', () => {
    it('is the same to the last byte when it is solved again, in whatever order', () => {
      const again = catalogueSolver(body, catalogue);
      const reversed = new Map([...keyframes.keys()].toReversed().map((key) => [key, again.keyframe(key)]));
      const some = [...clips.values()].toSorted((a, b) => a.at.length - b.at.length).slice(0, 4);
      const solvedAgain = {
        ...atlas,
        keyframes: new Map([...keyframes.keys()].map((key) => [key, reversed.get(key)!])),
        clips: new Map(some.map(({ way }) => [way, again.clip(catalogue.ways.get(way)!)])),
      };
      const solvedFirst = { ...atlas, clips: new Map(some.map((clip) => [clip.way, clip])) };
      expect(Buffer.compare(encodeAtlas(solvedAgain), encodeAtlas(solvedFirst))).toBe(0);
      for (const [key, keyframe] of reversed) expect(keyframe.q, key).toEqual(keyframes.get(key)!.q);
    });

    it('comes back from its bytes with every number within the error it promises', () => {
      const decoded = decodeAtlas(encodeAtlas(atlas));
      if (!decoded.ok) throw new Error(decoded.error.type);
      const { value } = decoded;
      expect([...value.keyframes.keys()]).toEqual([...keyframes.keys()]);
      expect([...value.clips.keys()]).toEqual([...clips.keys()]);
      const error = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
        Array.from(a).reduce((most, number, i) => Math.max(most, Math.abs(number - b[i]!)), 0);
      for (const [key, { q }] of keyframes)
        expect(error(q, value.keyframes.get(key)!.q), key).toBeLessThanOrEqual(encodingError + 1e-12);
      // Knots are 32-bit numbers: a rounding of 6e-8 of their size comes on top.
      for (const [way, { knots }] of clips)
        expect(error(knots, value.clips.get(way)!.knots), way).toBeLessThan(encodingError + 1e-6);
    });

    it('takes up less than a megabyte', () => {
      expect(encodeAtlas(atlas).length).toBeLessThan(2 ** 20);
    });
  });
}
