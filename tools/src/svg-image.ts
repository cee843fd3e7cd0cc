import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { RgbImage } from '@sacra/figure';

let isReady: Promise<void> | undefined;

/** How a card can be looked at: as a page shows it by day or by night, or on paper. */
export const looks = ['light', 'dark', 'print'] as const;

export type Look = (typeof looks)[number];

/** What each look stands on. */
const grounds: Readonly<Record<Look, string>> = { light: '#F6EFE6', dark: '#171A1B', print: '#FFFFFF' };

/** Renders a card or strip in a look, `widthPx` wide, on that look's ground. */
export async function renderSvg(svg: string, widthPx: number, look: Look = 'light'): Promise<RgbImage> {
  isReady ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await isReady;
  const resvg = new Resvg(inLook(svg, look), { background: grounds[look], fitTo: { mode: 'width', value: widthPx } });
  const image = resvg.render();
  const { pixels, width, height } = image;
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => pixels[Math.floor(i / 3) * 4 + (i % 3)]!);
  image.free();
  resvg.free();
  return { widthPx: width, heightPx: height, rgb };
}

/**
 * A card or strip whose style sheet holds for one look only: the renderer knows neither media queries nor addresses. Its last part, what an
 * address asks for, is kept for print alone.
 */
export function inLook(svg: string, look: Look): string {
  return svg.replace(/<style>(.*?)<\/style>/, (_, sheet: string) => {
    const dark = /@media\(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}/.exec(sheet);
    const [light, addressed] = sheet.split(dark?.[0] ?? '\0');
    const print = addressed?.replaceAll('[id*=print]:target ', '#print ');
    return `<style>${light}${{ light: '', dark: dark?.[1], print }[look]}</style>`;
  });
}
