import {
  breathAt,
  captionAt,
  motionAt,
  nextUp,
  spanAt,
  stepAt,
  timeLeft,
  wholeBreathAt,
  type FigureMoment,
  type Timeline,
} from '@sacra/practice';
import {
  isOver,
  isRunning,
  longestTickMs,
  receive,
  type SessionEffect,
  type SessionEvent,
  type SessionSnapshot,
  type SessionState,
  type SessionSummary,
} from '@sacra/session';
import type { Instruments } from './instruments.ts';

/** What a player needs from the world besides its instruments. */
export interface PlayerSurroundings extends Instruments {
  /** 0 to 1, as the settings stand at the stroke. */
  bellVolume(): number;
  saveProgress(snapshot: SessionSnapshot): void;
  finished(summary: SessionSummary): void;
}

/** The clock leapt: the figure blends from one second to the other. `count` tells two leaps apart. */
export interface Leap {
  readonly fromS: number;
  readonly toS: number;
  readonly count: number;
}

/**
 * What the page reads goes on in steps of so much of the practice, in seconds, and at once when anything happens: with every frame, only what
 * is drawn needs a new moment.
 */
const SHOWN_EVERY_S = 0.1;
/** The most that one beat moves the session on, in real milliseconds; covered pages beat once a second. */
const LONGEST_BEAT_MS = 1500;
/** The same under a fast clock (tests): little enough that on a slow machine, too, everything on the screen is there for a moment. */
const LONGEST_FAST_BEAT_MS = 100;
/** Without a beat for longer than this the device slept, and the session pauses. */
const LONGEST_STALL_MS = 15_000;

/** Plays a session: hands what happens to the state machine and performs what it asks for. */
export class Player {
  readonly timeline: Timeline;
  #around: PlayerSurroundings;
  #state: SessionState;
  /** The state as the page shows it. */
  #shown = $state.raw<SessionState>() as SessionState;
  #caption = $state.raw('');
  #leap = $state.raw<Leap>();
  #waiting: SessionEvent[] = [];
  #isBusy = false;
  #lastClockMs: number;
  /** Session time: the clock's, less what was lost in stalls. */
  #nowMs: number;
  #stopBeating: (() => void) | undefined;

  constructor(initial: SessionState, around: PlayerSurroundings) {
    this.timeline = initial.timeline;
    this.#around = around;
    this.#state = this.#shown = initial;
    this.#lastClockMs = this.#nowMs = around.clock.nowMs();
    this.#caption = captionAt(initial.timeline, initial.clockS)?.captionText ?? '';
  }

  get phase() {
    return this.#shown.phase;
  }
  get isRunning() {
    return isRunning(this.#shown);
  }
  get isOver() {
    return isOver(this.#shown);
  }
  get nowS() {
    return this.#shown.clockS;
  }
  /** The line said last; it stands until the next one. */
  get caption() {
    return this.#caption;
  }
  get leap() {
    return this.#leap;
  }
  /** The stretch of the practice one is in; the same object for as long as it lasts. */
  readonly span = $derived.by(() => spanAt(this.timeline, this.#shown.clockS));
  /** The step being entered or held; null while arriving and at the close. */
  readonly step = $derived.by(() => stepAt(this.timeline, this.#shown.clockS));
  /** The step being held; null on the way from one to the other, while arriving and at the close. */
  readonly held = $derived.by(() => {
    const { kind } = this.span;
    return kind === 'hold' || kind === 'cycle' ? this.step : null;
  });
  /** The step to come: while one is on the way, the one that is being entered. Null when only the close remains. */
  readonly coming = $derived.by(() => {
    const next = nextUp(this.timeline, this.#shown.clockS);
    return this.held === null ? (this.step ?? next) : next;
  });
  /** The breath one is in; the same object for as long as it lasts. */
  readonly wholeBreath = $derived.by(() => wholeBreathAt(this.timeline, this.#shown.clockS));
  readonly breath = $derived.by(() => breathAt(this.timeline, this.#shown.clockS));
  readonly figure = $derived.by(() => motionAt(this.timeline, this.#shown.clockS));
  readonly secondsLeft = $derived.by(() => Math.ceil(timeLeft(this.timeline, this.#shown.clockS).totalS));

  /** The figure and how full the breath is, as of the last beat: for what is drawn with every frame. Nothing reacts to it. */
  get now(): { readonly figure: FigureMoment; readonly swell01: number } {
    const { clockS } = this.#state;
    return { figure: motionAt(this.timeline, clockS), swell01: breathAt(this.timeline, clockS)?.swell01 ?? 0 };
  }

  /** Begins, or goes on after a pause. */
  play(): void {
    this.#send({ type: this.phase === 'ready' ? 'start' : 'resume' });
    this.#stopBeating ??= this.#around.heartbeat(() => this.#beat());
  }
  pause(): void {
    this.#send({ type: 'pause' });
  }
  togglePause(): void {
    if (this.isRunning) this.pause();
    else this.play();
  }
  back(): void {
    this.#send({ type: 'back' });
  }
  on(): void {
    this.#send({ type: 'forward' });
  }
  repeat(): void {
    this.#send({ type: 'repeat' });
  }
  end(): void {
    this.#send({ type: 'end' });
  }
  turnVoice(on: boolean): void {
    this.#send({ type: 'voice', on });
  }
  seen(visible: boolean): void {
    this.#send({ type: 'visibility-changed', visible });
  }

  /** Stops beating and falls silent; a running session is paused and saved first. */
  close(): void {
    this.pause();
    this.#stopBeating?.();
    this.#stopBeating = undefined;
    this.#around.speech.cancel();
    this.#around.wakeLock.release();
  }

  #beat(): void {
    this.#send({ type: 'tick' });
  }

  /** Events that arise while one is being dealt with (a voice that reports at once) wait for their turn. */
  #send(event: SessionEvent): void {
    if (this.#isBusy) {
      this.#waiting.push(event);
      return;
    }
    const nowMs = this.#readClock();
    this.#catchUp(nowMs);
    this.#receive(event, nowMs);
  }

  /** A page that stalls (an old phone unpacking the figure) neither skips ahead nor counts as asleep: the practice waits for it. */
  #readClock(): number {
    const { clock } = this.#around;
    const clockMs = clock.nowMs();
    const elapsedMs = clockMs - this.#lastClockMs;
    this.#lastClockMs = clockMs;
    const isStall = elapsedMs <= LONGEST_STALL_MS * clock.rate();
    const longestMs = clock.rate() > 1 ? LONGEST_FAST_BEAT_MS : LONGEST_BEAT_MS;
    this.#nowMs += isStall ? Math.min(elapsedMs, longestMs * clock.rate()) : elapsedMs;
    return this.#nowMs;
  }

  /** A fast clock is followed in short stretches: the state machine takes a long one for a device that slept. */
  #catchUp(nowMs: number): void {
    if (this.#around.clock.rate() <= 1) return;
    const stretchMs = longestTickMs / 2;
    for (let reachedMs = this.#state.lastNowMs ?? nowMs; nowMs - reachedMs > stretchMs;) {
      reachedMs += stretchMs;
      this.#receive({ type: 'tick' }, reachedMs);
    }
  }

  #receive(event: SessionEvent, nowMs: number): void {
    this.#isBusy = true;
    try {
      for (let next: SessionEvent | undefined = event; next !== undefined; next = this.#waiting.shift()) {
        const { state, effects } = receive(this.#state, next, nowMs);
        this.#state = state;
        if (next.type !== 'tick' || effects.length > 0 || this.#isWorthShowing()) this.#shown = state;
        for (const effect of effects) this.#perform(effect);
      }
    } finally {
      this.#isBusy = false;
    }
  }

  #isWorthShowing(): boolean {
    const [shown, now] = [this.#shown, this.#state];
    const isElsewhere = spanAt(this.timeline, shown.clockS) !== spanAt(this.timeline, now.clockS);
    return isElsewhere || shown.phase !== now.phase || Math.abs(now.clockS - shown.clockS) >= SHOWN_EVERY_S;
  }

  #perform(effect: SessionEffect): void {
    const { speech, bell, wakeLock } = this.#around;
    switch (effect.type) {
      case 'say': {
        this.#caption = effect.text;
        const { utterance } = effect;
        if (effect.aloud) speech.speak(effect.text, ({ type }) => this.#send({ type: `speech-${type}`, utterance }));
        return;
      }
      case 'cancel-speech':
        return speech.cancel();
      case 'bell':
        return bell.ring(effect.bell, this.#around.bellVolume());
      case 'keep-awake':
        return effect.on ? wakeLock.hold() : wakeLock.release();
      case 'save-progress':
        return this.#around.saveProgress(effect.snapshot);
      case 'leapt':
        this.#leap = { fromS: effect.fromS, toS: effect.toS, count: (this.#leap?.count ?? 0) + 1 };
        this.#caption = captionAt(this.timeline, effect.toS)?.captionText ?? '';
        return;
      case 'finished':
        this.#stopBeating?.();
        this.#stopBeating = undefined;
        return this.#around.finished(effect.summary);
    }
  }
}
