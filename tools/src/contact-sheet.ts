import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { encode } from 'fast-png';
import { describeError } from '@sacra/pose';
import { atlasPath } from './bake-atlas.ts';
import { bakeCards, cardsDir, planPictures } from './bake-cards.ts';
import { readContent } from './content/read-content.ts';
import { readAtlas, readReferenceModel } from './model.ts';
import { photographer } from './photographer.ts';
import { bodyRows, clipStrips, keyframePairs, stripTiles } from './sheet-tiles.ts';
import { layOut, type Tile } from './sheet.ts';
import { looks } from './svg-image.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const usage = `npm run contact-sheet -- [options] [keys …]
Renders every solved pose beside its card, and the strip of every way, into artifacts/contact-sheet.png.
  keys        only keyframes and ways whose key contains one of these
  --frames    eight frames of each way instead
  --bodies    each pose on six very different bodies instead, and what is shown in its place where it doesn't fit
  --look L    cards and strips as light (the default), dark or print
  --width N   width of one picture, default 400
  --out FILE  another file`;

/** Renders the sheet that the command line asks for. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      frames: { type: 'boolean', default: false },
      bodies: { type: 'boolean', default: false },
      look: { type: 'string', default: 'light' },
      width: { type: 'string', default: '400' },
      out: { type: 'string', default: 'artifacts/contact-sheet.png' },
      help: { type: 'boolean', default: false },
    },
  });
  const widthPx = Number(values.width);
  const look = looks.find((name) => name === values.look);
  if (values.help || look === undefined || !(widthPx >= 80 && widthPx <= 2000)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const content = readContent(join(root, 'content'));
  if (!content.ok) {
    for (const error of content.errors) console.error(describeError(error));
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  const { catalogue, bodyTables } = content.value;
  const atlas = readAtlas(readFileSync(atlasPath));
  const model = readReferenceModel(bodyTables);
  const isWanted = (key: string): boolean => positionals.length === 0 || positionals.some((part) => key.includes(part));

  const baked = async (): Promise<Tile[][]> => {
    await bakeCards(content.value, (line) => console.log(line));
    const { cards, strips } = planPictures(content.value);
    const poses = cards.filter(({ key }) => isWanted(key));
    const ways = strips.filter(({ way }) => isWanted(way));
    return [
      ...(await keyframePairs(model, cardsDir, poses, widthPx, look)),
      ...(await stripTiles(cardsDir, ways, widthPx, look)),
    ];
  };
  const rows: Tile[][] = values.bodies
    ? bodyRows(photographer(content.value), [...catalogue.keyframes.keys()].filter(isWanted), widthPx)
    : values.frames
      ? clipStrips(model, catalogue, atlas, isWanted, widthPx)
      : await baked();
  if (rows.length === 0) {
    console.error('Nothing is called that. Keyframes: ' + [...catalogue.keyframes.keys()].join(', '));
    process.exitCode = 1;
    return;
  }
  const { widthPx: width, heightPx: height, rgb } = layOut(rows);
  const target = join(root, values.out);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, encode({ width, height, data: rgb, channels: 3, depth: 8 }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${values.out}: ${rows.flat().length} pictures, ${width} × ${height}, in ${seconds} s`);
}

await main();
