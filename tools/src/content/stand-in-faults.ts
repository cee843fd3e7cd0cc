import { parseKey, poseAsDone, poseOf, tokensIn, type Catalogue, type Fault, type Limit, type Pose } from '@sacra/pose';

/**
 * What a pose's choices have against one another: something that stands in for a limit and is barred by the same limit, a variation that
 * is another pose with sides where this one has none, and remarks with words for a side, which nobody fills in.
 */
export function standInFaults(catalogue: Catalogue, pose: Pose): Fault[] {
  const remarks = remarkFaults(pose, []);
  if (pose.purpose !== 'practice') return remarks;
  return [
    ...remarks,
    ...barFaults(catalogue, pose.character.barredBy, ['character']),
    ...pose.variations.flatMap((variation, index) => [
      ...barFaults(catalogue, variation.character?.barredBy ?? [], ['variations', index, 'character']),
      ...(variation.form.kind === 'pose' ? sideFaults(catalogue, pose, variation.form.pose, index) : []),
    ]),
  ];
}

type Path = readonly (string | number)[];
type Bars = Extract<Pose, { purpose: 'practice' }>['character']['barredBy'];

function barFaults(catalogue: Catalogue, bars: Bars, path: Path): Fault[] {
  return bars.flatMap(({ limit, standsIn }, bar) => [
    ...(bars.findIndex((one) => one.limit === limit) < bar
      ? [{ path: [...path, 'barredBy', bar, 'limit'], message: `"${limit}" stands here twice`, valid: [] }]
      : []),
    ...standsIn.flatMap((key, index) =>
      limitsBarring(catalogue, key).includes(limit)
        ? [
            {
              path: [...path, 'barredBy', bar, 'standsIn', index],
              message: `"${key}" stands in for "${limit}", but is barred by it itself`,
              valid: [],
            },
          ]
        : [],
    ),
  ]);
}

/**
 * The limits that bar what a key without a side names: a pose or one of its variations.
 *
 * @internal seen by the tests
 */
export function limitsBarring(catalogue: Catalogue, key: string): readonly Limit[] {
  const parts = parseKey(key);
  if (parts === undefined) return [];
  return poseAsDone(catalogue, parts.pose, parts.variation ?? null).character.barredBy.map(({ limit }) => limit);
}

function sideFaults(catalogue: Catalogue, pose: Pose, other: string, index: number): Fault[] {
  const { sides } = poseOf(catalogue, other);
  if (sides === pose.sides) return [];
  const message = `${other} is done ${sides}, and ${pose.id} ${pose.sides}`;
  return [{ path: ['variations', index, 'form', 'pose'], message, valid: [] }];
}

/** Cautions, easier versions, faults, reassurances: they are shown as they stand, whichever side leads. */
function remarkFaults(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    if (tokensIn(value).length === 0 || !path.some((step) => step === 'text' || step === 'gives')) return [];
    return [{ path, message: 'a remark is shown without a side', valid: [] }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    remarkFaults(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
