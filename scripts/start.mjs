// `npm start`: installs what is missing, makes what has changed, and serves the app on this machine only.
import { firstFreePort } from './lib/free-port.mjs';
import { nodeIsNewEnough } from './lib/node-version.mjs';
import { portAskedFor } from './lib/port.mjs';
import { bakeWhatChanged, buildWhatChanged, installWhatIsMissing, webBuildFolder } from './lib/prepare.mjs';

const HOST = '127.0.0.1';

const node = nodeIsNewEnough(process.versions.node);
if (!node.ok) stop(node.why);
const asked = portAskedFor(process.env.PORT);
if (!asked.ok) stop(asked.why);

await step('Installing libraries (about a minute)', 'Libraries', installWhatIsMissing);
await step('Solving the poses, the figure and the cards', 'Poses, figure, cards', bakeWhatChanged);
await step('Building the app', 'App', buildWhatChanged);

const { tsImport } = await import('tsx/esm/api');
const { serveApp } = await tsImport('../tools/src/serve.ts', import.meta.url);
const port = await firstFreePort(asked.port, HOST);
if (port !== asked.port) console.log(`Port ${asked.port} is taken; ${port} is free, so that one it is.`);
await serveApp({ folder: webBuildFolder, host: HOST, port });
console.log(`\n  Sacra is at  http://${HOST}:${port}/\n\n  Ctrl+C ends it.`);

async function step(doing, what, make) {
  const startedMs = performance.now();
  const waiting = setTimeout(() => console.log(`${doing} …`), 300);
  const outcome = await make();
  clearTimeout(waiting);
  if (outcome.done === 'failed') stop(`${outcome.output}\n${what}: this did not work; what was said is above.`);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(outcome.done === 'already' ? `${what}: nothing to do.` : `${what}: done in ${seconds} s.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
