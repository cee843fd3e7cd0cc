// `npm run check` and `npm run lint`: the types, or the style and the arrows, without the tests.
import { lintChecks, routes, typeChecks } from './lib/checks.mjs';

const groups = { types: [routes, ...typeChecks], lint: lintChecks };
const wanted = process.argv[2] ?? '';
const checks = groups[wanted];
if (checks === undefined)
  throw new Error(`no checks are called "${wanted}"; there are ${Object.keys(groups).join(', ')}`);

let allPassed = true;
for (const { name, run } of checks) {
  const { ok, output } = await run();
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}`);
  if (!ok) console.log(`\n${output.trim()}\n`);
  allPassed &&= ok;
}
process.exitCode = allPassed ? 0 : 1;
