import { fileURLToPath } from 'node:url';
import { createBody, referencePerson } from '@sacra/body';
import { cardFile, mirrorKey } from '@sacra/pose';
import type { Keyframe } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { cardWords, planCards } from '../src/card-list.ts';
import { readContent } from '../src/content/read-content.ts';
import { pasteImage, writeText } from '../src/pixel-font.ts';
import { layOut } from '../src/sheet.ts';
import { inLook, renderSvg } from '../src/svg-image.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");
const { catalogue, bodyTables } = content.value;
const body = createBody(referencePerson, bodyTables);

/** Stands in for what is solved: which picture belongs to which key does not depend on the shape. */
const solvedRight = (key: string): Keyframe => ({
  key,
  q: Float64Array.from({ length: body.configurationSize }, (_, i) => Math.sin(i)),
  contacts: [],
  residualMm: 0,
  yielded: [],
  props: [{ name: 'seat', kind: 'cushion', positionM: [0.1, 0.2, 0], sizeM: [0.4, 0.3, 0.1], yawRad: 0.3 }],
});
const plans = planCards(catalogue, body, solvedRight);

describe('the list of cards', () => {
  test('has every keyframe of the catalogue, of sided ones that with the right side leading', () => {
    expect(plans.map(({ key }) => key)).toEqual([...catalogue.keyframes.keys()]);
    expect(plans.map(({ key }) => key)).toContain('pigeon/fold@right');
    expect(plans.filter(({ key }) => key.endsWith('@left'))).toEqual([]);
  });

  test('leaves out what is not solved', () => {
    const only = planCards(catalogue, body, (key) => (key === 'cat' ? solvedRight(key) : undefined));
    expect(only.map(({ key }) => key)).toEqual(['cat']);
  });

  test('gives each card a file of its own, whose name every file system takes', () => {
    const files = plans.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.svg$/);
    expect(cardFile('pigeon/fold@right')).toBe('pigeon.fold.right.svg');
  });

  test('says whose card it is, with the side: of the left side what the right says, with left and right exchanged', () => {
    const words = cardWords(plans);
    expect(words['pigeon/fold@right']).toMatch(/^Pigeon, fold forward, right side\. /);
    expect(words['pigeon/fold@left']).toMatch(/^Pigeon, fold forward, left side\. /);
    const leftKeys = plans
      .map(({ key }) => key)
      .filter((key) => key.endsWith('@right'))
      .map(mirrorKey);
    expect(Object.keys(words).sort()).toEqual([...plans.map(({ key }) => key), ...leftKeys].sort());
    for (const alt of Object.values(words)) expect(alt).not.toMatch(/[{}]|undefined/);
  });
});

describe('pictures of sheets', () => {
  const plain = (grey: number): { widthPx: number; heightPx: number; rgb: Uint8Array } => ({
    widthPx: 40,
    heightPx: 20,
    rgb: new Uint8Array(40 * 20 * 3).fill(grey),
  });

  test('an SVG is drawn in the look that is asked for, on that look’s ground', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" id="print"><style>.a{fill:#ff0000}' +
      '@media(prefers-color-scheme:dark){.a{fill:#00ff00}}[id*=print]:target path{fill:#0000ff}</style>' +
      '<path class="a" d="M0 0h2v2h-2z"/></svg>';
    const colours = { light: [255, 0, 0], dark: [0, 255, 0], print: [0, 0, 255] } as const;
    for (const look of ['light', 'dark', 'print'] as const) {
      expect(inLook(svg, look)).not.toContain('@media');
      const { widthPx, heightPx, rgb } = await renderSvg(svg, 40, look);
      expect([widthPx, heightPx]).toEqual([40, 20]);
      expect([...rgb.subarray(0, 3)]).toEqual(colours[look]);
      expect([...rgb.subarray(39 * 3, 40 * 3)]).not.toEqual(colours[look]);
    }
  });

  test('pictures stand in rows, with room for words below', () => {
    const sheet = layOut([
      [
        { image: plain(10), label: 'a' },
        { image: plain(20), label: '' },
      ],
      [{ image: plain(30), label: '' }],
    ]);
    expect(sheet.widthPx).toBe(80);
    expect(sheet.rgb[0]).toBe(10);
    expect(sheet.rgb[79 * 3]).toBe(20);
    expect(sheet.rgb[(sheet.heightPx / 2) * 80 * 3]).toBe(30);
    // Something is written under the first picture, nothing under the second.
    const inked = (fromX: number): boolean =>
      Array.from(
        { length: 20 * 40 },
        (_, i) => sheet.rgb[((20 + Math.floor(i / 40)) * 80 + fromX + (i % 40)) * 3]!,
      ).some((value) => value < 100);
    expect(inked(0)).toBe(true);
    expect(inked(40)).toBe(false);
  });

  test('letters stay inside the picture, and what is pasted comes out as it went in', () => {
    const image = plain(200);
    writeText(image, 'reaches far beyond the rim', 30, 15, 2, 0);
    expect(image.rgb).toHaveLength(40 * 20 * 3);
    const piece = { widthPx: 2, heightPx: 1, rgb: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    pasteImage(image, piece, 0, 0);
    expect([...image.rgb.subarray(0, 6)]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
