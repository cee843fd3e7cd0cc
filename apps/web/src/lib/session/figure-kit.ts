import { asset } from '$app/paths';
import { createBody, type Body, type BodyTables } from '@sacra/body';
import { dressFigure, reshapeFigure, type FigureMesh, type Outfit } from '@sacra/figure';
import type { Atlas } from '@sacra/solve';
import { loadAtlas } from '../figure/load-atlas.ts';
import { loadFigure } from '../figure/load-figure.ts';
import bodyTables from '../content/generated/body.json';

/** What the moving figure is made of. */
export interface FigureKit {
  readonly body: Body;
  readonly mesh: FigureMesh;
  readonly atlas: Atlas;
}

/** Fetches the baked figure, dressed, and all its poses; undefined when one of them can't be had, and the cards are shown instead. */
export async function loadFigureKit(outfit: Outfit): Promise<FigureKit | undefined> {
  const [parts, atlas] = await Promise.all([
    loadFigure(asset('/atlas/figure.bin'), outfit),
    loadAtlas(asset('/atlas/reference.bin')),
  ]);
  if (!parts.ok || atlas === undefined) return undefined;
  // The tables are checked when they are made (tools), so they are taken at their word here.
  const body = createBody(atlas.person, bodyTables as unknown as BodyTables);
  const { skin, hair } = parts.value;
  return { body, mesh: dressFigure(body, skin, hair, outfit), atlas };
}

/** The same for a person: the baked figure reshaped to their body, and their own atlas. */
export function personalKit({ body: from, mesh }: FigureKit, atlas: Atlas): FigureKit {
  const body = createBody(atlas.person, bodyTables as unknown as BodyTables);
  return { body, mesh: reshapeFigure(mesh, from, body), atlas };
}
