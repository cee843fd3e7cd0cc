import { decodeAtlas, type Atlas } from '@sacra/solve';

/** Fetches a baked atlas; undefined when it can't be had: there is no network, and it isn't kept on the device yet. */
export async function loadAtlas(url: string, fetchFile: typeof fetch = fetch): Promise<Atlas | undefined> {
  try {
    const response = await fetchFile(url);
    if (!response.ok) return undefined;
    const decoded = decodeAtlas(new Uint8Array(await response.arrayBuffer()));
    return decoded.ok ? decoded.value : undefined;
  } catch {
    return undefined;
  }
}
