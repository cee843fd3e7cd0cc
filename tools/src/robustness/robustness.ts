import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { photographer } from '../photographer.ts';
import { writePictures } from './pictures.ts';
import { randomPersons } from './random-person.ts';
import { brokenBounds, tableOf, tallyOf, tellWorst, worstOf, type PersonVerdict } from './report.ts';
import { contentOrThrow, tryShare, type Share } from './share.ts';

const usage = `npm run robustness -- [options]
Solves the whole catalogue on many random plausible bodies, and says where it holds and where it doesn't.
  --persons N   how many bodies, default 1000
  --seed S      another sample, default 1
  --pose KEY    only keyframes whose key contains this; may be given more than once
  --worst N     how many of the worst to name, default 10
  --pictures    and draw them, into artifacts/robustness.png`;

/** Runs what the command line asks for. The exit code is 1 when a bound isn't kept. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      persons: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      pose: { type: 'string', multiple: true, default: [] },
      worst: { type: 'string', default: '10' },
      pictures: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [persons, seed, worst] = [Number(values.persons), Number(values.seed), Number(values.worst)];
  const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 1_000_000;
  if (values.help || !isCount(persons) || !Number.isInteger(seed) || !isCount(worst)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const content = contentOrThrow();
  const all = [...content.catalogue.keyframes.keys()];
  const keys = all.filter((key) => values.pose.length === 0 || values.pose.some((part) => key.includes(part)));
  if (keys.length === 0) {
    console.error(`No keyframe is called that. There are ${all.join(', ')}.`);
    process.exitCode = 2;
    return;
  }

  const started = performance.now();
  const step = Math.min(availableParallelism(), persons);
  const [own, ...others] = Array.from({ length: step }, (_, first): Share => ({ persons, seed, first, step, keys }));
  const elsewhere = others.map(tryElsewhere);
  const verdicts = [tryShare(content, own!), ...(await Promise.all(elsewhere))].flat();
  const seconds = (performance.now() - started) / 1000;

  const who = randomPersons(persons, seed);
  console.log(tableOf(verdicts));
  console.log(`\n${persons} persons (seed ${seed}) × ${keys.length} keyframes in ${seconds.toFixed(0)} s\n`);
  console.log(`The worst, each person and each keyframe once:`);
  const theWorst = worstOf(verdicts, worst);
  for (const verdict of theWorst) console.log(tellWorst(verdict, who[verdict.person]!));
  if (values.pictures) {
    const { picture } = photographer(content);
    const file = fileURLToPath(new URL('../../../artifacts/robustness.png', import.meta.url));
    writePictures(
      theWorst.map(({ person, key }) => picture(who[person]!, key, 400)),
      file,
    );
  }
  const broken = brokenBounds(tallyOf(verdicts));
  for (const bound of broken) console.log(`Not kept: ${bound}.`);
  if (broken.length > 0) process.exitCode = 1;
}

/** Tries a share in another process, which is started as this one was. */
function tryElsewhere(share: Share): Promise<PersonVerdict[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./share.ts', import.meta.url)), { serialization: 'advanced' });
    let verdicts: PersonVerdict[] | undefined;
    child.on('message', (message) => (verdicts = message as PersonVerdict[]));
    child.on('error', reject);
    child.on('exit', (code) =>
      verdicts ? resolve(verdicts) : reject(new Error(`A share of the robustness run ended with code ${code}.`)),
    );
    child.send(share);
  });
}

await main();
