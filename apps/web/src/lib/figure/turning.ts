import type { View } from '@sacra/figure';
import type { Stage } from './stage.ts';

const degrees = (value: number): number => (value * Math.PI) / 180;

/** The places one can look from, in the words of the buttons. */
export const lookouts = [
  { name: 'Side', view: { azimuthRad: degrees(-82), elevationRad: degrees(10) } },
  { name: 'Front', view: { azimuthRad: degrees(18), elevationRad: degrees(14) } },
  { name: 'Back', view: { azimuthRad: degrees(162), elevationRad: degrees(14) } },
  { name: 'Above', view: { azimuthRad: degrees(-70), elevationRad: degrees(66) } },
] as const satisfies readonly { readonly name: string; readonly view: View }[];

/** What one press of an arrow turns, and how long it takes. */
const ARROW_TURN_RAD = degrees(30);
const ARROW_TURN_S = 0.45;
/** A drag across the whole canvas turns this far. */
const DRAG_TURN_RAD = degrees(300);

/** What can be turned. */
type Turnable = Pick<Stage, 'turnBy'>;

/** Lets a finger or a mouse turn the figure. Returns what undoes it. A page still scrolls under an upright swipe. */
export function turnByPointer(canvas: HTMLCanvasElement, stage: Turnable, isMirrored: () => boolean): () => void {
  let last: { id: number; x: number; y: number } | undefined;
  const down = (event: PointerEvent): void => {
    if (last || event.button !== 0) return;
    last = { id: event.pointerId, x: event.clientX, y: event.clientY };
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (!last || event.pointerId !== last.id) return;
    const perPixel = DRAG_TURN_RAD / Math.max(320, canvas.clientWidth);
    const way = isMirrored() ? -1 : 1;
    stage.turnBy(way * (last.x - event.clientX) * perPixel, (event.clientY - last.y) * perPixel * 0.6);
    last = { id: event.pointerId, x: event.clientX, y: event.clientY };
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId === last?.id) last = undefined;
  };
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
  };
}

/** Turns by one press to the left (+1) or the right (−1). */
export function turnByArrow(stage: Turnable, way: 1 | -1): void {
  stage.turnBy(way * ARROW_TURN_RAD, 0, ARROW_TURN_S);
}

/** Turns by the arrow keys, and keeps them from leading on in the practice. `way` is −1 in a mirrored picture. */
export function turnByKey(
  stage: Turnable,
  event: Pick<KeyboardEvent, 'key' | 'preventDefault' | 'stopPropagation'>,
  way: 1 | -1,
): void {
  const turn = keyTurns[event.key];
  if (turn === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  stage.turnBy(turn[0] * way * ARROW_TURN_RAD, turn[1] * KEY_TILT_RAD, ARROW_TURN_S);
}

const KEY_TILT_RAD = degrees(12);
const keyTurns: Readonly<Record<string, readonly [around: number, up: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
