import { asset } from '$app/paths';
import { createBody, type Body, type BodyTables } from '@sacra/body';
import { atlasKeyframe, bandsOf, everydayLoads, type Atlas, type Bands, type EverydayLoads } from '@sacra/solve';
import bodyTables from '../content/generated/body.json';
import { loadAtlas } from '../figure/load-atlas.ts';

interface Marked {
  readonly body: Body;
  readonly everyday: EverydayLoads;
}

const marked = new WeakMap<object, Marked>();
let reference: Promise<Atlas | undefined> | undefined;

/** The bands of a keyframe on the person's own body, or on the reference body; undefined when they can't be had. */
export async function bandsFor(keyframe: string, own: Atlas | undefined): Promise<Bands | undefined> {
  const atlas = own ?? (await (reference ??= loadAtlas(asset('/atlas/reference.bin'))));
  if (atlas === undefined) return undefined;
  const { body, everyday } = markedBody(atlas);
  const posture = atlasKeyframe(atlas, body, keyframe);
  if (posture === undefined) return undefined;
  const bands = bandsOf(body, posture, everyday);
  return bands.ok ? bands.value : undefined;
}

/** The body of an atlas with its everyday loads, worked out once for a person. */
function markedBody({ person }: Atlas): Marked {
  const known = marked.get(person);
  if (known !== undefined) return known;
  const body = createBody(person, bodyTables as unknown as BodyTables);
  const made = { body, everyday: everydayLoads(body) };
  marked.set(person, made);
  return made;
}
