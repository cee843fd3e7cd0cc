import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createBody, referencePerson, type Body } from '@sacra/body';
import { buildHalfFigure, encodeFigure } from '@sacra/figure';
import { readBodyTables } from './content/read-body.ts';
import { simplifyFigure } from './simplify-figure.ts';

/** Fine enough for toes; what is not needed is simplified away. */
const CELL_M = 0.005;
const HALF_TRIANGLES = 20_000;

/** The file that the app fetches: the figure of a body, simplified and encoded. */
async function figureBytes(body: Body): Promise<Uint8Array> {
  const fine = buildHalfFigure(body, CELL_M);
  const names = body.segments.map(({ name }) => name);
  return encodeFigure(await simplifyFigure(fine, names, HALF_TRIANGLES));
}

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The reference body's figure, as the app fetches it. */
export const figurePath = join(repository, 'apps', 'web', 'static', 'atlas', 'figure.bin');

/** Bakes the reference body's figure into the app's static files. */
async function main(): Promise<void> {
  const tables = readBodyTables(join(repository, 'content'));
  if (!tables.ok) {
    for (const { file, line, message } of tables.errors) console.error(`${file}:${line}: ${message}`);
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  const bytes = await figureBytes(createBody(referencePerson, tables.value));
  mkdirSync(dirname(figurePath), { recursive: true });
  writeFileSync(figurePath, bytes);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`figure.bin: ${bytes.length} bytes, ${gzipSync(bytes).length} gzip, in ${seconds} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
