import type { Paint } from './paint.ts';
import type { VisibilityBuffer } from './rasterise.ts';
import { attributeAt } from './rasterise.ts';
import type { PosedFigure } from './scene.ts';

/** The paint of the figure at a pixel that sees it: hair over leggings over top over skin, as the stage's shader lays them. */
export function figurePaint(figure: PosedFigure, seen: VisibilityBuffer, pixel: number): Paint {
  const { indices, fields } = figure.mesh;
  if (attributeAt(seen, pixel, indices, fields, 3, 2) > 0) return 'hair';
  if (attributeAt(seen, pixel, indices, fields, 3, 0) > 0) return 'leggings';
  return attributeAt(seen, pixel, indices, fields, 3, 1) > 0 ? 'top' : 'skin';
}
