import type { Body, Person } from '@sacra/body';
import { keyframeOf, mirrorKey, route, type Catalogue, type KeyframeKey } from '@sacra/pose';
import { isEven } from '../even.ts';
import { fitOf, type Fit } from '../fit.ts';
import type { Keyframe, SolvedKeyframe } from '../keyframe.ts';
import { overlooked } from '../measure.ts';
import { catalogueSolver } from '../solve-catalogue.ts';
import type { Clip, SolvedClip } from '../transition/clip.ts';
import { mirrorWay, referenceOf, type Atlas, type AtlasFit } from './atlas.ts';

/** One thing of an atlas that is ready; plain data, so that a worker can post it. */
export type AtlasPiece =
  | { readonly kind: 'keyframe'; readonly keyframe: Keyframe; readonly fit: AtlasFit }
  | { readonly kind: 'clip'; readonly clip: Clip };

/** The same with all that was found while it was solved, for those who measure. */
export type SolvedPiece =
  | { readonly kind: 'keyframe'; readonly keyframe: SolvedKeyframe; readonly fit: AtlasFit }
  | { readonly kind: 'clip'; readonly clip: SolvedClip };

/** What an atlas that is only partly there has already: an `Atlas`, or sets of its names. */
export interface KnownPieces {
  readonly keyframes: { has(key: KeyframeKey): boolean };
  readonly fits?: ReadonlyMap<KeyframeKey, AtlasFit>;
  readonly clips: { has(way: string): boolean };
}

export interface AtlasOptions {
  /**
   * Keys of keyframes (of either side) and ids of ways (as they are written or mirrored), the most needed first; `orderAlong` gives
   * those of a practice. What it doesn't name comes after.
   */
  readonly order?: readonly string[];
  /** What need not be solved again: an atlas that is there in part. */
  readonly known?: KnownPieces;
  /** The reference body's atlas, to tell what gave way on this body from what a shape never quite asks for. */
  readonly reference?: Atlas;
}

const nothing: KnownPieces = { keyframes: new Set(), clips: new Set() };

/**
 * Solves a body's atlas piece by piece: first the keyframes that are needed, in their order, then the other keyframes, then the clips that
 * are needed, then the other clips. Where another keyframe is shown in place of one, that one comes just before. Ways that lead to a
 * keyframe which isn't shown on this body have no clip. To stop, take no further piece; to go on another time, say what is there. The same
 * body and catalogue give the same pieces, whatever the order and however often it was stopped.
 *
 * @throws when `order` names what the catalogue doesn't have, or a shape can't be read, naming it
 */
export function* solveAtlas(
  body: Body,
  catalogue: Catalogue,
  options: AtlasOptions = {},
): Generator<AtlasPiece, void, void> {
  for (const piece of solvePieces(body, catalogue, options)) yield plainPiece(piece);
}

/** As `solveAtlas`, with all that was found. */
export function* solvePieces(
  body: Body,
  catalogue: Catalogue,
  { order = [], known = nothing, reference }: AtlasOptions = {},
): Generator<SolvedPiece, void, void> {
  const solver = catalogueSolver(body, catalogue, reference && referenceOf(reference));
  const even = isEven(body);
  const names = namesInOrder(catalogue, order, even);
  const done = new Set<KeyframeKey>();
  for (const key of names.keyframes) yield* keyframePieces(key);
  for (const id of names.ways) {
    if (known.clips.has(id)) continue;
    const way = catalogue.ways.get(id);
    const side = way ? 'right' : 'left';
    const { from, to } = way ?? mirroredWay(id);
    if (![from, to].every(isShown)) continue;
    yield { kind: 'clip', clip: solver.clip(way ?? catalogue.ways.get(mirrorWay(id))!, side) };
  }

  function isShown(key: KeyframeKey): boolean {
    const { shown } = known.fits?.get(key) ?? fitOf(solver, key);
    return shown === key;
  }

  function* keyframePieces(key: KeyframeKey): Generator<SolvedPiece, void, void> {
    if (done.has(key) || known.keyframes.has(key)) return;
    done.add(key);
    const fit = fitOf(solver, key);
    if (fit.shown !== undefined) yield* keyframePieces(storedKey(catalogue, fit.shown, even));
    const keyframe = solver.keyframe(key);
    yield { kind: 'keyframe', keyframe, fit: atlasFitOf(fit, keyframe) };
  }
}

/** Smaller deviations than this share of what a teacher overlooks make no difference to what gave way. */
const toldShare = 1 / 3;

function atlasFitOf(fit: Fit, { measure }: SolvedKeyframe): AtlasFit {
  return {
    key: fit.key,
    ...(fit.shown === undefined ? { gaveWay: [] } : { shown: fit.shown, gaveWay: fit.gaveWay }),
    ...(fit.because && { because: fit.because }),
    deviations: measure.deviations.filter(({ by, unit }) => by > toldShare * overlooked[unit]),
  };
}

/** What has to be solved to play through the keyframes of a practice's steps: those and what lies between them, and the ways. */
export function orderAlong(catalogue: Catalogue, steps: readonly KeyframeKey[]): string[] {
  const order: string[] = steps.slice(0, 1);
  steps.slice(1).forEach((key, i) => {
    for (const leg of route(catalogue, steps[i]!, key))
      order.push(leg.to, leg.side === 'left' ? mirrorWay(leg.way) : leg.way);
  });
  return order;
}

/** The atlas that pieces make together; a later piece takes the place of an earlier one of the same name. */
export function atlasOf(person: Person, pieces: Iterable<AtlasPiece>, before?: Atlas): Atlas {
  const keyframes = new Map(before?.keyframes);
  const fits = new Map(before?.fits);
  const clips = new Map(before?.clips);
  for (const piece of pieces) {
    if (piece.kind === 'clip') clips.set(piece.clip.way, piece.clip);
    else {
      keyframes.set(piece.keyframe.key, piece.keyframe);
      fits.set(piece.fit.key, piece.fit);
    }
  }
  return { person, keyframes, fits, clips };
}

/** Everything that has a place in the atlas of a body, what is asked for first; on an even body only the right side leading. */
function namesInOrder(
  catalogue: Catalogue,
  order: readonly string[],
  even: boolean,
): { keyframes: string[]; ways: string[] } {
  const keyframes = new Set<KeyframeKey>();
  const ways = new Set<string>();
  const addKeyframe = (key: KeyframeKey): void => {
    keyframeOf(catalogue, key);
    keyframes.add(storedKey(catalogue, key, even));
  };
  const addWay = (id: string): void => {
    const twin = mirrorWay(id);
    if (!catalogue.ways.has(id) && !catalogue.ways.has(twin)) {
      throw new Error(
        `No way "${id}"; ways are named "<from>><to>", as in ${[...catalogue.ways.keys()][0] ?? 'none'}.`,
      );
    }
    ways.add(even && !catalogue.ways.has(id) ? twin : id);
  };
  for (const name of order) (name.includes('>') ? addWay : addKeyframe)(name);
  for (const key of catalogue.keyframes.keys()) addKeyframe(key);
  if (!even) for (const key of catalogue.keyframes.keys()) addKeyframe(mirrorKey(key));
  for (const way of catalogue.ways.values()) addWay(way.id);
  if (!even) for (const way of catalogue.ways.values()) if (way.sided) addWay(mirrorWay(way.id));
  return { keyframes: [...keyframes], ways: [...ways] };
}

/** The key under which a keyframe lies in an atlas: on an even body a left one is there as its right one. */
const storedKey = (catalogue: Catalogue, key: KeyframeKey, even: boolean): KeyframeKey =>
  even && !catalogue.keyframes.has(key) ? mirrorKey(key) : key;

function mirroredWay(id: string): { from: KeyframeKey; to: KeyframeKey } {
  const [from = '', to = ''] = id.split('>');
  return { from, to };
}

function plainPiece(piece: SolvedPiece): AtlasPiece {
  if (piece.kind === 'keyframe') {
    const { key, q, contacts, residualMm, yielded, props } = piece.keyframe;
    return { kind: 'keyframe', keyframe: { key, q, contacts, residualMm, yielded, props }, fit: piece.fit };
  }
  const { way, from, to, at, knots } = piece.clip;
  return { kind: 'clip', clip: { way, from, to, at, knots } };
}
