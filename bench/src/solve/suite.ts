import { createBody, referencePerson, type Body, type Configuration, type Person } from '@sacra/body';
import type { Catalogue } from '@sacra/pose';
import { catalogueSolver, solveAtlas } from '@sacra/solve';
import { figures, table } from '../markdown.ts';
import { content } from '../material.ts';
import { median, timeEachMs } from '../statistics.ts';
import type { Suite } from '../suite.ts';
import { keyframeTasks, type KeyframeTask } from './keyframe-task.ts';
import { shareByPart } from './parts.ts';
import { besideThePeer } from './peer.ts';

const RUNS = 5;

/** Someone who is not the reference person: the body that a warm start is for. */
const someone: Person = { sex: 'male', statureM: 1.84, massKg: 88 };

interface Personal {
  readonly keyframeMs: readonly number[];
  readonly clipMs: readonly number[];
}

interface Measured {
  readonly key: string;
  readonly coldMs: readonly number[];
  readonly warmMs: readonly number[];
  readonly iterations: number;
  readonly residualMm: number;
}

export const solve: Suite = {
  name: 'solve',
  async run() {
    const { catalogue, bodyTables } = content();

    // Everything once, in a process that has not solved anything yet: what a person's device goes through.
    const reference = createBody(referencePerson, bodyTables);
    const solver = catalogueSolver(reference, catalogue);
    const standing = new Map<string, Configuration>();
    const [firstMs = NaN] = timeEachMs(1, () => {
      for (const key of catalogue.keyframes.keys()) standing.set(key, solver.keyframe(key).q);
    });

    const theirBody = createBody(someone, bodyTables);
    const personal = personalAtlas(theirBody, catalogue);
    const theirSolver = catalogueSolver(theirBody, catalogue);
    const theirTasks = new Map(keyframeTasks(theirSolver).map((task) => [task.key, task]));

    const tasks = keyframeTasks(solver);
    const measured = tasks.map((task): Measured => {
      const solved = task.solve();
      const theirTask = theirTasks.get(task.key);
      if (theirTask === undefined) throw new Error(`${task.key} has no twin`);
      return {
        key: task.key,
        coldMs: timeEachMs(RUNS, () => task.solve()),
        warmMs: timeEachMs(RUNS, () => warmly(theirTask, solved.q)),
        iterations: solved.iterations,
        residualMm: solved.residualMm,
      };
    });

    return [
      summary(measured, firstMs, personal),
      shareByPart(reference, tasks),
      '',
      besideThePeer(reference, tasks, standing),
      '',
      '<details><summary>Each keyframe</summary>\n',
      table(
        [
          'keyframe',
          'cold ms, median',
          'cold ms, worst',
          'warm ms, median',
          'warm ms, worst',
          'iterations',
          'contact mm',
        ],
        measured.map(({ key, coldMs, warmMs, iterations, residualMm }) => [
          `\`${key}\``,
          figures(median(coldMs)),
          figures(Math.max(...coldMs)),
          figures(median(warmMs)),
          figures(Math.max(...warmMs)),
          String(iterations),
          figures(residualMm),
        ]),
      ),
      '\n</details>',
    ].join('\n');
  },
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function warmly(task: KeyframeTask, q: Configuration): void {
  task.solve(q);
}

/** What the worker goes through for a person: every piece of the atlas, in its order, each timed. */
function personalAtlas(body: Body, catalogue: Catalogue): Personal {
  const keyframeMs: number[] = [];
  const clipMs: number[] = [];
  let startMs = performance.now();
  for (const { kind } of solveAtlas(body, catalogue)) {
    (kind === 'keyframe' ? keyframeMs : clipMs).push(performance.now() - startMs);
    startMs = performance.now();
  }
  return { keyframeMs, clipMs };
}

function summary(measured: readonly Measured[], firstMs: number, { keyframeMs, clipMs }: Personal): string {
  const medians = (pick: (one: Measured) => readonly number[]): number[] => measured.map((one) => median(pick(one)));
  const cold = medians(({ coldMs }) => coldMs);
  const warm = medians(({ warmMs }) => warmMs);
  const worstOf = (values: readonly number[]): string => measured[values.indexOf(Math.max(...values))]?.key ?? '';
  const residuals = measured.map(({ residualMm }) => residualMm);
  return `${table(
    ['', 'median', 'worst'],
    [
      ['a keyframe, cold, ms', figures(median(cold)), `${figures(Math.max(...cold))} (\`${worstOf(cold)}\`)`],
      [
        'a keyframe, warm, on another body, ms',
        figures(median(warm)),
        `${figures(Math.max(...warm))} (\`${worstOf(warm)}\`)`,
      ],
      [
        'distance of a must-contact, mm',
        figures(median(residuals)),
        `${figures(Math.max(...residuals))} (\`${worstOf(residuals)}\`)`,
      ],
      ['a transition of a personal body, ms', figures(median(clipMs)), figures(Math.max(...clipMs))],
    ],
  )}\n
All ${measured.length} keyframes of the reference body, one after the other in a fresh process: ${figures(firstMs)} ms. Someone's own
atlas after that: ${keyframeMs.length} keyframes with their fits in ${figures(sum(keyframeMs))} ms (goal: under 1000), then
${clipMs.length} transitions in ${figures(sum(clipMs))} ms, ${figures(sum(clipMs) / clipMs.length)} each (goal: under 60).\n`;
}
