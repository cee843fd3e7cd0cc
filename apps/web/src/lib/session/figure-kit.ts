import { asset } from '$app/paths';
import { createBody, type Body, type BodyTables } from '@sacra/body';
import type { FigureMesh } from '@sacra/figure';
import { decodeAtlas, type Atlas } from '@sacra/solve';
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
  const [mesh, atlas] = await Promise.all([loadFigure(asset('/atlas/figure.bin')), loadAtlas()]);
  if (!mesh.ok || atlas === undefined) return undefined;
  // The tables are checked when they are made (tools), so they are taken at their word here.
  const body = createBody(atlas.person, bodyTables as unknown as BodyTables);
  return { body, mesh: mesh.value, atlas };
}

async function loadAtlas(): Promise<Atlas | undefined> {
  try {
    const response = await fetch(asset('/atlas/reference.bin'));
    if (!response.ok) return undefined;
    const decoded = decodeAtlas(new Uint8Array(await response.arrayBuffer()));
    return decoded.ok ? decoded.value : undefined;
  } catch {
    // No network, and not yet kept on the device.
    return undefined;
  }
}
