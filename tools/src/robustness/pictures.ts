import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { encode } from 'fast-png';
import { layOut, type Tile } from '../sheet.ts';

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
