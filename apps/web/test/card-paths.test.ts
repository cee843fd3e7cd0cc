import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cardWords } from '../src/lib/cards/card-words.ts';
import { cardPath, stripPath } from '../src/lib/cards/picture-path.ts';

const folder = fileURLToPath(new URL('../static/cards/', import.meta.url));
const [isThere, contentOf] = [
  (path: string): boolean => existsSync(folder + path.split('#')[0]!),
  (path: string): string => readFileSync(folder + path.split('#')[0]!, 'utf8'),
];

describe('the path of a picture', () => {
  test('leads to a file for every keyframe, left and right, and asks it for a look that it has', () => {
    const keys = Object.keys(cardWords);
    expect(keys.filter((key) => key.endsWith('@left')).length).toBeGreaterThan(20);
    for (const key of keys)
      for (const look of ['screen', 'print'] as const) {
        const path = cardPath(key, look);
        expect(isThere(path), path).toBe(true);
        const [, fragment] = path.split('#');
        const wanted = [...(key.endsWith('@left') ? ['left'] : []), ...(look === 'print' ? ['print'] : [])].join('-');
        expect(fragment ?? '', key).toBe(wanted);
        if (fragment !== undefined) expect(contentOf(path), path).toContain(` id="${fragment}"`);
      }
  });

  test('of a strip asks for side, direction and look in the order that the file has them', () => {
    for (const side of ['right', 'left'] as const)
      for (const direction of ['onwards', 'back'] as const)
        for (const look of ['screen', 'print'] as const) {
          const path = stripPath('tabletop>pigeon@right', side, look, direction);
          const [, fragment] = path.split('#');
          expect(isThere(path), path).toBe(true);
          if (fragment === undefined) expect([side, direction, look]).toEqual(['right', 'onwards', 'screen']);
          else expect(contentOf(path), path).toContain(` id="${fragment}"`);
        }
  });
});
