import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createBody, createState, forwardKinematics, referencePerson, type Configuration } from '@sacra/body';
import { atlasKeyframe, mirrorWay } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { atlasPath } from '../src/bake-atlas.ts';
import { planPictures } from '../src/bake-cards.ts';
import { readContent } from '../src/content/read-content.ts';
import { readAtlas } from '../src/model.ts';
import { stripWords } from '../src/strip-list.ts';
import { depthIn } from '../src/strip-props.ts';
import { farthestTravels, markersApart } from '../src/travels.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");
const atlas = readAtlas(readFileSync(atlasPath));
const body = createBody(referencePerson, content.value.bodyTables);
const { strips } = planPictures(content.value);

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

  test('show what stands there: furniture always, a cushion when nobody lies in it', () => {
    const kindsIn = (way: string): string[] =>
      strips.find((strip) => strip.way === way)!.panels.map(({ props }) => props.map(({ kind }) => kind).join());
    expect(kindsIn('standing>sitting-on-chair')).toEqual(['chair', 'chair', 'chair']);
    expect(kindsIn('easy-seat>leaning-on-forearm')).toEqual(['cushion', 'cushion', '']);
    expect(kindsIn('side-lying@right>side-rest@right')).toEqual(['', 'cushion']);
    const state = createState(body);
    for (const { way, panels } of strips) {
      const [from, to] = way.split('>').map((key) => atlasKeyframe(atlas, body, key)!.props);
      expect(panels[0]!.props, way).toEqual(expect.arrayContaining([...from!]));
      expect(panels.at(-1)!.props, way).toEqual(expect.arrayContaining([...to!]));
      panels.forEach(({ q, props }, i) => {
        forwardKinematics(body, q, state);
        const ends = i === 0 ? [from!] : i === panels.length - 1 ? [to!] : [from!, to!];
        for (const prop of props.filter(({ kind }) => !/^(chair|table|wall)$/.test(kind))) {
          const isOwn = ends.every((end) => end.some(({ kind }) => kind === prop.kind));
          if (!isOwn) expect(depthIn(prop, body, state), `${way} ${i}: ${prop.kind}`).toBeLessThan(0.05);
        }
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
