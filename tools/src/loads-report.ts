import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBody, referencePerson, type Body } from '@sacra/body';
import { describeError, type Catalogue } from '@sacra/pose';
import { bandsBetween, catalogueSolver, everydayLoads, loadsOf, type CatalogueSolver, type Loads } from '@sacra/solve';
import { readContent } from './content/read-content.ts';
import { comparisons } from './loads/comparison.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Prints what docs/science/loads.md tells: our loads beside published ones, then those of every keyframe on the reference body. */
function main(): void {
  const content = readContent(join(root, 'content'));
  if (!content.ok) {
    for (const error of content.errors) console.error(describeError(error));
    process.exitCode = 1;
    return;
  }
  const { catalogue, bodyTables } = content.value;
  const body = createBody(referencePerson, bodyTables);
  const solver = catalogueSolver(body, catalogue);
  console.table(
    comparisons(body, bodyTables, solver).map(({ what, ours, digits, published, source, mark }) => ({
      what,
      ours: ours.toFixed(digits),
      published,
      source: `${source} (${mark})`,
    })),
  );
  console.table(keyframeRows(body, catalogue, solver));
}

/** Bands and, for us, the numbers behind them: moments in N m, and the milliseconds of the quickest of five runs. */
function keyframeRows(body: Body, catalogue: Catalogue, solver: CatalogueSolver): Record<string, unknown>[] {
  const everyday = everydayLoads(body);
  return [...catalogue.keyframes.keys()].map((key) => {
    const keyframe = solver.keyframe(key);
    const { loads, ms } = quickest(() => loadsOf(body, keyframe));
    if (!loads.ok) return { key, ms, lowerBack: `out of balance by ${loads.error.leftOver.toExponential(1)}` };
    const { lowerBack, hips, knees, shoulders, hands } = bandsBetween(body, loads.value, everyday);
    return {
      key,
      ms,
      lowerBack: `${lowerBack} (${moment(loads.value, 'lumbar-lower')})`,
      hips: sided(hips, loads.value, 'thigh'),
      knees: sided(knees, loads.value, 'shank'),
      shoulders: sided(shoulders, loads.value, 'upper-arm'),
      wrists: `(${moment(loads.value, 'hand.left')}, ${moment(loads.value, 'hand.right')})`,
      hands: `${hands} (${(100 * loads.value.handsShare).toFixed(0)} %)`,
    };
  });
}

function quickest(work: () => ReturnType<typeof loadsOf>): { loads: ReturnType<typeof loadsOf>; ms: string } {
  let loads = work();
  let leastMs = Infinity;
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    loads = work();
    leastMs = Math.min(leastMs, performance.now() - started);
  }
  return { loads, ms: leastMs.toFixed(1) };
}

const moment = (loads: Loads, segment: string): string => Math.hypot(...loads.joints.get(segment)!.momentNm).toFixed(0);

function sided(bands: { left: string; right: string }, loads: Loads, segment: string): string {
  const numbers = `(${moment(loads, `${segment}.left`)}, ${moment(loads, `${segment}.right`)})`;
  return `${bands.left === bands.right ? bands.left : `${bands.left}, ${bands.right}`} ${numbers}`;
}

main();
