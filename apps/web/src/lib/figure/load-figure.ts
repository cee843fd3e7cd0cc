import { decodeFigure, isMeshed, type FigureFileError, type FigureShape, type Outfit } from '@sacra/figure';

type FigureLoadError =
  | { readonly type: 'not-reached'; readonly reason: string }
  | { readonly type: 'not-readable'; readonly error: FigureFileError };

type Loaded<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: FigureLoadError };

/** What `dressFigure` puts together: the bare figure, and the hair that is a mesh of its own. */
export interface FigureParts {
  readonly skin: FigureShape;
  readonly hair: FigureShape | undefined;
}

/**
 * Fetches the baked figure and the hair of an outfit. `url` is that of `atlas/figure.bin`, beside which each way to wear hair has its
 * file; the service worker keeps them for when there is no network.
 */
export async function loadFigure(
  url: string,
  { hair }: Pick<Outfit, 'hair'>,
  fetchFile: typeof fetch = fetch,
): Promise<Loaded<FigureParts>> {
  const [skin, worn] = await Promise.all([
    loadShape(url, fetchFile),
    isMeshed(hair) ? loadShape(url.replace('figure.bin', `hair-${hair}.bin`), fetchFile) : undefined,
  ]);
  if (!skin.ok) return skin;
  if (worn?.ok === false) return worn;
  return { ok: true, value: { skin: skin.value, hair: worn?.value } };
}

async function loadShape(url: string, fetchFile: typeof fetch): Promise<Loaded<FigureShape>> {
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
