import type { AngleWish, Shape, ShapeSource, ShoulderWish, StartWish } from './shape.ts';

/** Names of the body, to know which names stand for a left and a right part. */
export interface PairedNames {
  /** True for `hand` when the body has `hand.left` and `hand.right`. */
  isPaired(name: string): boolean;
}

/**
 * Follows `like`, takes away what `without` names, and turns every paired name into two sided ones.
 * Of two wishes about the same thing the later one (that of the change) stands.
 *
 * @param source shape as it is written
 * @param lookup shape of another keyframe, by key; undefined when there is none
 * @throws when `like` names an unknown keyframe or the chain closes on itself, or the shape has no start
 */
export function resolveShape(
  source: ShapeSource,
  lookup: (key: string) => ShapeSource | undefined,
  names: PairedNames,
): Shape {
  const chain = likeChain(source, lookup);
  let shape = emptyShape;
  for (const link of chain) shape = change(shape, link, names);
  if (shape.start === noStart) throw new Error('A shape needs `start`, its own or that of the shape it is like.');
  return shape;
}

const noStart: StartWish = { heightM: 0, headwards: 'up', front: 'forward' };

const emptyShape: Shape = {
  symmetric: false,
  start: noStart,
  contacts: [],
  touches: [],
  spacings: [],
  places: [],
  facings: [],
  anchors: [],
  angles: {},
  spine: {},
  neck: {},
  shoulders: {},
  givesWay: [],
  givesAtMost: {},
  props: [],
};

/** From the first ancestor to the shape itself. */
function likeChain(source: ShapeSource, lookup: (key: string) => ShapeSource | undefined): ShapeSource[] {
  const chain = [source];
  const seen = new Set<string>();
  for (let like = source.like; like !== undefined;) {
    if (seen.has(like)) throw new Error(`Shapes are like one another in a circle: ${[...seen, like].join(' → ')}`);
    seen.add(like);
    const next = lookup(like);
    if (!next) throw new Error(`A shape is like "${like}", which is not a keyframe that has a shape.`);
    chain.unshift(next);
    like = next.like;
  }
  return chain;
}

function change(base: Shape, by: ShapeSource, names: PairedNames): Shape {
  const gone = new Set((by.without ?? []).flatMap((name) => sided(name, names)));
  const stays = (...mentioned: string[]): boolean => !mentioned.some((name) => gone.has(name));
  const balance = by.balance ?? base.balance;
  return {
    symmetric: by.symmetric ?? base.symmetric,
    start: by.start ?? base.start,
    contacts: lastOfEach(
      [
        ...base.contacts.filter((c) => stays(c.patch)),
        ...(by.contacts ?? []).flatMap((c) =>
          sided(c.patch, names).map((patch) => ({ ...c, patch, group: c.group ?? withoutSide(patch) })),
        ),
      ],
      (c) => c.patch,
    ),
    touches: lastOfEach(
      [
        ...base.touches.filter((t) => stays(t.from, t.to)),
        ...(by.touches ?? []).flatMap((t) => pairs(t.from, t.to, names).map(([from, to]) => ({ ...t, from, to }))),
      ],
      (t) => `${t.from} ${t.to}`,
    ),
    spacings: lastOfEach(
      [
        ...base.spacings.filter((s) => stays(s.from, s.to)),
        ...(by.spacings ?? []).flatMap((s) =>
          pairs(s.from, s.to, names).map(([from, to]) => {
            const flips = s.along === 'left' && from !== s.from && from.endsWith('.right');
            return { ...s, from, to, distanceM: flips ? -s.distanceM : s.distanceM };
          }),
        ),
      ],
      (s) => `${s.from} ${s.to} ${s.along}`,
    ),
    places: lastOfEach(
      [
        ...base.places.filter((p) => stays(p.point)),
        ...(by.places ?? []).flatMap((p) => sided(p.point, names).map((point) => mirrorPlace(p, point))),
      ],
      (p) => p.point,
    ),
    facings: lastOfEach(
      [
        ...base.facings.filter((f) => stays(f.segment)),
        ...(by.facings ?? []).flatMap((f) => sided(f.segment, names).map((segment) => turnFacing(f, segment, names))),
      ],
      (f) => `${f.segment} ${f.face}`,
    ),
    anchors: [
      ...base.anchors
        .map((a) => ({ ...a, patches: a.patches.filter((patch) => stays(patch)) }))
        .filter((a) => a.patches.length > 0),
      ...(by.anchors ?? []).map((a) => ({ ...a, patches: a.patches.flatMap((patch) => sided(patch, names)) })),
    ],
    angles: mergeSided<AngleWish>(base.angles, by.angles ?? {}, stays, names),
    spine: { ...base.spine, ...by.spine },
    neck: { ...base.neck, ...by.neck },
    shoulders: mergeSided<ShoulderWish>(base.shoulders, by.shoulders ?? {}, stays, names),
    ...(balance && { balance: { ...balance, over: balance.over.flatMap((patch) => sided(patch, names)) } }),
    givesWay: by.givesWay ?? base.givesWay,
    givesAtMost: { ...base.givesAtMost, ...by.givesAtMost },
    props: lastOfEach([...base.props.filter((p) => stays(p.name)), ...(by.props ?? [])], (p) => p.name),
  };
}

const sided = (name: string, names: PairedNames): string[] =>
  names.isPaired(name) ? [`${name}.left`, `${name}.right`] : [name];

const withoutSide = (name: string): string => name.replace(/\.(left|right)$/, '');

/** `hand`, `shin` gives the left with the left and the right with the right; a paired name with a single one gives both with it. */
function pairs(from: string, to: string, names: PairedNames): [string, string][] {
  const froms = sided(from, names);
  const tos = sided(to, names);
  if (froms.length === tos.length) return froms.map((name, i): [string, string] => [name, tos[i] ?? to]);
  return froms.flatMap((a) => tos.map((b): [string, string] => [a, b]));
}

/** A place told for both sides is told for the left; the right one has the opposite y. */
function mirrorPlace<P extends { readonly point: string; readonly yM?: number }>(place: P, point: string): P {
  const flips = point !== place.point && point.endsWith('.right') && place.yM !== undefined;
  return { ...place, point, ...(flips && { yM: -(place.yM ?? 0) }) };
}

/** A vector told for both sides is told for the left; another segment told without side is that of the same side. */
function turnFacing<F extends Shape['facings'][number]>(facing: F, segment: string, names: PairedNames): F {
  const { towards } = facing;
  const side = /\.(left|right)$/.exec(segment)?.[1] ?? 'left';
  if (typeof towards === 'string') return { ...facing, segment };
  if ('segment' in towards) {
    const target = names.isPaired(towards.segment) ? `${towards.segment}.${side}` : towards.segment;
    return { ...facing, segment, towards: { ...towards, segment: target } };
  }
  const flips = segment !== facing.segment && side === 'right';
  return { ...facing, segment, towards: flips ? [towards[0], -towards[1], towards[2]] : towards };
}

function mergeSided<T>(
  base: Readonly<Record<string, T>>,
  by: Readonly<Record<string, T>>,
  stays: (name: string) => boolean,
  names: PairedNames,
): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const [name, wish] of Object.entries(base)) if (stays(name)) merged[name] = wish;
  const changes = Object.entries(by);
  // The general word first, so that `knee.flexion.right` can stand beside `knee.flexion` in any order.
  for (const [name, wish] of changes)
    if (names.isPaired(name)) for (const one of sided(name, names)) merged[one] = wish;
  for (const [name, wish] of changes) if (!names.isPaired(name)) merged[name] = wish;
  return merged;
}

function lastOfEach<T>(wishes: readonly T[], key: (wish: T) => string): T[] {
  const last = new Map<string, T>();
  for (const wish of wishes) last.set(key(wish), wish);
  return [...last.values()];
}
