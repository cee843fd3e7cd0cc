import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBody, referencePerson, type BodyTables } from '@sacra/body';
import { describeError, type KeyframeKey } from '@sacra/pose';
import { atlasKeyframe } from '@sacra/solve';
import { atlasPath } from './bake-atlas.ts';
import { figurePath } from './bake-figure.ts';
import { planCards, type CardPlan } from './card-list.ts';
import { drawCards, type CardTask } from './card-worker.ts';
import { readContent, type Content } from './content/read-content.ts';
import { readAtlas } from './model.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The folder that the app's cards stand in. */
export const cardsDir = join(root, 'apps/web/static/cards');
const wordsFile = join(root, 'apps/web/src/lib/content/generated/cards.json');
const hashesFile = join(root, 'tools/generated/card-hashes.json');

/** What each card shows, in words, by key of its keyframe. */
export type CardWords = Readonly<Record<KeyframeKey, string>>;

/**
 * Draws a card for every keyframe, right and left, and writes down what they show. A card is drawn again only when something it
 * depends on has changed: configuration, props, camera, words, figure, or the code that draws. Cards of keyframes that are
 * no more are removed. Needs the atlas and the figure to be baked.
 */
export async function bakeCards(content: Content, tell: (line: string) => void): Promise<void> {
  const started = performance.now();
  const atlas = readAtlas(readFileSync(atlasPath));
  const body = createBody(referencePerson, content.bodyTables);
  const plans = planCards(content.catalogue, (key) => atlasKeyframe(atlas, body, key));
  const common = hashOf([readFileSync(figurePath), ...drawingCode()]);
  const hashes = new Map(plans.map((plan) => [plan.file, hashOf([common, planText(plan)])]));
  const known = knownHashes();
  const stale = plans.filter(({ file }) => known[file] !== hashes.get(file) || !existsSync(join(cardsDir, file)));
  await drawInParallel(stale, content.bodyTables);
  removeOthers(new Set(plans.map(({ file }) => file)));
  writeJson(hashesFile, Object.fromEntries(hashes));
  writeJson(wordsFile, Object.fromEntries(plans.map(({ key, alt }) => [key, alt])) satisfies CardWords);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const bytes = plans.map(({ file }) => statSync(join(cardsDir, file)).size);
  tell(
    `cards: ${plans.length} of ${Math.min(...bytes)} to ${Math.max(...bytes)} bytes, ${stale.length} drawn, in ${seconds} s`,
  );
}

/** Shares the plans out among the machine's processors. */
async function drawInParallel(plans: readonly CardPlan[], bodyTables: BodyTables): Promise<void> {
  if (plans.length === 0) return;
  const shares = Math.min(availableParallelism(), Math.ceil(plans.length / 4));
  const [own, ...others] = Array.from({ length: shares }, (_, share): CardTask => ({
    bodyTables,
    figureFile: figurePath,
    cardsDir,
    plans: plans.filter((_plan, i) => i % shares === share),
  }));
  const done = others.map(drawElsewhere);
  drawCards(own!);
  await Promise.all(done);
}

/** Draws a task in another process, which is started as this one was. */
function drawElsewhere(task: CardTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./card-worker.ts', import.meta.url)), { serialization: 'advanced' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Drawing cards ended with code ${code}.`))));
    child.send(task);
  });
}

/** The text of everything that a plan says. */
function planText({ key, alt, view, q, props }: CardPlan): string {
  return JSON.stringify({ key, alt, view, q: [...q], props });
}

/** The sources of the package that draws. */
function drawingCode(): Buffer[] {
  const folder = join(root, 'packages/figure/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => readFileSync(join(folder, path)));
}

function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The hashes of the last run; none when there was none or its file is damaged. */
function knownHashes(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(hashesFile, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

function removeOthers(wanted: ReadonlySet<string>): void {
  for (const name of readdirSync(cardsDir)) {
    if (name.endsWith('.svg') && !wanted.has(name)) rmSync(join(cardsDir, name));
  }
}

function writeJson(file: string, data: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(data)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const content = readContent(join(root, 'content'));
  if (content.ok) await bakeCards(content.value, console.log);
  else {
    for (const error of content.errors) console.error(describeError(error));
    process.exitCode = 1;
  }
}
