import { describe, expect, test } from 'vitest';
import { drawArrow } from '../src/arrow.ts';
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

  test('have an arrow for each travel, and one between two pictures', () => {
    expect(svg.match(/class="arrow"/g)).toHaveLength(2 + 2);
    expect(drawStrip([rest, rest], options).match(/class="arrow"/g)).toHaveLength(1);
  });

  test('mirror each picture and keep their order where the address ends in #left', () => {
    expect(svg.match(/<g class="picture">/g)).toHaveLength(3);
    expect(svg).toMatch(/#left:target \.picture,#left-print:target \.picture\{transform:matrix\(-1,0,0,1,\d+,0\)\}/);
    for (const id of ['print', 'left', 'left-print']) expect(svg.match(new RegExp(` id="${id}"`, 'g'))).toHaveLength(1);
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
