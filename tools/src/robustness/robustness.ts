import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { photographer } from '../photographer.ts';
import type { Content } from '../content/read-content.ts';
import { elsewhere } from './elsewhere.ts';
import { tellWays, tryWays, waysAreKept, type WayShare, type WayVerdict } from './judge-ways.ts';
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
  --pictures    and draw them, into artifacts/robustness.png
  --ways        instead, every way between two keyframes that a person can do (12 s a person)
  --way PART    only ways whose id contains this; may be given more than once`;

/** Runs what the command line asks for. The exit code is 1 when a bound isn't kept. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      persons: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      pose: { type: 'string', multiple: true, default: [] },
      worst: { type: 'string', default: '10' },
      pictures: { type: 'boolean', default: false },
      ways: { type: 'boolean', default: false },
      way: { type: 'string', multiple: true, default: [] },
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
  if (values.ways) return goWays(content, { persons, seed, parts: values.way });
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
  const theirs = others.map((share) => elsewhere<Share, PersonVerdict>('./share.ts', share));
  const verdicts = [tryShare(content, own!), ...(await Promise.all(theirs))].flat();
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

/** The same for ways. The exit code is 1 when more than one in 500 breaks a law of movements. */
async function goWays(content: Content, asked: Pick<WayShare, 'persons' | 'seed' | 'parts'>): Promise<void> {
  const step = Math.min(availableParallelism(), asked.persons);
  const [own, ...others] = Array.from({ length: step }, (_, first): WayShare => ({ ...asked, first, step }));
  const theirs = others.map((share) => elsewhere<WayShare, WayVerdict>('./judge-ways.ts', share));
  const verdicts = [tryWays(content, own!), ...(await Promise.all(theirs))].flat();
  console.log(`${asked.persons} persons (seed ${asked.seed}): ${tellWays(verdicts)}`);
  if (!waysAreKept(verdicts)) process.exitCode = 1;
}

await main();
