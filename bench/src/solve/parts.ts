import type { Body } from '@sacra/body';
import { iterationParts } from '@sacra/solve';
import { figures, table } from '../markdown.ts';
import { timeEachMs } from '../statistics.ts';
import type { KeyframeTask } from './keyframe-task.ts';

const BATCHES = 7;
const CALLS_A_BATCH = 30;

type Part = 'kinematics' | 'rows' | 'limits' | 'derivatives' | 'equations' | 'cholesky' | 'step';

/**
 * Where the time of a cold search goes: each part of an iteration timed on its own where the search ended, times how often it is done,
 * against the search as a whole. The quickest of several batches counts, since whatever else the machine does only adds.
 */
export function shareByPart(body: Body, tasks: readonly KeyframeTask[]): string {
  const totals = new Map<string, number>();
  const add = (name: string, ms: number): void => void totals.set(name, (totals.get(name) ?? 0) + ms);
  let [iterations, columns, bareMs, searchMs, notKeptMs] = [0, 0, 0, 0, 0];
  for (const { shape, anchors } of tasks) {
    const parts = iterationParts(body, shape, anchors);
    const ms = (part: Part): number => quickestMs(CALLS_A_BATCH, () => parts[part]());
    searchMs += quickestMs(1, () => parts.search());
    const [kinematics, rows, limits] = [ms('kinematics'), ms('rows'), ms('limits')];
    const [derivatives, equations, cholesky, step] = [ms('derivatives'), ms('equations'), ms('cholesky'), ms('step')];
    const tries = Math.max(parts.iterations, parts.evaluations - 1);
    const notKept = tries - parts.iterations;
    const looks = parts.evaluations;
    iterations += parts.iterations;
    columns += parts.iterations * parts.columns;
    bareMs += parts.iterations * (kinematics + derivatives - rows);
    notKeptMs += notKept * (kinematics + rows + cholesky + step);
    add('kinematics', looks * kinematics);
    add('rows of the shape', looks * (rows - limits));
    add('rows of mat, body and ranges', looks * limits);
    add('their derivatives', (looks - notKept) * (derivatives - rows));
    add('normal equations', (looks - notKept) * (equations - derivatives));
    add('Cholesky', tries * cholesky);
    add('taking the step', tries * step);
  }
  const named = [...totals.values()].reduce((sum, ms) => sum + ms, 0);
  const percent = (ms: number): string => figures((100 * ms) / searchMs);
  return [
    table(
      ['a cold search, by part', '% of its time'],
      [...totals, ['choosing, comparing, and what the parts lose or gain alone', searchMs - named] as const].map(
        ([name, ms]) => [name, percent(ms)],
      ),
    ),
    '',
    `Tries of the step length that were not kept (line search) take ${percent(notKeptMs)} % of this. An iteration takes ` +
      `${figures((1000 * searchMs) / iterations)} µs with ${figures(columns / iterations)} columns on average; kinematics and derivatives alone, ` +
      `the limit for any method of this kind, ${figures((1000 * bareMs) / iterations)} µs.`,
  ].join('\n');
}

function quickestMs(calls: number, work: () => void): number {
  const batch = (): void => {
    for (let i = 0; i < calls; i += 1) work();
  };
  return Math.min(...timeEachMs(BATCHES, batch)) / calls;
}
