import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Body, Configuration } from '@sacra/body';
import { cardCamera, cardSize, drawStill, enlarge, type Camera, type RgbImage, type Scene } from '@sacra/figure';
import { keyframeOf, type Catalogue, type CatalogueWay, type KeyframeKey } from '@sacra/pose';
import { atlasKeyframe, sampleClip, type Atlas } from '@sacra/solve';
import { viewOf, type CardPlan } from './card-list.ts';
import { differentBodies } from './different-bodies.ts';
import { posedScene, type Model } from './model.ts';
import type { Photographer } from './photographer.ts';
import type { Tile } from './sheet.ts';
import type { StripPlan } from './strip-list.ts';
import { renderSvg, type Look } from './svg-image.ts';

const PAIRS_A_ROW = 2;
const FRAMES_A_STRIP = 8;

/** Shaded still and baked card of each plan, side by side, two pairs a row. */
export async function keyframePairs(
  model: Model,
  cardsDir: string,
  plans: readonly CardPlan[],
  widthPx: number,
  look: Look,
): Promise<Tile[][]> {
  const pairs: Tile[][] = [];
  for (const { key, file, view, q, props } of plans) {
    const scene = posedScene(model, q, props);
    pairs.push([
      { image: shadedStill(scene, cardCamera(scene, view), widthPx), label: key },
      await drawnTile(join(cardsDir, file), widthPx, look),
    ]);
  }
  return inRows(pairs, PAIRS_A_ROW);
}

/** The baked strips, as wide together as the pairs are: two a row. */
export async function stripTiles(
  cardsDir: string,
  plans: readonly StripPlan[],
  widthPx: number,
  look: Look,
): Promise<Tile[][]> {
  const tiles: Tile[][] = [];
  for (const { way, file } of plans) {
    const { image, label } = await drawnTile(join(cardsDir, file), 2 * widthPx, look);
    tiles.push([{ image, label: `${way} ${label}` }]);
  }
  return inRows(tiles, PAIRS_A_ROW);
}

/** A baked picture; its label says how large its file is. */
async function drawnTile(path: string, widthPx: number, look: Look): Promise<Tile> {
  const svg = readFileSync(path, 'utf8');
  return { image: await renderSvg(svg, widthPx, look), label: `${(svg.length / 1000).toFixed(1)} kb` };
}

function inRows(groups: readonly (readonly Tile[])[], groupsARow: number): Tile[][] {
  const rows: Tile[][] = [];
  groups.forEach((group, i) => {
    if (i % groupsARow === 0) rows.push([]);
    rows.at(-1)!.push(...group);
  });
  return rows;
}

/** Eight frames of each clip in a row, from the first to the last, seen with the camera of where it leads to. */
export function clipStrips(
  model: Model,
  catalogue: Catalogue,
  atlas: Atlas,
  isWanted: (key: string) => boolean,
  widthPx: number,
): Tile[][] {
  return [...catalogue.ways.values()]
    .filter(({ id }) => isWanted(id))
    .flatMap((way) => {
      const frames = framesOf(atlas, way, model.body);
      if (frames.length === 0) return [];
      const view = viewOf(keyframeOf(catalogue, way.to), way.to);
      const props = atlasKeyframe(atlas, model.body, way.to)?.props ?? [];
      const scenes = frames.map((q) => posedScene(model, q, props));
      // One camera for the whole strip, so that what moves is the body.
      const camera = cardCamera(
        {
          ...scenes[0]!,
          solids: scenes.flatMap(({ figure, solids }) => [
            ...solids,
            { ...figure, indices: figure.mesh.indices, paint: 'skin' as const },
          ]),
        },
        view,
      );
      return [scenes.map((scene, i) => ({ image: shadedStill(scene, camera, widthPx), label: i === 0 ? way.id : '' }))];
    });
}

/** Each keyframe in a row on six very different bodies; the label says what is shown where it doesn't fit. */
export function bodyRows({ picture }: Photographer, keys: readonly KeyframeKey[], widthPx: number): Tile[][] {
  return keys.map((key) => differentBodies.map(({ person }) => picture(person, key, widthPx)));
}

function framesOf(atlas: Atlas, way: CatalogueWay, body: Body): Configuration[] {
  const clip = atlas.clips.get(way.id);
  if (!clip) return [];
  return Array.from({ length: FRAMES_A_STRIP }, (_, i) => sampleClip(body, clip, i / (FRAMES_A_STRIP - 1)));
}

function shadedStill(scene: Scene, camera: Camera, widthPx: number): RgbImage {
  return drawStill(scene, enlarge(camera, widthPx / cardSize.widthUnits));
}
