import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { RgbImage } from '@sacra/figure';

/** Colours are kept in this many steps a channel, which halves the files. */
const STEP = 8;
const CHANGED = '-changed.png';

/** A folder of accepted pictures, each of which may have a changed one beside it. */
export interface LookFolder {
  /** The files of all accepted pictures, with `/` between folders. */
  readonly files: () => string[];
  /** Undefined when there is none, or its file is damaged. */
  readonly accepted: (file: string) => RgbImage | undefined;
  readonly accept: (file: string, image: RgbImage) => void;
  readonly remove: (file: string) => void;
  /** Lays a changed picture beside the accepted one; says where. */
  readonly layBeside: (file: string, image: RgbImage) => string;
  /** Takes away all changed pictures. */
  readonly tidy: () => void;
}

export function lookFolder(folder: string): LookFolder {
  const all = (): string[] => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.png'));
    } catch {
      return [];
    }
  };
  const write = (file: string, { widthPx: width, heightPx: height, rgb }: RgbImage): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    const data = rgb.map((value) => Math.min(255, Math.round(value / STEP) * STEP));
    writeFileSync(path, encode({ width, height, data, channels: 3, depth: 8 }));
  };
  return {
    files: () => all().filter((file) => !file.endsWith(CHANGED)),
    accepted: (file) => {
      try {
        const { width, height, data, channels } = decode(readFileSync(join(folder, file)));
        return channels === 3 ? { widthPx: width, heightPx: height, rgb: Uint8Array.from(data) } : undefined;
      } catch {
        return undefined;
      }
    },
    accept: write,
    remove: (file) => rmSync(join(folder, file)),
    layBeside: (file, image) => {
      const beside = file.replace(/\.png$/, CHANGED);
      write(beside, image);
      return beside;
    },
    tidy: () => {
      for (const file of all()) if (file.endsWith(CHANGED)) rmSync(join(folder, file));
    },
  };
}
