import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'fast-png';
import { createBody, referencePerson, type Body, type Person } from '@sacra/body';
import { bindState, cardCamera, cardSize, decodeFigure, drawStill, enlarge, reshapeFigure } from '@sacra/figure';
import { keyframeOf, type KeyframeKey } from '@sacra/pose';
import { catalogueSolver, fitOf, type CatalogueSolver, type Keyframes } from '@sacra/solve';
import { viewOf } from '../card-list.ts';
import type { Content } from '../content/read-content.ts';
import { posedScene, type Model } from '../model.ts';
import { layOut, type Tile } from '../sheet.ts';

/** The reference body's figure as it was baked. */
const figurePath = fileURLToPath(new URL('../../../apps/web/static/atlas/figure.bin', import.meta.url));

/** Pictures of poses on the bodies of persons: each person's figure is the reference figure reshaped. */
export interface Photographer {
  /** A keyframe as it is shown on a person's body; what is tried when nothing is. Its label says which and why. */
  picture(person: Person, key: KeyframeKey, widthPx: number): Tile;
}

/** @throws when the figure isn't baked or its file is damaged */
export function photographer({ catalogue, bodyTables }: Content): Photographer {
  const reference = createBody(referencePerson, bodyTables);
  const mesh = decodeFigure(readFileSync(figurePath));
  if (!mesh.ok) throw new Error(`figure.bin can't be read (${mesh.error.type}): delete it and bake again.`);
  const usual: Keyframes = catalogueSolver(reference, catalogue);
  const known = new Map<Person, { model: Model; solver: CatalogueSolver }>();

  const of = (person: Person): { model: Model; solver: CatalogueSolver } => {
    const before = known.get(person);
    if (before) return before;
    const body: Body = createBody(person, bodyTables);
    const made = {
      model: { body, mesh: reshapeFigure(mesh.value, reference, body), bind: bindState(body) },
      solver: catalogueSolver(body, catalogue, usual),
    };
    known.set(person, made);
    return made;
  };

  return {
    picture(person, key, widthPx) {
      const { model, solver } = of(person);
      const fit = fitOf(solver, key);
      const shown = fit.shown ?? key;
      const { q, props } = solver.keyframe(shown);
      const scene = posedScene(model, q, props);
      const camera = cardCamera(scene, viewOf(keyframeOf(catalogue, shown), shown));
      const why = fit.because ? `${fit.shown ?? 'nothing'}: ${fit.because.kind} ${fit.because.what}` : key;
      return { image: drawStill(scene, enlarge(camera, widthPx / cardSize.widthUnits)), label: why };
    },
  };
}

const PICTURES_A_ROW = 4;

/** Lays pictures out in rows and writes them to a PNG file. */
export function writePictures(tiles: readonly Tile[], file: string): void {
  if (tiles.length === 0) return;
  const rowCount = Math.ceil(tiles.length / PICTURES_A_ROW);
  const rows = Array.from({ length: rowCount }, (_, r) => tiles.slice(r * PICTURES_A_ROW, (r + 1) * PICTURES_A_ROW));
  const { widthPx: width, heightPx: height, rgb } = layOut(rows);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encode({ width, height, data: rgb, channels: 3, depth: 8 }));
}
