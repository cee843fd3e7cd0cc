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

/** Rows of pictures of one size as one picture. */
export function layOut(rows: readonly (readonly Tile[])[]): RgbImage {
  const { widthPx, heightPx } = rows[0]![0]!.image;
  const columns = Math.max(...rows.map((row) => row.length));
  const sheet: RgbImage = {
    widthPx: columns * widthPx,
    heightPx: rows.length * (heightPx + LABEL_PX),
    rgb: new Uint8Array(columns * widthPx * rows.length * (heightPx + LABEL_PX) * 3).fill(GROUND),
  };
  rows.forEach((row, r) =>
    row.forEach(({ image, label }, c) => {
      pasteImage(sheet, image, c * widthPx, r * (heightPx + LABEL_PX));
      // What doesn't fit under its picture is cut, lest it run into the next one.
      writeText(
        sheet,
        label.slice(0, Math.floor((widthPx - 6) / LETTER_PX)),
        c * widthPx + 6,
        r * (heightPx + LABEL_PX) + heightPx + 4,
        2,
        INK_GREY,
      );
    }),
  );
  return sheet;
}
