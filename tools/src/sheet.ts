import type { RgbImage } from '@sacra/figure';
import { pasteImage, writeText } from './pixel-font.ts';

/** A picture with what is written under it. */
export interface Tile {
  readonly image: RgbImage;
  readonly label: string;
}

const LABEL_PX = 22;
const GROUND = 250;
const INK_GREY = 40;
/** A letter and its gap, pixels. */
const LETTER_PX = 12;

/** Rows of pictures as one picture; those of a row stand side by side, each with its words below. */
export function layOut(rows: readonly (readonly Tile[])[]): RgbImage {
  const heightOf = (row: readonly Tile[]): number => Math.max(...row.map(({ image }) => image.heightPx)) + LABEL_PX;
  const widthOf = (row: readonly Tile[]): number => row.reduce((sum, { image }) => sum + image.widthPx, 0);
  const sheet = blank(
    Math.max(...rows.map(widthOf)),
    rows.reduce((sum, row) => sum + heightOf(row), 0),
  );
  let y = 0;
  for (const row of rows) {
    let x = 0;
    for (const { image, label } of row) {
      pasteImage(sheet, image, x, y);
      // What doesn't fit under its picture is cut, lest it run into the next one.
      const fitting = label.slice(0, Math.floor((image.widthPx - 6) / LETTER_PX));
      writeText(sheet, fitting, x + 6, y + image.heightPx + 4, 2, INK_GREY);
      x += image.widthPx;
    }
    y += heightOf(row);
  }
  return sheet;
}

/** Two pictures as one. */
export function sideBySide(left: RgbImage, right: RgbImage): RgbImage {
  const both = blank(left.widthPx + right.widthPx, Math.max(left.heightPx, right.heightPx));
  pasteImage(both, left, 0, 0);
  pasteImage(both, right, left.widthPx, 0);
  return both;
}

function blank(widthPx: number, heightPx: number): RgbImage {
  return { widthPx, heightPx, rgb: new Uint8Array(widthPx * heightPx * 3).fill(GROUND) };
}
