/** Calls `beat` again and again until the returned function is called. */
export type Heartbeat = (beat: () => void) => () => void;

/** Ticks kept up while the page is covered and draws no frames. */
const COVERED_EVERY_MS = 250;

/** With each frame of the screen, and by a timer when there are none. */
export const browserHeartbeat: Heartbeat = (beat) => {
  let frame = requestAnimationFrame(function onFrame() {
    beat();
    frame = requestAnimationFrame(onFrame);
  });
  const interval = setInterval(beat, COVERED_EVERY_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearInterval(interval);
  };
};
