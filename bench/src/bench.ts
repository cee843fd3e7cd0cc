// `npm run bench`: measures every suite, or those that are named, and writes what came out into bench/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { circumstances } from './circumstances.ts';
import { compose } from './compose/suite.ts';
import { firstScreen } from './first-screen/suite.ts';
import { figure } from './figure/suite.ts';
import { putBetweenMarkers } from './markdown.ts';
import { solve } from './solve/suite.ts';

const suites = [solve, figure, firstScreen, compose];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  throw new Error(`no suite is called ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`);
}

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
for (const { name, run } of suites) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figures = `${await run()}\n\n_${circumstances(new Date())}_`;
  console.log(`\n${name}\n\n${figures}`);
  writeFileSync(readme, putBetweenMarkers(readFileSync(readme, 'utf8'), name, figures));
}
