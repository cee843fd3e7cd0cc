import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { RgbImage } from '@sacra/figure';

let isReady: Promise<void> | undefined;

/** Renders an SVG, `widthPx` wide, on a ground; CSS variables take their fallbacks, as they do where no page sets them. */
export async function renderSvg(svg: string, widthPx: number, ground: string): Promise<RgbImage> {
  isReady ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await isReady;
  const resvg = new Resvg(withFallbacks(svg), { background: ground, fitTo: { mode: 'width', value: widthPx } });
  const image = resvg.render();
  const { pixels, width, height } = image;
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => pixels[Math.floor(i / 3) * 4 + (i % 3)]!);
  image.free();
  resvg.free();
  return { widthPx: width, heightPx: height, rgb };
}

/** `var(--name,value)` as `value`. */
export function withFallbacks(svg: string): string {
  return svg.replace(/var\(--[\w-]+,([^)]+)\)/g, '$1');
}
