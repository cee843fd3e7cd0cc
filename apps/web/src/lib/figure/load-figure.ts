import { decodeFigure, type FigureFileError, type FigureMesh } from '@sacra/figure';

type FigureLoadError =
  | { readonly type: 'not-reached'; readonly reason: string }
  | { readonly type: 'not-readable'; readonly error: FigureFileError };

export type FigureLoadResult =
  { readonly ok: true; readonly value: FigureMesh } | { readonly ok: false; readonly error: FigureLoadError };

/** Fetches the baked figure. `url` is that of `atlas/figure.bin`; the service worker keeps it for when there is no network. */
export async function loadFigure(url: string, fetchFile: typeof fetch = fetch): Promise<FigureLoadResult> {
  let bytes: Uint8Array;
  try {
    const response = await fetchFile(url);
    if (!response.ok) return { ok: false, error: { type: 'not-reached', reason: `${response.status}` } };
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    return { ok: false, error: { type: 'not-reached', reason: String(cause) } };
  }
  const decoded = decodeFigure(bytes);
  return decoded.ok ? decoded : { ok: false, error: { type: 'not-readable', error: decoded.error } };
}
