import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardCamera, cardSize, drawStill, enlarge, type RgbImage } from '@sacra/figure';
import { cardsDir, planPictures } from '../bake-cards.ts';
import type { Content } from '../content/read-content.ts';
import { posedScene, readReferenceModel } from '../model.ts';
import { sideBySide } from '../sheet.ts';
import { renderSvg } from '../svg-image.ts';

/** How one thing looks today. */
export interface LookPicture {
  /** Its file in the folder of looks, with `/` between folders. */
  readonly file: string;
  readonly image: RgbImage;
}

/** Large enough to see what has changed, small enough to keep every version of. */
const WIDTH_PX = { pose: 160, strip: 240 } as const;

/** Every card beside a shaded still of its pose, and every strip, as they were baked. */
export async function* lookPictures(content: Content): AsyncGenerator<LookPicture> {
  const { cards, strips } = planPictures(content);
  const model = readReferenceModel(content.bodyTables);
  const drawn = (file: string, widthPx: number): Promise<RgbImage> =>
    renderSvg(readFileSync(join(cardsDir, file), 'utf8'), widthPx);
  for (const { file, view, q, props } of cards) {
    const card = await drawn(file, WIDTH_PX.pose);
    const scene = posedScene(model, q, props);
    const still = drawStill(scene, enlarge(cardCamera(scene, view), WIDTH_PX.pose / cardSize.widthUnits));
    yield { file: file.replace(/svg$/, 'png'), image: sideBySide(card, still) };
  }
  for (const { file } of strips) {
    yield { file: file.replace(/svg$/, 'png'), image: await drawn(file, WIDTH_PX.strip) };
  }
}
