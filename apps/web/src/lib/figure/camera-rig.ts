import type { View } from '@sacra/figure';
import { Eased } from './eased.ts';
import { distanceAround, frameOnMat, mixFraming, type Framing, type Lens } from './framing.ts';
import type { Ball } from './segment-motion.ts';

/** Where the camera is at a moment. */
export interface Placement {
  readonly view: View;
  readonly framing: Framing;
}

const LOWEST_RAD = (2 * Math.PI) / 180;
const LAMP_LAG = 0.6;
const HIGHEST_RAD = (80 * Math.PI) / 180;

/**
 * The camera: a view that a pose asks for, and a turn that the person has added to it. Both move slow in, slow out.
 * Times are milliseconds of one clock.
 */
export class CameraRig {
  private readonly azimuth: Eased;
  private readonly elevation: Eased;
  private readonly turnedAzimuth = new Eased(0);
  private readonly turnedElevation = new Eased(0);
  private readonly change = new Eased(1);
  private before: readonly Ball[] | undefined;
  private after: readonly Ball[] | undefined;
  private last:
    { readonly balls: readonly Ball[]; readonly key: readonly number[]; readonly framing: Framing } | undefined;

  constructor(view: View) {
    this.azimuth = new Eased(view.azimuthRad);
    this.elevation = new Eased(view.elevationRad);
  }

  /**
   * Goes to a view the short way round, and takes back what the person has turned; what they turned stays when the view is the one it
   * goes to already, and only what is to be in the picture has changed. `balls` is that; when not given, whatever the body does.
   */
  lookFrom(
    view: View,
    balls: readonly Ball[] | undefined,
    live: readonly Ball[],
    seconds: number,
    nowMs: number,
  ): void {
    if (!this.isBound(view)) this.turnTowards(view, seconds, nowMs);
    this.before = this.change.isMoving(nowMs)
      ? [...(this.before ?? live), ...(this.after ?? live)]
      : (this.after ?? live);
    this.after = balls;
    this.change.aim(0, 0, nowMs);
    this.change.aim(1, seconds, nowMs);
  }

  private turnTowards(view: View, seconds: number, nowMs: number): void {
    const here = this.azimuth.at(nowMs);
    this.azimuth.aim(here + shortWay(view.azimuthRad - here), seconds, nowMs);
    this.elevation.aim(view.elevationRad, seconds, nowMs);
    // a full turn by the person is not unwound
    const turned = this.turnedAzimuth.at(nowMs);
    this.turnedAzimuth.aim(shortWay(turned), 0, nowMs);
    this.turnedAzimuth.aim(0, seconds, nowMs);
    this.turnedElevation.aim(0, seconds, nowMs);
  }

  private isBound(view: View): boolean {
    const apart = Math.abs(shortWay(view.azimuthRad - this.azimuth.goal));
    return apart + Math.abs(view.elevationRad - this.elevation.goal) < 1e-9;
  }

  /** Adds to what the person has turned: at once under a finger, over a moment from a button. */
  turnBy(azimuthRad: number, elevationRad: number, seconds: number, nowMs: number): void {
    this.turnedAzimuth.aim(this.turnedAzimuth.goal + azimuthRad, seconds, nowMs);
    const wanted = this.elevation.goal + this.turnedElevation.goal + elevationRad;
    const kept = Math.min(HIGHEST_RAD, Math.max(LOWEST_RAD, wanted));
    this.turnedElevation.aim(kept - this.elevation.goal, seconds, nowMs);
  }

  /** Turns to a direction of the world, whatever the pose's own view is. */
  turnTo(view: View, seconds: number, nowMs: number): void {
    const here = this.azimuth.goal + this.turnedAzimuth.goal;
    this.turnedAzimuth.aim(this.turnedAzimuth.goal + shortWay(view.azimuthRad - here), seconds, nowMs);
    this.turnedElevation.aim(view.elevationRad - this.elevation.goal, seconds, nowMs);
  }

  isMoving(nowMs: number): boolean {
    return [this.azimuth, this.elevation, this.turnedAzimuth, this.turnedElevation, this.change].some((value) =>
      value.isMoving(nowMs),
    );
  }

  /** Where the lamp stands: it lags behind a turn, so that one sees light go over the figure, and comes round with it, so that no side stays dim. */
  lampAzimuthRad(nowMs: number): number {
    const turned = this.turnedAzimuth.at(nowMs);
    return this.azimuth.at(nowMs) + turned - LAMP_LAG * Math.sin(turned);
  }

  /** `live` is where the body is now: it is never cut off, whatever was to be framed. */
  placement(lens: Lens, live: readonly Ball[], nowMs: number): Placement {
    const view: View = {
      azimuthRad: this.azimuth.at(nowMs) + this.turnedAzimuth.at(nowMs),
      elevationRad: this.elevation.at(nowMs) + this.turnedElevation.at(nowMs),
    };
    const after = this.framed(view, this.after ?? live, lens);
    const way = this.change.at(nowMs);
    const planned = way < 1 ? mixFraming(frameOnMat(view, this.before ?? live, lens), after, way) : after;
    const around = this.after === undefined && way === 1 ? planned : keepIn(planned, view, live, lens);
    return { view, framing: around };
  }

  /** Framing the same from the same direction is asked for with every frame of a movement, and reckoned once. */
  private framed(view: View, balls: readonly Ball[], lens: Lens): Framing {
    const key = [view.azimuthRad, view.elevationRad, lens.tanX, lens.tanY];
    if (this.last?.balls !== balls || key.some((value, i) => value !== this.last?.key[i]))
      this.last = { balls, key, framing: frameOnMat(view, balls, lens) };
    return this.last.framing;
  }
}

/** Steps back, without turning, until the body is in the picture. */
function keepIn({ targetM, distanceM }: Framing, view: View, live: readonly Ball[], lens: Lens): Framing {
  return { targetM, distanceM: Math.max(distanceM, distanceAround(view, targetM, live, lens)) };
}

/** An angle as the same direction in −π…π. */
const shortWay = (angleRad: number): number => angleRad - 2 * Math.PI * Math.round(angleRad / (2 * Math.PI));
