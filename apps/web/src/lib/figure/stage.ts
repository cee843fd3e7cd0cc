import type { Body, Configuration } from '@sacra/body';
import type { FigureMesh, PropPlace, View } from '@sacra/figure';
import { WebGLRenderer } from 'three';
import type { Marked } from './marks.ts';
import type { FigurePalette, ThemeName } from './palette.ts';
import { setStage } from './set-stage.ts';

export interface StageOptions {
  readonly body: Body;
  readonly mesh: FigureMesh;
  readonly palette: FigurePalette;
  readonly reducedMotion: boolean;
  readonly theme: ThemeName;
  readonly reports: StageReports;
}

/** What a stage tells of itself. */
export interface StageReports {
  /** Nothing fades and the camera stands: what is seen is what was asked for, but for the breath. */
  settled(isSettled: boolean): void;
  /** The browser has taken the graphics away, or given them back: meanwhile nothing is to be seen. */
  lost(isLost: boolean): void;
  /** The device can't show movement: cards serve better. Left out, the figure goes on as slowly as it must. */
  tooSlow?: (() => void) | undefined;
}

/** The body at one moment: its configuration, how full the lungs are, and how much of it is to be seen, 0 to 1. */
export interface FigureFrame {
  readonly q: Configuration;
  readonly breath01: number;
  readonly presence01?: number;
}

/** The figure on its mat. Draws only when something has changed. */
export interface Stage {
  /** Takes another body, with its figure of the same vertices; `follow` it next. */
  setBody(body: Body, mesh: FigureMesh): void;
  /** Shows the figure as `frameAt` says: now, and while `isMoving` with every frame. It takes the place of what was followed before. */
  follow(frameAt: (nowMs: number) => FigureFrame, isMoving: boolean): void;
  /**
   * Moves the camera to a view over some seconds (at once with reduced motion) and takes back what the person has turned.
   * `over`: all that should be in the picture there, such as both ends of a movement; without it the camera follows.
   */
  lookFrom(view: View, seconds: number, over?: readonly Configuration[]): void;
  /** Turns the camera around the figure as far as a finger has dragged. */
  turnBy(azimuthRad: number, elevationRad: number, seconds?: number): void;
  /** Turns to a direction of the world until the next `lookFrom`. */
  turnTo(view: View): void;
  setProps(props: readonly PropPlace[]): void;
  /** Tints areas that are worked and lights contacts that are named; what is no longer among them fades. */
  mark(marked: Marked): void;
  /** Shows faintly where the body will be next; undefined: not any more. */
  foreshadow(q: Configuration | undefined): void;
  setTheme(theme: ThemeName): void;
  setPalette(palette: FigurePalette): void;
  /** To be called when the canvas has another size. */
  resize(): void;
  dispose(): void;
}

export type StageError = { readonly type: 'no-webgl' };
export type StageResult =
  { readonly ok: true; readonly value: Stage } | { readonly ok: false; readonly error: StageError };

/** A stage on a canvas, or the reason why there is none: then show the card. */
export function createStage(canvas: HTMLCanvasElement, options: StageOptions): StageResult {
  let renderer: WebGLRenderer;
  try {
    renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, powerPreference: 'low-power' });
  } catch {
    return { ok: false, error: { type: 'no-webgl' } };
  }
  return { ok: true, value: setStage(canvas, renderer, options) };
}
