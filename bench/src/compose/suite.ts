import { composeProblem, createComposer, programmeOf, solveModel, type ComposeRequest } from '@sacra/practice';
import { randomRequests } from '@sacra/tools';
import type { Catalogue } from '@sacra/pose';
import loadHighs from 'highs';
import { figures, table } from '../markdown.ts';
import { content } from '../material.ts';
import { median, quantile, timeEachMs } from '../statistics.ts';
import type { Suite } from '../suite.ts';

const PEOPLE = 2000;
const BESIDE_PEER = 20;

export const compose: Suite = {
  name: 'compose',
  async run() {
    const { catalogue, safety } = content();
    const requests = randomRequests(catalogue, safety.checklist, PEOPLE, 2026);
    const composer = createComposer(catalogue);
    const [firstMs = NaN, ...laterMs] = requests.map((request) => timeEachMs(1, () => composer(request))[0] ?? NaN);
    const short = requests.filter(({ minutes }) => minutes <= 15).slice(0, BESIDE_PEER);
    const beside = await besideHighs(catalogue, short);
    return [
      table(
        ['', 'median', 'p95', 'worst'],
        [
          ['a practice, ms', median(laterMs), quantile(laterMs, 0.95), quantile(laterMs, 1)].map((value) =>
            typeof value === 'string' ? value : figures(value),
          ),
        ],
      ),
      `The first one, with nothing laid out yet: ${figures(firstMs)} ms.`,
      table(
        [`the same ${short.length} problems`, 'ours', 'HiGHS'],
        [
          ['median, ms', figures(median(beside.oursMs)), figures(median(beside.highsMs))],
          ['worst, ms', figures(quantile(beside.oursMs, 1)), figures(quantile(beside.highsMs, 1))],
          ['objective, summed', beside.ours.toFixed(6), beside.highs.toFixed(6)],
        ],
      ),
      `The greatest difference of an objective: ${beside.apart.toExponential(1)}.`,
    ].join('\n\n');
  },
};

interface Beside {
  readonly oursMs: readonly number[];
  readonly highsMs: readonly number[];
  /** sums of the objectives, and the greatest difference of one */
  readonly ours: number;
  readonly highs: number;
  readonly apart: number;
}

/** Problems that have no answer for either are passed over. */
async function besideHighs(catalogue: Catalogue, requests: readonly ComposeRequest[]): Promise<Beside> {
  const solver = await loadHighs();
  const measured = requests.flatMap((request) => {
    const model = composeProblem(catalogue, request);
    const programme = programmeOf(model);
    let worth = NaN;
    let objective = NaN;
    const [oursMs = NaN] = timeEachMs(1, () => {
      const path = solveModel(model);
      if (path !== undefined && path.units >= model.budget.from) worth = path.worth;
    });
    const [highsMs = NaN] = timeEachMs(1, () => {
      const found = solver.solve(programme, { mip_rel_gap: 0, mip_abs_gap: 1e-9 });
      if (found.Status === 'Optimal') objective = found.ObjectiveValue;
    });
    if (Number.isNaN(worth) !== Number.isNaN(objective)) throw new Error('one has an answer and the other has none');
    return Number.isNaN(worth) ? [] : [{ oursMs, highsMs, worth, objective }];
  });
  return {
    oursMs: measured.map(({ oursMs }) => oursMs),
    highsMs: measured.map(({ highsMs }) => highsMs),
    ours: measured.reduce((sum, { worth }) => sum + worth, 0),
    highs: measured.reduce((sum, { objective }) => sum + objective, 0),
    apart: Math.max(...measured.map(({ worth, objective }) => Math.abs(worth - objective))),
  };
}
