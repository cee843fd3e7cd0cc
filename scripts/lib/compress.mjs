import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Kit compresses what it knows to be text; the baked files shrink by more than half as well. */
const ENDING = '.bin';

/**
 * Puts a compressed twin, `.br` and `.gz`, beside every baked file of a built app, for servers that send such twins.
 * @param {string} folder of the built app
 */
export function compressBakedFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ENDING));
  for (const path of files) {
    const bytes = readFileSync(join(folder, path));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, { params }));
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  }
}
