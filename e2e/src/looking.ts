import type { BrowserContext, Page } from 'playwright-core';

interface Drawing {
  isLookedAt: boolean;
}

/** Often enough for a clock that runs twenty times as fast to be seen at every second. */
const FRAMES_A_SECOND = 20;

/**
 * Without a graphics card the processor draws the figure, and one picture of it is half a second of its work. While nobody looks, each call
 * that draws a mesh draws but its first triangle, and the screen shows a few pictures a second, as a slow one does: for the page it is the
 * same call and the same screen. To be called before a page is opened.
 */
export async function drawLittleUnlessLookedAt(context: BrowserContext): Promise<void> {
  await context.addInitScript(drawLittle);
  await context.addInitScript(showSlowly, 1000 / FRAMES_A_SECOND);
}

/** Has every figure on the page drawn whole, anew and for as long as somebody looks. */
export async function lookingAt<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  await page.evaluate(drawWhole);
  try {
    return await look();
  } finally {
    await page.evaluate(() => ((globalThis as unknown as { drawing: Drawing }).drawing.isLookedAt = false));
  }
}

// These run inside the page and must not refer to anything outside themselves.

function drawLittle(): void {
  const drawing: Drawing = { isLookedAt: false };
  Object.assign(globalThis, { drawing });
  if (!('WebGL2RenderingContext' in globalThis)) return;
  const graphics = WebGL2RenderingContext.prototype;
  const { drawElements, drawArrays } = graphics;
  const some = (count: number): number => (drawing.isLookedAt ? count : Math.min(count, 3));
  graphics.drawElements = function (mode, count, type, offset) {
    drawElements.call(this, mode, some(count), type, offset);
  };
  graphics.drawArrays = function (mode, first, count) {
    drawArrays.call(this, mode, first, some(count));
  };
}

function showSlowly(leastMs: number): void {
  const { requestAnimationFrame: ask, cancelAnimationFrame: callOff } = globalThis;
  const asked = new Map<number, () => void>();
  let [count, shownAtMs] = [0, 0];
  globalThis.requestAnimationFrame = (callback) => {
    const id = ++count;
    const show = (): void => {
      const frame = ask((nowMs) => {
        asked.delete(id);
        shownAtMs = nowMs;
        callback(nowMs);
      });
      asked.set(id, () => callOff(frame));
    };
    const timer = setTimeout(show, Math.max(0, shownAtMs + leastMs - performance.now()));
    asked.set(id, () => clearTimeout(timer));
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    asked.get(id)?.();
    asked.delete(id);
  };
}

/** A figure draws itself anew, shadows and all, when its canvas has another size. */
async function drawWhole(): Promise<void> {
  const canvases = [...document.querySelectorAll('canvas')];
  // The page tells of sizes after the callbacks of a frame: in the second frame it has told.
  const told = (): Promise<unknown> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const canvas of canvases) canvas.style.maxHeight = `${canvas.clientHeight - 1}px`;
  if (canvases.length > 0) await told();
  (globalThis as unknown as { drawing: Drawing }).drawing.isLookedAt = true;
  for (const canvas of canvases) canvas.style.removeProperty('max-height');
  if (canvases.length > 0) await told();
}
