import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RgbImage } from '@sacra/figure';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../src/content/read-content.ts';
import { acceptLooks, checkLooks } from '../src/looks/check-looks.ts';
import { lookFolder } from '../src/looks/look-folder.ts';
import { lookPictures, type LookPicture } from '../src/looks/look-pictures.ts';
import { looksDir } from '../src/looks/looks-dir.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");

describe('cards, strips and poses', () => {
  test('look as they were accepted: what doesn’t lies beside it as -changed; `npm run looks:accept` accepts it', async () => {
    const changes = await checkLooks(lookPictures(content.value), lookFolder(looksDir));
    const told = changes.map(({ file, kind, share }) => `${kind} ${file} ${(100 * share).toFixed(1)} %`);
    expect(told).toEqual([]);
  });
});

describe('the watch over looks', () => {
  let folderPath = '';
  beforeEach(() => {
    folderPath = mkdtempSync(join(tmpdir(), 'sacra-looks-'));
  });
  afterEach(() => rmSync(folderPath, { recursive: true }));

  const stripes = (from: number, to: number): RgbImage => ({
    widthPx: 40,
    heightPx: 30,
    rgb: Uint8Array.from({ length: 40 * 30 * 3 }, (_, i) =>
      Math.floor(i / 3) % 40 < from || Math.floor(i / 3) % 40 >= to ? 240 : 40,
    ),
  });
  const pictures = async function* (images: Readonly<Record<string, RgbImage>>): AsyncGenerator<LookPicture> {
    for (const [file, image] of Object.entries(images)) yield await Promise.resolve({ file, image });
  };
  const filesThere = (): string[] =>
    readdirSync(folderPath, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.png'))
      .sort();

  test('passes what was accepted, and reports what is new, changed and gone, each beside the old one', async () => {
    const folder = lookFolder(folderPath);
    await acceptLooks(
      pictures({ 'a.png': stripes(10, 20), 'ways/b.png': stripes(5, 9), 'c.png': stripes(1, 3) }),
      folder,
    );
    expect(
      await checkLooks(
        pictures({ 'a.png': stripes(10, 20), 'ways/b.png': stripes(5, 9), 'c.png': stripes(1, 3) }),
        folder,
      ),
    ).toEqual([]);
    expect(filesThere()).toEqual(['a.png', 'c.png', 'ways/b.png']);

    const changes = await checkLooks(
      pictures({ 'a.png': stripes(10, 21), 'ways/b.png': stripes(5, 9), 'd.png': stripes(2, 4) }),
      folder,
    );
    expect(changes.map(({ file, kind }) => `${kind} ${file}`)).toEqual(['changed a.png', 'new d.png', 'gone c.png']);
    expect(changes[0]!.share).toBeCloseTo(1 / 40, 5);
    expect(filesThere()).toEqual(['a-changed.png', 'a.png', 'c.png', 'd-changed.png', 'ways/b.png']);
  });

  test('once accepted, the changed ones are what is compared with, and nothing lies about', async () => {
    const folder = lookFolder(folderPath);
    await acceptLooks(pictures({ 'a.png': stripes(10, 20), 'b.png': stripes(5, 9) }), folder);
    await checkLooks(pictures({ 'a.png': stripes(12, 20) }), folder);
    const accepted = await acceptLooks(pictures({ 'a.png': stripes(12, 20) }), folder);
    expect(accepted.map(({ kind }) => kind)).toEqual(['changed', 'gone']);
    expect(await checkLooks(pictures({ 'a.png': stripes(12, 20) }), folder)).toEqual([]);
    expect(filesThere()).toEqual(['a.png']);
  });

  test('lets pass what rounding does: a few pixels, and many by little', async () => {
    const folder = lookFolder(folderPath);
    await acceptLooks(pictures({ 'a.png': stripes(10, 20) }), folder);
    const rounded = stripes(10, 20);
    const shifted = { ...rounded, rgb: rounded.rgb.map((value, i) => (i < 15 ? 255 - value : value + 9)) };
    expect(await checkLooks(pictures({ 'a.png': shifted }), folder)).toEqual([]);
  });

  test('a picture of another size is a changed one', async () => {
    const folder = lookFolder(folderPath);
    await acceptLooks(pictures({ 'a.png': stripes(10, 20) }), folder);
    const larger = { widthPx: 40, heightPx: 31, rgb: new Uint8Array(40 * 31 * 3) };
    expect(await checkLooks(pictures({ 'a.png': larger }), folder)).toEqual([
      { file: 'a.png', kind: 'changed', share: 1 },
    ]);
  });
});
