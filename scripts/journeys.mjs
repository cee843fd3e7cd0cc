// `npm run journeys`: the end-to-end journeys alone. What follows goes to Vitest: `npm run journeys -- offline`.
import { tool } from './lib/checks.mjs';
import { findChromium, howToGetChromium, thisMachine } from './lib/chromium.mjs';
import { bakeWhatChanged, buildWhatChanged } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

const chromium = findChromium(thisMachine());
if (chromium === undefined) stop(howToGetChromium(thisMachine()));
for (const make of [bakeWhatChanged, buildWhatChanged]) {
  const made = await make();
  if (made.done === 'failed') stop(made.output);
}
const args = ['run', '--config', 'e2e/vitest.config.ts', ...process.argv.slice(2)];
const { ok } = await runNode([tool('vitest/vitest.mjs'), ...args], { show: true, env: { CHROME_PATH: chromium } });
process.exitCode = ok ? 0 : 1;

function stop(why) {
  console.error(why);
  process.exit(1);
}
