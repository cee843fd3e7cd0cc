import { asset } from '$app/paths';
import { createBody, type Body, type BodyTables } from '@sacra/body';
import { reshapeFigure, type FigureMesh } from '@sacra/figure';
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

/** Fetches the baked figure and all its poses; undefined when one of them can't be had, and the cards are shown instead. */
export async function loadFigureKit(): Promise<FigureKit | undefined> {
  const [mesh, atlas] = await Promise.all([
    loadFigure(asset('/atlas/figure.bin')),
    loadAtlas(asset('/atlas/reference.bin')),
  ]);
  if (!mesh.ok || atlas === undefined) return undefined;
  // The tables are checked when they are made (tools), so they are taken at their word here.
  const body = createBody(atlas.person, bodyTables as unknown as BodyTables);
  return { body, mesh: mesh.value, atlas };
}

/** The same for a person: the baked figure reshaped to their body, and their own atlas. */
export function personalKit({ body: from, mesh }: FigureKit, atlas: Atlas): FigureKit {
  const body = createBody(atlas.person, bodyTables as unknown as BodyTables);
  return { body, mesh: reshapeFigure(mesh, from, body), atlas };
}
