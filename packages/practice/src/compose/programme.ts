import type { ComposeModel } from './model.ts';

/**
 * The same problem as a mixed-integer programme in the LP format: one binary for each arc (x), for each item with a number of breaths (y),
 * and for ending at an item (z). Any solver of such programmes can be asked for what `solveModel` finds.
 */
export function programmeOf({ items, arcs, budget }: ComposeModel): string {
  const x = ({ from, to }: { from: number; to: number }): string => `x_${from < 0 ? 's' : from}_${to}`;
  const breaths = items.flatMap((item, index) =>
    item.holds.map((one, n) => ({ ...one, index, name: `y_${index}_${n}` })),
  );
  const sum = (terms: readonly (readonly [number, string])[]): string =>
    terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ') || '0 x_none';
  const taken = (index: number): [number, string][] =>
    breaths.filter((one) => one.index === index).map(({ name }) => [1, name]);
  const minus = (terms: [number, string][], factor = 1): [number, string][] =>
    terms.map(([one, name]) => [-factor * one, name]);

  const ends = items.flatMap(({ isLast }, index) => (isLast ? [index] : []));
  const rows = [
    `begin: ${sum(arcs.filter(({ from }) => from < 0).map((arc) => [1, x(arc)]))} = 1`,
    ...(ends.length === 0 ? [] : [`finish: ${sum(ends.map((index) => [1, `z_${index}`]))} = 1`]),
    ...items.flatMap((item, index) => [
      `in_${index}: ${sum([...arcs.filter(({ to }) => to === index).map((arc): [number, string] => [1, x(arc)]), ...minus(taken(index))])} = 0`,
      `out_${index}: ${sum([
        ...arcs.filter(({ from }) => from === index).map((arc): [number, string] => [1, x(arc)]),
        ...(item.isLast ? [[1, `z_${index}`] as [number, string]] : []),
        ...minus(taken(index)),
      ])} = 0`,
      ...(item.needsBefore === 0
        ? []
        : [
            `warm_${index}: ${sum([
              ...items.flatMap((other, before) => (before < index && other.warms ? taken(before) : [])),
              ...minus(taken(index), item.needsBefore),
            ])} >= 0`,
          ]),
    ]),
  ];
  const time = sum([
    ...arcs.filter(({ units }) => units > 0).map((arc): [number, string] => [arc.units, x(arc)]),
    ...breaths.filter(({ units }) => units > 0).map(({ units, name }): [number, string] => [units, name]),
  ]);
  const worth = sum([
    ...arcs.map((arc): [number, string] => [arc.worth, x(arc)]),
    ...breaths.map(({ worth, name }): [number, string] => [worth, name]),
  ]);
  const binaries = [...arcs.map(x), ...breaths.map(({ name }) => name), ...ends.map((index) => `z_${index}`)];
  return [
    ...['Maximize', ` worth: ${worth}`, 'Subject To'],
    ...rows.map((row) => ` ${row}`),
    ...[
      ` least: ${time} >= ${budget.from}`,
      ` most: ${time} <= ${budget.to}`,
      'Bounds',
      ' x_none = 0',
      'Binary',
      ` ${binaries.join(' ')}`,
      'End',
    ],
  ].join('\n');
}
