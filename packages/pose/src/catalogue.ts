import { formatKey, mirrorKey, parseKey, withoutSide, type KeyframeKey } from './key.ts';
import { nearestFirst } from './nearest.ts';
import type { PassageVariation, Pose, Variation, Way } from './pose.ts';
import type { Path, ShapeSource } from './shape.ts';
import { sides, type Side } from './side.ts';

/** All poses, with the keyframes they hold and the ways between them. Everything is written for the right side leading. */
export interface Catalogue {
  readonly poses: ReadonlyMap<string, Pose>;
  /** By key: `childs-pose`, `childs-pose/cushion`, `pigeon@right`. The left ones are their mirrors and are not listed. */
  readonly keyframes: ReadonlyMap<KeyframeKey, KeyframeSource>;
  /** By id. */
  readonly ways: ReadonlyMap<string, CatalogueWay>;
}

/** A keyframe before it is solved. */
export interface KeyframeSource {
  readonly key: KeyframeKey;
  readonly pose: Pose;
  readonly variation?: Variation | PassageVariation;
  readonly sided: boolean;
  /** For a variation that doesn't say what it is like, `like` is its own pose. */
  readonly shape: ShapeSource;
}

/** A way between two keyframes of the catalogue. Its id names the clip in the atlas. */
export interface CatalogueWay {
  /** `<from>><to>`, e.g. `downward-dog>pigeon@right` */
  readonly id: string;
  readonly from: KeyframeKey;
  readonly to: KeyframeKey;
  /** whether its mirror is another way: one of its ends has a leading side */
  readonly sided: boolean;
  readonly seconds: number;
  readonly say: readonly string[];
  readonly back?: { readonly seconds: number; readonly say: readonly string[] };
  readonly path?: Path;
}

/**
 * Puts parsed poses together.
 *
 * @throws when two poses have one id, or a way starts at a keyframe that no pose holds: checked content does neither
 */
export function createCatalogue(poses: readonly Pose[]): Catalogue {
  const byId = new Map<string, Pose>();
  for (const pose of poses) {
    if (byId.has(pose.id)) throw new Error(`Two poses are called "${pose.id}".`);
    byId.set(pose.id, pose);
  }
  const keyframes = new Map(poses.flatMap(keyframesOf).map((keyframe) => [keyframe.key, keyframe]));
  const ways = new Map<string, CatalogueWay>();
  for (const pose of poses) {
    for (const [to, way] of waysInto(pose)) {
      const entry = catalogueWay(way, keyOf(byId, way.from), to);
      for (const key of [entry.from, entry.to]) {
        const right = key.replace(/@left$/, '@right');
        if (!keyframes.has(right)) throw unknownKeyframe(key, keyframes.keys());
      }
      ways.set(entry.id, entry);
    }
  }
  return { poses: byId, keyframes, ways };
}

/** The pose of that id. @throws when there is none, naming those that there are, the nearest first */
export function poseOf(catalogue: Catalogue, id: string): Pose {
  const pose = catalogue.poses.get(id);
  if (pose === undefined)
    throw new Error(`No pose "${id}"; nearest are ${nearestFirst(id, catalogue.poses.keys()).slice(0, 5).join(', ')}.`);
  return pose;
}

/** The source of a keyframe, sided or not; a left key gives the source of its mirror. @throws when there is none */
export function keyframeOf(catalogue: Catalogue, key: KeyframeKey): KeyframeSource {
  const keyframe = catalogue.keyframes.get(key) ?? catalogue.keyframes.get(mirrorKey(key));
  if (keyframe === undefined) throw unknownKeyframe(key, catalogue.keyframes.keys());
  return keyframe;
}

/** The shape of a keyframe by its key, with or without side: what `like` looks up. */
export function shapeOf(catalogue: Catalogue, key: string): ShapeSource | undefined {
  const bare = withoutSide(key);
  return (catalogue.keyframes.get(bare) ?? catalogue.keyframes.get(`${bare}@right`))?.shape;
}

function keyframesOf(pose: Pose): KeyframeSource[] {
  const sided = pose.sides === 'one-then-other';
  const side = sided ? { side: 'right' as Side } : {};
  const own: KeyframeSource[] =
    pose.form.kind === 'hold'
      ? [{ key: formatKey({ pose: pose.id, ...side }), pose, sided, shape: pose.form.shape }]
      : [];
  const variations: readonly (Variation | PassageVariation)[] = pose.variations;
  return [
    ...own,
    ...variations.flatMap((variation): KeyframeSource[] => {
      if (variation.form.kind !== 'hold') return [];
      const key = formatKey({ pose: pose.id, variation: variation.id, ...side });
      const like = own.length > 0 && variation.form.shape.like === undefined ? { like: pose.id } : {};
      return [{ key, pose, variation, sided, shape: { ...like, ...variation.form.shape } }];
    }),
  ];
}

function waysInto(pose: Pose): [KeyframeKey, Way][] {
  const side = pose.sides === 'one-then-other' ? { side: 'right' as Side } : {};
  const variations: readonly (Variation | PassageVariation)[] = pose.variations;
  return [
    ...pose.ways.map((way): [KeyframeKey, Way] => [formatKey({ pose: pose.id, ...side }), way]),
    ...variations.flatMap((variation) =>
      variation.ways.map((way): [KeyframeKey, Way] => [
        formatKey({ pose: pose.id, variation: variation.id, ...side }),
        way,
      ]),
    ),
  ];
}

function catalogueWay({ say, seconds, back, path }: Way, from: KeyframeKey, to: KeyframeKey): CatalogueWay {
  return {
    id: `${from}>${to}`,
    from,
    to,
    sided: sides.some((side) => from.endsWith(`@${side}`) || to.endsWith(`@${side}`)),
    seconds,
    say,
    ...(back === undefined ? {} : { back }),
    ...(path === undefined ? {} : { path }),
  };
}

/** A key as written in a way or a cycle, with the side that it leaves unsaid. */
function keyOf(poses: ReadonlyMap<string, Pose>, written: string): KeyframeKey {
  const parts = parseKey(written);
  if (parts === undefined || parts.side !== undefined) return written;
  return poses.get(parts.pose)?.sides === 'one-then-other' ? formatKey({ ...parts, side: 'right' }) : written;
}

function unknownKeyframe(key: string, known: Iterable<string>): Error {
  return new Error(`No keyframe "${key}"; nearest are ${nearestFirst(key, known).slice(0, 5).join(', ')}.`);
}
