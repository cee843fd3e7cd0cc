import { describe, expect, test } from 'vitest';
import { drawArrow } from '../src/arrow.ts';
import { besideHead } from '../src/beside-head.ts';
import { drawStrip, stripSize, type StripPanel } from '../src/strip.ts';
import { STEPS_PER_UNIT } from '../src/svg-path.ts';
import { allFours, rodFigure } from './capsule-figure.ts';

const panel: StripPanel = {
  scene: { figure: rodFigure(allFours), solids: [] },
  travels: [
    [
      [0, 0, 0.4],
      [-0.2, 0, 0.35],
      [-0.4, 0, 0.2],
    ],
  ],
};
const rest: StripPanel = { ...panel, travels: [] };
const options = { view: { azimuthRad: -1.3, elevationRad: 0.15 }, title: 'From here & there' };
const svg = drawStrip([panel, panel, rest], options);

/** All corner points of the arrows in an SVG text, in units. */
const corners = (text: string): [number, number][] =>
  [...text.matchAll(/<path class="arrow"[^>]*d="M(-?\d+) ?(-?\d+)l([^z]*)z"/g)].flatMap(([, x, y, rest]) => {
    const numbers = rest!.match(/-?\d+/g)!.map(Number);
    let here: [number, number] = [Number(x), Number(y)];
    const found = [here];
    for (let i = 0; i < numbers.length; i += 2) found.push((here = [here[0] + numbers[i]!, here[1] + numbers[i + 1]!]));
    return found.map(([px, py]): [number, number] => [px / STEPS_PER_UNIT, py / STEPS_PER_UNIT]);
  });

describe('strips', () => {
  test('have two or three pictures, and nothing else is drawn', () => {
    expect(svg.match(/<rect class="panel"/g)).toHaveLength(3);
    expect(drawStrip([panel, rest], options).match(/<rect class="panel"/g)).toHaveLength(2);
    expect(() => drawStrip([panel], options)).toThrow(/2 or 3/);
    expect(() => drawStrip([panel, panel, panel, panel], options)).toThrow(/2 or 3/);
  });

  test('are the same every time, small, and carry their title as an image does', () => {
    expect(drawStrip([panel, panel, rest], options)).toBe(svg);
    expect(svg.length).toBeLessThan(30_000);
    expect(svg).toContain(
      `viewBox="0 0 ${stripSize.widthUnits * STEPS_PER_UNIT} ${stripSize.heightUnits * STEPS_PER_UNIT}"`,
    );
    expect(svg).toContain('<title>From here &amp; there</title>');
  });

  test('have an arrow for each travel, one for the way back, and one between two pictures', () => {
    expect(svg.match(/class="arrow"/g)).toHaveLength(2 + 2 + 2);
    expect(drawStrip([rest, rest], options).match(/class="arrow"/g)).toHaveLength(1);
  });

  test('lead back where the address ends in #back: the pictures change places, the arrows turn round', () => {
    const groups = (name: string): string[] =>
      [...svg.matchAll(new RegExp(`<g class="${name}"[^>]*>(.*?)</g>`, 'g'))].map(([, group]) => group!);
    const [first, second, last] = groups('back');
    expect([first, groups('onwards')[2]]).toEqual(['', '']);
    const [onwards] = groups('onwards');
    // An arrow's outline begins at its tail; its tip is half-way round.
    const leadsTo = (text: string): number => {
      const outline = corners(text);
      return Math.sign(outline[Math.floor(outline.length / 2)]![0] - outline[0]![0]);
    };
    expect(leadsTo(second!)).toBe(-leadsTo(onwards!));
    expect(last).not.toBe('');
    const placeOf = (panel: number): number =>
      Number(new RegExp(`<g class="panel${panel}" transform="translate\\(([\\d.]+)\\)"`).exec(svg)![1]);
    const placeBack = (panel: number): number =>
      Number(new RegExp(`target \\.panel${panel}\\{transform:translateX\\(([\\d.]+)px\\)`).exec(svg)![1]);
    for (const panel of [0, 1, 2]) expect(placeBack(panel)).toBe(placeOf(2 - panel));
    expect(svg.match(/<g class="back" display="none">/g)).toHaveLength(3);
  });

  test('mirror each picture and keep their order where the address ends in #left', () => {
    expect(svg.match(/<g class="picture">/g)).toHaveLength(3);
    expect(svg).toMatch(
      /:is\(#left,#left-print,#left-back,#left-back-print\):target \.picture\{transform:matrix\(-1,0,0,1,\d+,0\)\}/,
    );
    for (const id of ['print', 'left', 'left-print', 'back', 'back-print', 'left-back', 'left-back-print'])
      expect(svg.match(new RegExp(` id="${id}"`, 'g'))).toHaveLength(1);
  });
});

describe('arrows and heads', () => {
  const head = { centre: [50, 50], radius: 10 } as const;
  const covered = (way: readonly (readonly [number, number])[]): number =>
    way.filter(([x, y]) => Math.hypot(x - 50, y - 50) < head.radius - 1e-9).length;
  const row = (from: readonly [number, number], to: readonly [number, number]): [number, number][] =>
    Array.from({ length: 12 }, (_, i) => [
      from[0] + ((to[0] - from[0]) * i) / 11,
      from[1] + ((to[1] - from[1]) * i) / 11,
    ]);

  test('what the head itself travels begins at its rim, in the same direction', () => {
    const way = besideHead(row([50, 50], [110, 50]), head);
    expect(covered(way)).toBe(0);
    expect(way[0]![0]).toBeCloseTo(60, 6);
    expect(way.at(-1)).toEqual([110, 50]);
    const short = besideHead(row([50, 50], [54, 50]), head);
    expect(covered(short)).toBe(0);
    expect(short.at(-1)![0] - short[0]![0]).toBeCloseTo(4, 6);
  });

  test('a way over the head is moved past it, one that is clear of it stays', () => {
    expect(covered(besideHead(row([20, 52], [80, 52]), head))).toBe(0);
    const clear = row([20, 80], [80, 80]);
    expect(besideHead(clear, head)).toBe(clear);
    expect(besideHead(clear, undefined)).toBe(clear);
  });
});

describe('arrows', () => {
  const sheet = { widthUnits: 148 };

  test('lead from near the start to the end of what travels', () => {
    const found = corners(drawArrow([[20, 100], [45, 70], [70, 60]], sheet, 150)); // prettier-ignore
    const toStart = Math.min(...found.map(([x, y]) => Math.hypot(x - 20, y - 100)));
    const toEnd = Math.min(...found.map(([x, y]) => Math.hypot(x - 70, y - 60)));
    expect(toStart).toBeLessThan(3);
    expect(toEnd).toBeLessThan(3);
  });

  test('of a short way are long enough to be seen, in its direction', () => {
    const found = corners(drawArrow([[70, 70], [72, 70]], sheet, 150)); // prettier-ignore
    expect(Math.max(...found.map(([x]) => x)) - 70).toBeGreaterThan(12);
    expect(Math.min(...found.map(([x]) => x))).toBeGreaterThan(68);
  });

  test('stay in their picture, and are left out where there is no room', () => {
    const found = corners(drawArrow([[120, 70], [300, 70]], sheet, 150)); // prettier-ignore
    expect(Math.max(...found.map(([x]) => x))).toBeLessThan(148);
    expect(drawArrow([[146, 70], [300, 70]], sheet, 150)).toBe(''); // prettier-ignore
  });
});
