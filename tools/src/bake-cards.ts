import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBody, referencePerson, type BodyTables } from '@sacra/body';
import { describeError } from '@sacra/pose';
import { atlasKeyframe } from '@sacra/solve';
import { atlasPath } from './bake-atlas.ts';
import { usualFigureFiles } from './bake-figure.ts';
import { cardWords, planCards, type CardPlan } from './card-list.ts';
import { drawCards, type CardTask, type Drawn } from './card-worker.ts';
import { readContent, type Content } from './content/read-content.ts';
import { readAtlas } from './model.ts';
import { planStrips, stripWords, type StripPlan } from './strip-list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The folder that the app's cards stand in. */
export const cardsDir = join(root, 'apps/web/static/cards');
/** What cards and strips may weigh: each, and all together. They are half of what is kept for use without a network. */
export const cardLimits = { eachBytes: 30_000, allBytes: 2_000_000 } as const;
const words = {
  cards: join(root, 'apps/web/src/lib/content/generated/cards.json'),
  strips: join(root, 'apps/web/src/lib/content/generated/strips.json'),
};
const hashesFile = join(root, 'tools/generated/card-hashes.json');

/**
 * Draws a card for every keyframe and a strip for every way, and writes down what they show. A picture is drawn
 * again only when something it depends on has changed: configurations, props, camera, words, figure, or the code that
 * draws. Pictures of keyframes and ways that are no more are removed. Needs the atlas and the figure to be baked.
 */
export async function bakeCards(content: Content, tell: (line: string) => void): Promise<void> {
  const started = performance.now();
  const { cards, strips } = planPictures(content);
  const pictures: Drawn[] = [
    ...cards.map((plan) => ({ kind: 'card', plan }) as const),
    ...strips.map((plan) => ({ kind: 'strip', plan }) as const),
  ];
  const common = hashOf([...Object.values(usualFigureFiles).map((file) => readFileSync(file)), ...drawingCode()]);
  const hashes = new Map(pictures.map(({ plan }) => [plan.file, hashOf([common, planText(plan)])]));
  const known = knownHashes();
  const stale = pictures.filter(
    ({ plan: { file } }) => known[file] !== hashes.get(file) || !existsSync(join(cardsDir, file)),
  );
  await drawInParallel(stale, content.bodyTables);
  removeOthers(new Set(hashes.keys()));
  writeJson(hashesFile, Object.fromEntries(hashes));
  writeJson(words.cards, cardWords(cards));
  writeJson(words.strips, stripWords(strips));
  const togetherMB = bytesOf([...cards, ...strips]).reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  tell(
    `cards: ${sizes(cards)}; strips: ${sizes(strips)}; together ${togetherMB.toFixed(2)} of ${cardLimits.allBytes / 1e6} MB at the most; ` +
      `${stale.length} drawn, in ${seconds(started)} s`,
  );
}

/** The pictures that are drawn of the baked atlas. */
export function planPictures({ catalogue, bodyTables }: Content): { cards: CardPlan[]; strips: StripPlan[] } {
  const atlas = readAtlas(readFileSync(atlasPath));
  const body = createBody(referencePerson, bodyTables);
  return {
    cards: planCards(catalogue, body, (key) => atlasKeyframe(atlas, body, key)),
    strips: planStrips(catalogue, atlas, body),
  };
}

/** Shares the pictures out among the machine's processors. */
async function drawInParallel(pictures: readonly Drawn[], bodyTables: BodyTables): Promise<void> {
  if (pictures.length === 0) return;
  const shares = Math.min(availableParallelism(), Math.ceil(pictures.length / 4));
  const [own, ...others] = Array.from({ length: shares }, (_, share): CardTask => ({
    bodyTables,
    cardsDir,
    pictures: pictures.filter((_picture, i) => i % shares === share),
  }));
  const done = others.map(drawElsewhere);
  drawCards(own!);
  await Promise.all(done);
}

const seconds = (startedMs: number): string => ((performance.now() - startedMs) / 1000).toFixed(1);

interface Baked {
  readonly file: string;
}

const bytesOf = (plans: readonly Baked[]): number[] => plans.map(({ file }) => statSync(join(cardsDir, file)).size);

/** How many pictures there are, and from how many bytes to how many. */
function sizes(plans: readonly Baked[]): string {
  const bytes = bytesOf(plans);
  return `${plans.length} of ${Math.min(...bytes)} to ${Math.max(...bytes)} bytes`;
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
function planText(plan: CardPlan | StripPlan): string {
  return JSON.stringify(plan, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
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
  for (const name of readdirSync(cardsDir, { recursive: true, encoding: 'utf8' })) {
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
