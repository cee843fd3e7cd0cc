/**
 * Fetches the face of the few large words once the page is at rest, and shows it when it is there. On a slow line the practice can
 * begin before it has come; on every later visit it lies on the device and is there at once (app.html).
 */
export async function bringDisplayFace(root: HTMLElement, fonts: FontFaceSet): Promise<void> {
  try {
    await fonts.load('500 2rem Fraunces');
    root.dataset['displayFace'] = 'here';
  } catch {
    // The fallback has the same width and height.
  }
}

/** Calls `action` when the browser has nothing better to do; what is given back calls it off. */
export function whenIdle(action: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(action, { timeout: 3000 });
    return () => cancelIdleCallback(asked);
  }
  const waiting = setTimeout(action, 500);
  return () => clearTimeout(waiting);
}
