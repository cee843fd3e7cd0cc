import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont, { type SubsetOptions } from 'subset-font';

const require = createRequire(import.meta.url);
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../apps/web/src/lib/ui/generated');

/** What our own words are written with. Anything else, as in a person's note, comes from the whole face (see lib/ui/fonts.css). */
const letters =
  Array.from({ length: 0x7e - 0x20 + 1 }, (_, i) => String.fromCharCode(0x20 + i)).join('') + '‘’“”–—…·°×';

interface Face {
  /** file of the whole face */
  readonly from: string;
  readonly to: string;
  readonly axes: NonNullable<SubsetOptions['variationAxes']>;
}

/** The faces that the first screen carries, cut down to the letters and weights it uses: a third of their bytes. */
const faces: readonly Face[] = [
  {
    from: require.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    to: 'atkinson-hyperlegible-next-basic.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    from: require.resolve('@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2'),
    to: 'fraunces-basic.woff2',
    axes: { wght: 500 },
  },
];

/** Writes the cut-down faces for the app. */
export async function bakeFonts(tell: (line: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { from, to, axes } of faces) {
    const whole = readFileSync(from);
    const basic = await subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: axes });
    writeFileSync(join(folder, to), basic);
    tell(`${to}: ${basic.length} bytes of ${whole.length}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bakeFonts(console.log);
