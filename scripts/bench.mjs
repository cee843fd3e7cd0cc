// `npm run bench`: measures everything, or the suites that are named: `npm run bench -- solve figure`.
import { findChromium, howToGetChromium, thisMachine } from './lib/chromium.mjs';
import { bakeWhatChanged, buildWhatChanged, tsx } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

const chromium = findChromium(thisMachine());
if (chromium === undefined) stop(howToGetChromium(thisMachine()));
for (const make of [bakeWhatChanged, buildWhatChanged]) {
  const made = await make();
  if (made.done === 'failed') stop(made.output);
}
const args = [...tsx, 'bench/src/bench.ts', ...process.argv.slice(2)];
const { ok } = await runNode(args, { show: true, env: { CHROME_PATH: chromium } });
process.exitCode = ok ? 0 : 1;

function stop(why) {
  console.error(why);
  process.exit(1);
}
