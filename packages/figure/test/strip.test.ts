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

/** All points at which a side of an arrow ends, in units. */
const corners = (text: string): [number, number][] =>
  [...text.matchAll(/<path class="arrow"[^>]*d="M(-?\d+) ?(-?\d+)([^z]*)z"/g)].flatMap(([, x, y, rest]) => {
    let here: [number, number] = [Number(x), Number(y)];
    const found = [here];
    for (const [, command, list] of rest!.matchAll(/([lc])([^lc]*)/g)) {
      const numbers = list!.match(/-?\d+/g)!.map(Number);
      const size = command === 'c' ? 6 : 2;
      for (let i = size - 2; i < numbers.length; i += size)
        found.push((here = [here[0] + numbers[i]!, here[1] + numbers[i + 1]!]));
    }
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
    expect(svg.match(/<g class="back">/g)).toHaveLength(3);
    expect(svg).toContain('.back{display:none}');
    expect(svg).toContain('[id*=back]:target .onwards{display:none}[id*=back]:target .back{display:inline}');
  });

  test('share the whole width between their pictures', () => {
    for (const count of [2, 3]) {
      const drawn = drawStrip([...Array.from({ length: count - 1 }, () => panel), rest], options);
      const width = Number(/<rect class="panel" width="(\d+)"/.exec(drawn)![1]);
      const places = [...drawn.matchAll(/transform="translate\((\d+)\)"/g)].map(([, x]) => Number(x));
      expect(places).toHaveLength(count);
      expect(places[0]).toBe(0);
      expect(places.at(-1)! + width).toBe(stripSize.widthUnits * STEPS_PER_UNIT);
    }
  });

  test('mirror each picture and keep their order where the address ends in #left', () => {
    expect(svg.match(/<g class="picture">/g)).toHaveLength(3);
    expect(svg).toMatch(/\[id\*=left\]:target \.picture\{transform:matrix\(-1,0,0,1,\d+,0\)\}/);
    for (const id of ['print', 'left', 'left-print', 'back', 'back-print', 'left-back', 'left-back-print'])
      expect(svg.match(new RegExp(` id="${id}"`, 'g'))).toHaveLength(1);
  });
});

describe('arrows beside one another', () => {
  const moved = (byM: number): StripPanel['travels'][number] => panel.travels[0]!.map(([x, y, z]) => [x, y, z + byM]);
  const arrowsOf = (travels: StripPanel['travels']): number =>
    drawStrip([{ ...panel, travels }, rest], options)
      .match(/<g class="onwards">(.*?)<\/g>/)![1]!
      .split('<path').length - 1;

  test('are one where the ways lie upon each other, however they are directed, and two where they are apart', () => {
    expect(arrowsOf([moved(0), moved(0.02)])).toBe(1);
    expect(arrowsOf([moved(0), [...moved(0.02)].reverse()])).toBe(1);
    expect(arrowsOf([moved(0), moved(0.3)])).toBe(2);
  });

  test('do not cross', () => {
    const [up, down] = [-0.5, 0.5].map((endM): StripPanel['travels'][number] => [
      [0.4, 0, 0.6 - endM],
      [0, 0, 0.6],
      [-0.4, 0, 0.6 + endM],
    ]);
    expect(arrowsOf([up!, down!])).toBe(1);
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
