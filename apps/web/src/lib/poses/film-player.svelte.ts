import type { Catalogue } from '@sacra/pose';
import type { Timeline } from '@sacra/practice';
import { filmAt, filmOf, type Film, type FilmMoment, type Scene } from './pose-film.ts';

/** Plays a film by a clock that is handed in with every frame. Before and after it, the pose itself is shown. */
export class FilmPlayer {
  readonly #timeline: Timeline;
  readonly #film: Film;
  readonly #pose: FilmMoment;
  /** Where it stands, seconds; and when it was there, by the clock. */
  #atS = 0;
  #sinceMs: number | undefined;
  #isRunning = $state(false);
  #scene = $state.raw<Scene>();
  /** Grows with every leap from one place of the film to another. */
  #leaps = $state(0);

  /** @param pose what stands for the pose while it is not played */
  constructor(timeline: Timeline, catalogue: Catalogue, pose: FilmMoment['figure']) {
    this.#timeline = timeline;
    this.#film = filmOf(timeline, catalogue);
    const scene = this.#film.scenes.find(({ motion }) => motion.kind !== 'way');
    if (scene === undefined) throw new Error(`The practice "${timeline.practiceId}" holds no pose.`);
    this.#pose = { scene, figure: pose, swell01: 0 };
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** It has been begun and is not over. */
  get isUnderWay(): boolean {
    return this.#scene !== undefined;
  }

  get scene(): Scene {
    return this.#scene ?? this.#pose.scene;
  }

  get leaps(): number {
    return this.#leaps;
  }

  play(): void {
    if (this.#scene === undefined) {
      this.#atS = 0;
      this.#leaps++;
      this.#scene = this.#film.scenes[0];
    }
    this.#sinceMs = undefined;
    this.#isRunning = true;
  }

  pause(): void {
    this.#isRunning = false;
  }

  /** What is to be seen at `nowMs`; asked for once a frame. */
  frame(nowMs: number): FilmMoment {
    if (this.#scene === undefined) return this.#pose;
    if (this.#isRunning) {
      this.#atS += Math.max(0, nowMs - (this.#sinceMs ?? nowMs)) / 1000;
      this.#sinceMs = nowMs;
    }
    if (this.#atS >= this.#film.totalS) {
      this.#isRunning = false;
      this.#scene = undefined;
      this.#leaps++;
      return this.#pose;
    }
    const moment = filmAt(this.#timeline, this.#film, this.#atS);
    this.#scene = moment.scene;
    return moment;
  }
}
