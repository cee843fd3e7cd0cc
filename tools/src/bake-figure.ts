import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createBody, referencePerson, type Body } from '@sacra/body';
import {
  buildHalfFigure,
  buildHair,
  closeRim,
  correctFigure,
  dressFigure,
  encodeFigure,
  legCuts,
  meshedHairStyles,
  topCuts,
  usualOutfit,
  type HalfFigure,
  type MeshedHairStyle,
  type Outfit,
} from '@sacra/figure';
import { readBodyTables } from './content/read-body.ts';
import { simplifyFigure } from './simplify-figure.ts';

/** Fine enough for ears, half of it fine enough for fingers and toes; what is not needed is simplified away. */
const CELL_M = 0.0055;
const HALF_TRIANGLES = 21_000;

/** As many as make less than 10 kB on the wire of a half, and less than 14 kB of hair that is sent whole because its sides differ. */
const hairTriangles: Readonly<Record<MeshedHairStyle, number>> = {
  knot: 1500,
  curls: 1500,
  bob: 2000,
  crop: 2000,
  plait: 1840,
  scarf: 1680,
};
const HAIR_CELL_M = 0.004;

/** The files that the app fetches, by name: the bare figure of a body and each way to wear hair, simplified and encoded. */
async function figureFiles(body: Body): Promise<Map<string, Uint8Array>> {
  const fine = buildHalfFigure(body, CELL_M);
  const names = body.segments.map(({ name }) => name);
  const skin = correctFigure(body, await simplifyFigure(fine, names, HALF_TRIANGLES, edgesOfClothes(body, fine)));
  const files = new Map([['figure.bin', encodeFigure(skin)]]);
  for (const style of meshedHairStyles) {
    const hair = await simplifyFigure(buildHair(body, style, fine, HAIR_CELL_M), names, hairTriangles[style]);
    files.set(`hair-${style}.bin`, encodeFigure(closeRim(body, hair)));
  }
  return files;
}

/** Distances to the edges of all clothes, and to the hairline. */
function edgesOfClothes(body: Body, half: HalfFigure): Float32Array[] {
  const [LEGS, TOP, HAIR] = [0, 1, 2];
  const channel = (outfit: Outfit, which: number): Float32Array =>
    dressFigure(body, half, undefined, outfit).fields.filter((_, i) => i % 3 === which);
  return [
    ...legCuts.map((legs) => channel({ ...usualOutfit, legs }, LEGS)),
    ...topCuts.map((top) => channel({ ...usualOutfit, top }, TOP)),
    channel({ ...usualOutfit, hair: 'cropped' }, HAIR),
  ];
}

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const atlasFolder = join(repository, 'apps', 'web', 'static', 'atlas');
/** The reference body's bare figure, as the app fetches it. */
export const figurePath = join(atlasFolder, 'figure.bin');
/** The reference body's hair worn one way, as the app fetches it. */
export const hairPath = (style: MeshedHairStyle): string => join(atlasFolder, `hair-${style}.bin`);

/** What the cards are drawn from. */
export const usualFigureFiles = { skin: figurePath, hair: hairPath('knot') } as const;

/** Bakes the reference body's figure and hair into the app's static files. */
async function main(): Promise<void> {
  const tables = readBodyTables(join(repository, 'content'));
  if (!tables.ok) {
    for (const { file, line, message } of tables.errors) console.error(`${file}:${line}: ${message}`);
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  mkdirSync(atlasFolder, { recursive: true });
  const files = await figureFiles(createBody(referencePerson, tables.value));
  for (const [name, bytes] of files) writeFileSync(join(atlasFolder, name), bytes);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const sizes = [...files].map(([name, bytes]) => `${name} ${gzipSync(bytes).length}`);
  console.log(`figure, bytes gzip: ${sizes.join(', ')}, in ${seconds} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
