import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { encode } from 'fast-png';
import { describeError } from '@sacra/pose';
import { atlasKeyframe } from '@sacra/solve';
import { atlasPath } from './bake-atlas.ts';
import { bakeCards, cardsDir } from './bake-cards.ts';
import { planCards } from './card-list.ts';
import { readContent } from './content/read-content.ts';
import { readAtlas, referenceModel } from './model.ts';
import { photographer } from './robustness/pictures.ts';
import { bodyRows, clipStrips, keyframePairs } from './sheet-tiles.ts';
import { layOut, type Tile } from './sheet.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const usage = `npm run contact-sheet -- [options] [keys …]
Renders every solved pose and its card side by side into artifacts/contact-sheet.png.
  keys        only keyframes (with --ways: ways) whose key contains one of these
  --ways      strips of eight frames of each transition instead
  --bodies    each pose on six very different bodies instead, and what is shown in its place where it doesn't fit
  --dark      cards on the dark ground
  --width N   width of one picture, default 400
  --out FILE  another file`;

/** Renders the sheet that the command line asks for. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ways: { type: 'boolean', default: false },
      bodies: { type: 'boolean', default: false },
      dark: { type: 'boolean', default: false },
      width: { type: 'string', default: '400' },
      out: { type: 'string', default: 'artifacts/contact-sheet.png' },
      help: { type: 'boolean', default: false },
    },
  });
  const widthPx = Number(values.width);
  if (values.help || !(widthPx >= 80 && widthPx <= 2000)) {
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
  const model = referenceModel(bodyTables, readFileSync(join(root, 'apps/web/static/atlas/figure.bin')));
  const isWanted = (key: string): boolean => positionals.length === 0 || positionals.some((part) => key.includes(part));

  if (!values.ways && !values.bodies) await bakeCards(content.value, (line) => console.log(line));
  const rows: Tile[][] = values.bodies
    ? bodyRows(photographer(content.value), [...catalogue.keyframes.keys()].filter(isWanted), widthPx)
    : values.ways
      ? clipStrips(model, catalogue, atlas, isWanted, widthPx)
      : await keyframePairs(
          model,
          cardsDir,
          planCards(catalogue, (key) => atlasKeyframe(atlas, model.body, key)).filter(({ key }) => isWanted(key)),
          widthPx,
          values.dark ? '#171A1B' : '#F6EFE6',
        );
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
