import { createState, forwardKinematics, pointToWorld, type Body, type Configuration } from '@sacra/body';
import { closestPoints, distance } from '@sacra/geometry';
import { figures, table } from '../markdown.ts';
import { median, quantile, timeEachMs } from '../statistics.ts';
import { closedChain } from './closed-chain.ts';
import { bareTask, pointGoals, shaken, type PointGoal } from './goals.ts';
import type { KeyframeTask } from './keyframe-task.ts';

const RUNS = 3;
/** Its default, and what it is often set to; the one that serves it best is told. */
const DAMPINGS = [0.001, 0.01, 0.05, 0.2];

interface Outcome {
  readonly ms: number;
  /** How far the furthest coordinate of a goal is from being met. */
  readonly offMm: number;
  /** The deepest that a part is in the mat, or in another part, beyond what flesh gives. */
  readonly throughMm: number;
}

/** Our solver and `closed-chain-ik`, one after the other, on the same skeleton, from the same starts, to the same goals. */
export function besideThePeer(
  body: Body,
  tasks: readonly KeyframeTask[],
  solved: ReadonlyMap<string, Configuration>,
): string {
  const cases = tasks.flatMap((task) => {
    const q = solved.get(task.key);
    const goals = pointGoals(body, task);
    return q === undefined || goals.length === 0 ? [] : [{ task, goals, start: shaken(body, q) }];
  });
  const ours = cases.map(({ task, goals, start }): Outcome => {
    const solve = bareTask(body, task);
    const ms = median(timeEachMs(RUNS, () => void solve(start)));
    return { ms, ...judged(body, solve(start), goals) };
  });
  const theirs = DAMPINGS.map((damping) => ({
    damping,
    outcomes: cases.map(({ goals, start }): Outcome => {
      const chains = Array.from({ length: RUNS }, () => closedChain(body, start, goals, damping));
      const ms = median(chains.flatMap((chain) => timeEachMs(1, () => chain.solve())));
      return { ms, ...judged(body, chains[0]?.configuration() ?? start, goals) };
    }),
  }));
  const best = theirs.reduce((a, b) => (kept(b.outcomes) > kept(a.outcomes) ? b : a));
  const row = (name: string, outcomes: readonly Outcome[]): string[] => {
    const ms = outcomes.map((one) => one.ms);
    const offMm = outcomes.map((one) => one.offMm);
    return [
      ...[name, figures(median(ms)), figures(quantile(ms, 0.9)), figures(median(offMm)), figures(quantile(offMm, 0.9))],
      ...[`${kept(outcomes)} of ${cases.length}`, `${outcomes.filter(isWhole).length} of ${cases.length}`],
    ];
  };
  return table(
    [
      ...['the same skeleton, starts and goals', 'ms, median', 'ms, 90 %', 'mm off, median', 'mm off, 90 %'],
      ...['goals within 2 mm', 'and nothing 5 mm through mat or body'],
    ],
    [row('ours', ours), row(`closed-chain-ik, damping ${best.damping}`, best.outcomes)],
  );
}

/** How many of the goals' sets are met within 2 mm. */
const kept = (outcomes: readonly Outcome[]): number => outcomes.filter(({ offMm }) => offMm <= 2).length;
const isWhole = ({ offMm, throughMm }: Outcome): boolean => offMm <= 2 && throughMm <= 5;

function judged(body: Body, q: Configuration, goals: readonly PointGoal[]): Omit<Outcome, 'ms'> {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const off = goals.flatMap(({ point, target }) => {
    const place = pointToWorld(state, point.segment, point.positionM);
    return target.map((wanted, axis) => (wanted === null ? 0 : Math.abs((place[axis] ?? 0) - wanted)));
  });
  const ends = body.capsules.map((capsule) => ({
    ...capsule,
    a: pointToWorld(state, capsule.segment, capsule.startM),
    b: pointToWorld(state, capsule.segment, capsule.endM),
  }));
  const inMat = ends.map(
    ({ a, b, startRadiusM, endRadiusM, matAllowanceM }) =>
      Math.max(startRadiusM - a[2], endRadiusM - b[2]) - matAllowanceM,
  );
  const inBody = body.capsulePairs.map((pair) => {
    const [one, other] = [ends[pair.a], ends[pair.b]];
    if (one === undefined || other === undefined) return 0;
    const { onA, onB, fractionA, fractionB } = closestPoints(one.a, one.b, other.a, other.b);
    const radiusM =
      one.startRadiusM +
      (one.endRadiusM - one.startRadiusM) * fractionA +
      other.startRadiusM +
      (other.endRadiusM - other.startRadiusM) * fractionB;
    return radiusM - pair.allowanceM - distance(onA, onB);
  });
  return { offMm: 1000 * Math.max(...off), throughMm: 1000 * Math.max(...inMat, ...inBody) };
}
