import { interpolate, mirrorConfiguration, neutralConfiguration, type Configuration } from '@sacra/body';
import type { PropPlace, View } from '@sacra/figure';
import { keyframeOf, type Catalogue } from '@sacra/pose';
import { slowInSlowOut, type FigureMoment, type Motion } from '@sacra/practice';
import { atlasKeyframe, sampleClip, type Keyframe } from '@sacra/solve';
import type { FigureKit } from './figure-kit.ts';

/** Where the camera stands for a stretch of the practice, and all that should be in its picture. */
export interface Lookout {
  readonly view: View;
  readonly over: readonly Configuration[];
  readonly props: readonly PropPlace[];
}

/** Time in which the figure's breath comes up to that of the guide, seconds. */
const BREATH_LAG_S = 0.5;

/** Turns moments of a practice into configurations of the body. */
export class FigureMotion {
  /** How long the figure takes to blend over a leap, seconds. */
  readonly blendS = 1.4;
  readonly #kit: FigureKit;
  readonly #catalogue: Catalogue;
  readonly #keyframes = new Map<string, Keyframe | undefined>();
  #shown: Configuration | undefined;
  #blend: { readonly from: Configuration; readonly startMs: number } | undefined;
  #leaps = 0;
  #breath01 = 0;
  #lastMs: number | undefined;

  constructor(kit: FigureKit, catalogue: Catalogue) {
    this.#kit = kit;
    this.#catalogue = catalogue;
  }

  /**
   * The body at `nowMs`. When `leaps` has grown since the call before, the practice has leapt: the figure goes from where it is
   * to where it should be by itself, rather than jump.
   */
  frameAt(moment: FigureMoment, swell01: number, leaps: number, nowMs: number): { q: Configuration; breath01: number } {
    const aim = this.#configurationOf(moment);
    if (leaps !== this.#leaps && this.#shown !== undefined) this.#blend = { from: this.#shown, startMs: nowMs };
    this.#leaps = leaps;
    this.#shown = this.#blended(aim, nowMs);

    const elapsedS = Math.max(0, nowMs - (this.#lastMs ?? nowMs)) / 1000;
    this.#lastMs = nowMs;
    this.#breath01 += (swell01 - this.#breath01) * (1 - Math.exp(-elapsedS / BREATH_LAG_S));
    return { q: this.#shown, breath01: this.#breath01 };
  }

  /** Where to look from in a stretch: at the place held, or at both ends of the movement from where it leads. */
  lookoutOf(motion: Motion): Lookout {
    const keys = placesOf(motion);
    const keyframes = keys.flatMap((key) => this.#keyframe(key) ?? []);
    const props = new Map(keyframes.flatMap((keyframe) => keyframe.props.map((prop) => [JSON.stringify(prop), prop])));
    return {
      view: this.#viewOf(keys.at(-1) ?? ''),
      over: keyframes.map(({ q }) => q),
      props: [...props.values()],
    };
  }

  #configurationOf(moment: FigureMoment): Configuration {
    const { body, atlas } = this.#kit;
    if (moment.kind === 'still') return this.#place(moment.keyframe);
    const clip = atlas.clips.get(moment.way);
    if (clip !== undefined) return sampleClip(body, clip, moment.clip01, moment.side);
    // A way without a clip: straight from one place to the other.
    const [start, end] = moment.way.split('>').map((key) => this.#place(key));
    if (start === undefined || end === undefined) return this.#place(moment.to);
    const q = interpolate(body, start, end, moment.clip01);
    return moment.side === 'left' ? mirrorConfiguration(body, q) : q;
  }

  #blended(aim: Configuration, nowMs: number): Configuration {
    if (this.#blend === undefined) return aim;
    const progress01 = (nowMs - this.#blend.startMs) / (this.blendS * 1000);
    if (progress01 >= 1) {
      this.#blend = undefined;
      return aim;
    }
    return interpolate(this.#kit.body, this.#blend.from, aim, slowInSlowOut(Math.max(0, progress01)));
  }

  #place(key: string): Configuration {
    return this.#keyframe(key)?.q ?? this.#shown ?? neutralConfiguration(this.#kit.body);
  }

  #keyframe(key: string): Keyframe | undefined {
    if (!this.#keyframes.has(key)) this.#keyframes.set(key, atlasKeyframe(this.#kit.atlas, this.#kit.body, key));
    return this.#keyframes.get(key);
  }

  /** The camera of the pose or its variation; for the left side its mirror. */
  #viewOf(key: string): View {
    const { pose, variation } = keyframeOf(this.#catalogue, key);
    const { azimuthDeg, elevationDeg } = variation?.camera ?? pose.camera;
    const azimuthRad = (azimuthDeg * Math.PI) / 180;
    return {
      azimuthRad: key.endsWith('@left') ? -azimuthRad : azimuthRad,
      elevationRad: (elevationDeg * Math.PI) / 180,
    };
  }
}

/** The keyframes that a stretch touches; the last is the one whose camera is taken. */
function placesOf(motion: Motion): string[] {
  switch (motion.kind) {
    case 'still':
      return [motion.keyframe];
    case 'way':
      return [motion.way.from, motion.way.to];
    case 'cycle':
      return [...new Set([...motion.movements.map(({ to }) => to), motion.home])];
  }
}
