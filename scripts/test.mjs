// `npm test`: everything that must hold, from the types to the journeys in a real Chromium. Nothing is skipped.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintChecks, routes, tool, typeChecks } from './lib/checks.mjs';
import { canInstallFromDebian, findChromium, howToGetChromium, thisMachine } from './lib/chromium.mjs';
import { nodeIsNewEnough } from './lib/node-version.mjs';
import { bakeWhatChanged, buildWhatChanged, installWhatIsMissing } from './lib/prepare.mjs';
import { run, runNode } from './lib/run.mjs';
import { sum, tallyOfVitest } from './lib/tally.mjs';

const tallies = [];

const node = nodeIsNewEnough(process.versions.node);
if (!node.ok) {
  console.log(node.why);
  finish(1);
}
if (!(await check('libraries', () => made(installWhatIsMissing())))) finish();
const chromium = await check('Chromium', haveChromium);

const baked = await check('bake', () => made(bakeWhatChanged()));
await check(routes.name, routes.run);
// Each of them is the work of one processor, and the lint takes as long as all the others.
const [built] = await Promise.all([
  inTurn(typeChecks).then(() => check('build', () => made(buildWhatChanged()))),
  inTurn(lintChecks),
]);
await tests('unit tests', []);
if (chromium && baked && built) {
  await tests('journeys', ['--config', 'e2e/vitest.config.ts'], { CHROME_PATH: findChromium(thisMachine()) });
} else
  note('journeys', { passed: 0, failed: 1 }, 0, 'not run, because Chromium or the built app is missing (see above)');
finish();

/** One check counts as one, passed or failed. */
async function check(name, doIt) {
  const startedMs = performance.now();
  const { ok, output } = await doIt();
  note(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }, startedMs, output);
  return ok;
}

async function inTurn(checks) {
  for (const { name, run: runCheck } of checks) await check(name, runCheck);
}

/** Every test of a Vitest run counts. */
async function tests(name, args, env = {}) {
  const startedMs = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'sacra-tests-'));
  const reportPath = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const { ok, output } = await runNode([tool('vitest/vitest.mjs'), 'run', ...args, ...reporters], { env });
  const tally = readTally(reportPath);
  rmSync(folder, { recursive: true });
  // A run can end badly although every test passed: an error outside the tests.
  if (!ok && tally.failed === 0) tally.failed = 1;
  // What failed stands first: a log is often cut at its end.
  note(name, tally, startedMs, [...tally.notes, output].join('\n\n'));
}

function readTally(path) {
  try {
    return tallyOfVitest(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return { passed: 0, failed: 1, notes: [`no report of the tests: ${error.message}`] };
  }
}

function note(name, { passed, failed }, startedMs, output) {
  tallies.push({ passed, failed });
  const seconds = startedMs === 0 ? '' : `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(22)} ${String(passed).padStart(4)} passed  ${seconds}`,
  );
  if (failed > 0) console.log(`\n${output.trim()}\n`);
}

async function made(outcome) {
  const result = await outcome;
  return result.done === 'failed' ? { ok: false, output: result.output } : { ok: true, output: '' };
}

async function haveChromium() {
  const machine = { ...thisMachine(), isRoot: process.getuid?.() === 0 };
  if (findChromium(machine) !== undefined) return { ok: true, output: '' };
  let said = '';
  if (canInstallFromDebian(machine) && !machine.env.CHROME_PATH) {
    console.log('Installing Chromium from the packages of this machine …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update'], { env });
    const install = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    said = `${update.output}\n${install.output}\n`;
  }
  if (findChromium(machine) !== undefined) return { ok: true, output: '' };
  return { ok: false, output: `${said}${howToGetChromium(machine)}` };
}

/** The last line is always the count. */
function finish(failedBefore = 0) {
  const { passed, failed } = sum([...tallies, { passed: 0, failed: failedBefore }]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
