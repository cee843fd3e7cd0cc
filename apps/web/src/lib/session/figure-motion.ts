import {
  createState,
  forwardKinematics,
  interpolate,
  mirrorConfiguration,
  neutralConfiguration,
  type Body,
  type Configuration,
} from '@sacra/body';
import { bestView, type PropPlace, type View } from '@sacra/figure';
import type { Vec3 } from '@sacra/geometry';
import { mirrorKey, type Catalogue } from '@sacra/pose';
import type { FigureMoment, Motion } from '@sacra/practice';
import { atlasKeyframe, atlasMoment, type Keyframe } from '@sacra/solve';
import { namedOf, type NamedContact } from '../figure/marks.ts';
import { namedContacts } from '../figure/named-contacts.ts';
import { viewOf } from '../figure/view-of.ts';
import type { FigureKit } from './figure-kit.ts';
import { shareWithProp } from './prop-moment.ts';

/** Where the camera stands for a stretch of the practice, and all that should be in its picture. */
export interface Lookout {
  readonly view: View;
  readonly over: readonly Configuration[];
  readonly props: readonly PropPlace[];
}

/** Time in which the figure's breath comes up to that of the guide, seconds. */
const BREATH_LAG_S = 0.5;

/** The body at one moment; `presence01` is how much of it is to be seen. */
interface FigureFrame {
  readonly q: Configuration;
  readonly breath01: number;
  readonly presence01: number;
}

/** A movement in which nothing goes further than this needs no picture of its end. */
const WORTH_SHOWING_M = 0.2;

type OnTheWay = Extract<FigureMoment, { kind: 'way' }>;

/** A thing and between which places of a clip it is there. */
interface TimedProp {
  readonly prop: PropPlace;
  readonly from: number;
  readonly to: number;
}

/** Turns moments of a practice into configurations of the body. */
export class FigureMotion {
  /** How long the figure takes to fade out and in again over a leap, seconds. */
  readonly fadeS = 0.8;
  #kit: FigureKit;
  readonly #catalogue: Catalogue;
  readonly #keyframes = new Map<string, Keyframe | undefined>();
  readonly #views = new Map<string, View>();
  /** One array for the same things, so that it can be told at a glance that nothing has changed. */
  readonly #propsSeen = new Map<string, readonly PropPlace[]>();
  readonly #propsOfWays = new Map<string, readonly TimedProp[]>();
  #shown: Configuration | undefined;
  #fade: { readonly from: Configuration; readonly startMs: number } | undefined;
  #leaps = 0;
  #breath01 = 0;
  #lastMs: number | undefined;

  constructor(kit: FigureKit, catalogue: Catalogue) {
    this.#kit = kit;
    this.#catalogue = catalogue;
  }

  /** Takes another body and its atlas from the next frame on. To be called while the figure stands still and isn't seen. */
  takeKit(kit: FigureKit): void {
    this.#kit = kit;
    this.#keyframes.clear();
    this.#views.clear();
    this.#propsSeen.clear();
    this.#propsOfWays.clear();
    this.#shown = this.#fade = undefined;
  }

  /**
   * The body at `nowMs`, and how much of it is to be seen. When `leaps` has grown since the call before, the practice has leapt:
   * the figure fades out where it is and in where it should be. A way by itself, joint by joint, could lead through the mat.
   */
  frameAt(moment: FigureMoment, swell01: number, leaps: number, nowMs: number): FigureFrame {
    const aim = this.#configurationOf(moment);
    if (leaps !== this.#leaps && this.#shown !== undefined) this.#fade = { from: this.#shown, startMs: nowMs };
    this.#leaps = leaps;
    const presence01 = this.#faded(nowMs);
    this.#shown = this.#fade !== undefined && nowMs - this.#fade.startMs < this.#halfFadeMs ? this.#fade.from : aim;

    const elapsedS = Math.max(0, nowMs - (this.#lastMs ?? nowMs)) / 1000;
    this.#lastMs = nowMs;
    this.#breath01 += (swell01 - this.#breath01) * (1 - Math.exp(-elapsedS / BREATH_LAG_S));
    return { q: this.#shown, breath01: this.#breath01, presence01 };
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

  /** The view that content asks for, or one near it from which more of this body is seen. */
  #viewOf(key: string): View {
    const known = this.#views.get(key);
    if (known) return known;
    const asked = viewOf(this.#catalogue, key);
    const keyframe = this.#keyframe(key);
    const view =
      keyframe === undefined
        ? asked
        : bestView(
            {
              body: this.#kit.body,
              q: keyframe.q,
              contactsM: keyframe.contacts.map(middleOf),
              props: keyframe.props,
            },
            asked,
          ).view;
    this.#views.set(key, view);
    return view;
  }

  /**
   * What is beside the body at a moment. On a way that needs a cushion, the cushion comes as soon as the body leaves its place free, and
   * goes before the body comes there again. The same array for the same things.
   */
  propsAt(moment: FigureMoment): readonly PropPlace[] {
    if (moment.kind === 'still') return this.#seen(this.#keyframe(moment.keyframe)?.props ?? []);
    const timed = this.#propsOnTheWay(moment);
    return this.#seen(
      timed.flatMap(({ prop, from, to }) => (moment.clip01 >= from && moment.clip01 <= to ? [prop] : [])),
    );
  }

  /** Which of the contacts in a place a line names. */
  namedAt(key: string, line: string): NamedContact[] {
    const contacts = this.#keyframe(key)?.contacts ?? [];
    const patches = contacts.map(({ patch }) => patch);
    return namedOf(namedContacts(line, patches), contacts);
  }

  /** The body as it will be in another place; undefined when that is hardly another: then it would only blur what is there. */
  foreshadowOf(from: string, to: string): Configuration | undefined {
    const [here, there] = [this.#keyframe(from)?.q, this.#keyframe(to)?.q];
    if (here === undefined || there === undefined) return undefined;
    return farthestApartM(this.#kit.body, here, there) < WORTH_SHOWING_M ? undefined : there;
  }

  #seen(props: readonly PropPlace[]): readonly PropPlace[] {
    const name = JSON.stringify(props);
    const seen = this.#propsSeen.get(name) ?? props;
    this.#propsSeen.set(name, seen);
    return seen;
  }

  #propsOnTheWay(moment: OnTheWay): readonly TimedProp[] {
    const name = `${moment.way} ${moment.side}`;
    const known = this.#propsOfWays.get(name);
    if (known) return known;
    const [start = [], end = []] = moment.way
      .split('>')
      .map((key) => this.#keyframe(moment.side === 'left' ? mirrorKey(key) : key)?.props ?? []);
    const isAmong = (props: readonly PropPlace[], prop: PropPlace): boolean =>
      props.some((other) => JSON.stringify(other) === JSON.stringify(prop));
    const share = (prop: PropPlace, at: (fraction: number) => number): number =>
      shareWithProp(this.#kit.body, prop, (fraction) => this.#configurationOf({ ...moment, clip01: at(fraction) }));
    const timed = [
      ...start.map((prop) => ({ prop, from: 0, to: isAmong(end, prop) ? 1 : share(prop, (fraction) => fraction) })),
      ...end
        .filter((prop) => !isAmong(start, prop))
        .map((prop) => ({ prop, from: 1 - share(prop, (fraction) => 1 - fraction), to: 1 })),
    ];
    this.#propsOfWays.set(name, timed);
    return timed;
  }

  #configurationOf(moment: FigureMoment): Configuration {
    const { body, atlas } = this.#kit;
    if (moment.kind === 'still') return this.#place(moment.keyframe);
    const onTheWay = atlasMoment(atlas, body, moment.way, moment.clip01, moment.side);
    if (onTheWay !== undefined) return onTheWay;
    // A way without a clip: straight from one place to the other.
    const [start, end] = moment.way.split('>').map((key) => this.#place(key));
    if (start === undefined || end === undefined) return this.#place(moment.to);
    const q = interpolate(body, start, end, moment.clip01);
    return moment.side === 'left' ? mirrorConfiguration(body, q) : q;
  }

  get #halfFadeMs(): number {
    return this.fadeS * 500;
  }

  /** 1 when there is no leap, 0 half-way through one. */
  #faded(nowMs: number): number {
    if (this.#fade === undefined) return 1;
    const passedMs = Math.max(0, nowMs - this.#fade.startMs);
    if (passedMs >= 2 * this.#halfFadeMs) {
      this.#fade = undefined;
      return 1;
    }
    return Math.abs(1 - passedMs / this.#halfFadeMs);
  }

  #place(key: string): Configuration {
    return this.#keyframe(key)?.q ?? this.#shown ?? neutralConfiguration(this.#kit.body);
  }

  #keyframe(key: string): Keyframe | undefined {
    if (!this.#keyframes.has(key)) this.#keyframes.set(key, atlasKeyframe(this.#kit.atlas, this.#kit.body, key));
    return this.#keyframes.get(key);
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

const middleOf = ({ pointsM }: Keyframe['contacts'][number]): Vec3 => {
  const mean = (k: 0 | 1 | 2): number => pointsM.reduce((sum, point) => sum + point[k], 0) / pointsM.length;
  return [mean(0), mean(1), mean(2)];
};

/** How far the joint that moves most is from where it was, metres. */
function farthestApartM(body: Body, a: Configuration, b: Configuration): number {
  const [before, after] = [a, b].map((q) => {
    const state = createState(body);
    forwardKinematics(body, q, state);
    return state.positionM;
  });
  return Math.max(
    ...body.segments.map((_, i) =>
      Math.hypot(...[0, 1, 2].map((k) => (before?.[3 * i + k] ?? 0) - (after?.[3 * i + k] ?? 0))),
    ),
  );
}
