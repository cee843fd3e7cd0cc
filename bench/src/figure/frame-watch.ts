import type { Page } from 'playwright-core';

/** What a page's main thread did for each frame of the screen, and how far the frames were apart; milliseconds. */
export interface WatchedFrames {
  /** Processor time of the callbacks for the frame. */
  readonly scriptMs: readonly number[];
  /** Processor time of all that the main thread did from this frame to the next: script, style, layout, what is handed on to be drawn, and collecting garbage. */
  readonly wholeMs: readonly number[];
  readonly betweenMs: readonly number[];
}

/**
 * Lets `drawLittle` work in a page: to be called before it is opened. Without a graphics card the processor draws, and whatever the page does
 * is held up by that.
 */
export async function prepareToDrawLittle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const context = WebGL2RenderingContext.prototype;
    const { drawElements, drawArrays } = context;
    const most = (count: number): number => ('drawsLittle' in globalThis ? Math.min(count, 3) : count);
    context.drawElements = function (mode, count, type, offset) {
      drawElements.call(this, mode, most(count), type, offset);
    };
    context.drawArrays = function (mode, first, count) {
      drawArrays.call(this, mode, first, most(count));
    };
  });
}

/** From now on each call that draws a mesh draws but its first triangle: for the page it is the same call, and the processor is the page's own. */
export async function drawLittle(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { drawsLittle: true }));
}

/** The frames of the coming seconds, by Chromium's own tracing of its threads. */
export async function framesWithin(page: Page, seconds: number): Promise<WatchedFrames> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser that could be traced');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await page.waitForTimeout(seconds * 1000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return framesOf(traceEvents);
}

/** One piece of work of a thread: times in microseconds, `tdur` that of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

function framesOf(events: readonly TraceEvent[]): WatchedFrames {
  const works = events.filter(({ ph }) => ph === 'X');
  const callbacks = works.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts);
  const [first] = callbacks;
  if (first === undefined) throw new Error('the page drew no frames');
  const tasks = works
    .filter(({ name, pid, tid }) => name.endsWith('::RunTask') && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const frames: { readonly atUs: number; scriptMs: number; wholeMs: number }[] = [];
  let next = 0;
  for (const [index, task] of tasks.entries()) {
    const endUs = tasks[index + 1]?.ts ?? Infinity;
    const script: TraceEvent[] = [];
    for (let at = callbacks[next]; at !== undefined && at.ts < endUs; at = callbacks[++next]) script.push(at);
    if (script.length > 0) frames.push({ atUs: task.ts, scriptMs: processorMs(script), wholeMs: 0 });
    const frame = frames.at(-1);
    if (frame !== undefined) frame.wholeMs += processorMs([task]);
  }
  return {
    scriptMs: frames.map(({ scriptMs }) => scriptMs),
    wholeMs: frames.map(({ wholeMs }) => wholeMs),
    betweenMs: frames.slice(1).map(({ atUs }, index) => (atUs - (frames[index]?.atUs ?? atUs)) / 1000),
  };
}

const processorMs = (works: readonly TraceEvent[]): number => works.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
