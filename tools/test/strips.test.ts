import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBody, referencePerson, type Configuration } from '@sacra/body';
import { atlasKeyframe, mirrorWay } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { atlasPath } from '../src/bake-atlas.ts';
import { cardsDir, planPictures } from '../src/bake-cards.ts';
import { readContent } from '../src/content/read-content.ts';
import { readAtlas } from '../src/model.ts';
import { stripWords } from '../src/strip-list.ts';
import { farthestTravels, markersApart } from '../src/travels.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");
const atlas = readAtlas(readFileSync(atlasPath));
const body = createBody(referencePerson, content.value.bodyTables);
const { cards, strips } = planPictures(content.value);

describe('strips', () => {
  test('there is one for every way that has been solved, with two or three pictures', () => {
    expect(strips.map(({ way }) => way).sort()).toEqual(
      [...atlas.clips.keys()].filter((way) => !/@left$/.test(way)).sort(),
    );
    for (const { way, panels } of strips) expect([2, 3], way).toContain(panels.length);
  });

  test('begin and end with the keyframes of their way', () => {
    for (const { way, panels } of strips) {
      const [from, to] = way.split('>').map((key) => atlasKeyframe(atlas, body, key)!.q);
      expect(markersApart(body, panels[0]!.q, from!).mostM, way).toBeLessThan(1e-3);
      expect(markersApart(body, panels.at(-1)!.q, to!).mostM, way).toBeLessThan(1e-3);
    }
  });

  test('have one or two arrows in each picture that another follows, and none in the last', () => {
    for (const { way, panels } of strips) {
      panels.forEach(({ travels }, i) => {
        const isLast = i === panels.length - 1;
        expect(travels.length > 0, `${way} ${i}`).toBe(!isLast);
        expect(travels.length, way).toBeLessThanOrEqual(2);
      });
    }
  });

  test('are described for both sides, the left with left and right exchanged', () => {
    const words = stripWords(strips);
    for (const { way } of strips) {
      expect(words[way], way).toMatch(/^From .+ to .+, in (two|three) pictures\. First: .+\. Last: .+\. Arrows: .+\.$/);
      const swapped = words[way]!.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'));
      // A way that is its own mirror is described as it is drawn.
      if (mirrorWay(way) !== way && !strips.some((other) => other.way === mirrorWay(way))) {
        expect(words[mirrorWay(way)], way).toBe(swapped);
      }
    }
    expect(words['tabletop>pigeon@right']).toMatch(/^From .+ to Pigeon, right side/);
    expect(words['tabletop>pigeon@left']).toMatch(/^From .+ to Pigeon, left side/);
  });
});

describe('baked pictures', () => {
  test('of cards and strips are 30 kB at the most each', () => {
    for (const { file } of [...cards, ...strips])
      expect(statSync(join(cardsDir, file)).size, file).toBeLessThan(30_000);
  });
});

describe('what travels farthest', () => {
  const standing = atlas.keyframes.get('standing')!.q;
  const lifted = (byM: number): Configuration => standing.map((value, i) => (i === 2 ? value + byM : value));

  test('is one arrow where the whole body moves as one', () => {
    const travels = farthestTravels(body, [standing, lifted(0.1), lifted(0.2)]);
    expect(travels).toHaveLength(1);
    const { pointsM } = travels[0]!;
    expect(pointsM.at(-1)![2] - pointsM[0]![2]).toBeCloseTo(0.2, 6);
  });

  test('is nothing where nothing moves', () => {
    expect(farthestTravels(body, [standing, standing])).toEqual([]);
  });

  test('names the part: a leg that is lifted is that leg', () => {
    const { panels } = strips.find(({ way }) => way === 'tabletop>bird-dog@right')!;
    expect(panels.flatMap(({ travels }) => travels.map(({ part }) => part)).join()).toMatch(
      /left foot|left knee|right hand/,
    );
  });
});
