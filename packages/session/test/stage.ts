import type { Timeline } from '@sacra/practice';
import { createSession, receive, type SessionEffect, type SessionEvent, type SessionState } from '../src/index.ts';

/** How a device speaks: how much longer than estimated, and which of its reports are lost. */
export interface Device {
  readonly slowness: number;
  readonly reportsStart: boolean;
  readonly reportsEnd: boolean;
}

export const goodDevice: Device = { slowness: 1, reportsStart: true, reportsEnd: true };

interface Utterance {
  readonly number: number;
  readonly cueId: string;
  readonly startMs: number;
  readonly endMs: number;
  isStartReported: boolean;
}

/** A session with a device that speaks, and a clock that is moved by hand. Keeps what happened, and finds lines that talk over another. */
export class Stage {
  state: SessionState;
  nowMs = 1_000_000;
  readonly effects: SessionEffect[] = [];
  /** Lines that the device began while another was still sounding. */
  readonly talkedOver: string[] = [];
  /** Ids of the lines that the device spoke to their end, in order. */
  readonly spokenToTheEnd: string[] = [];
  readonly device: Device;
  private utterance: Utterance | null = null;
  private stale: SessionEvent[] = [];

  constructor(timeline: Timeline, device: Device = goodDevice, options = { voice: true }) {
    this.device = device;
    this.state = createSession(timeline, options);
  }

  send(event: SessionEvent): SessionEffect[] {
    const { state, effects } = receive(this.state, event, this.nowMs);
    this.state = state;
    for (const effect of effects) this.perform(effect);
    this.effects.push(...effects);
    return [...effects];
  }

  /** Lets time pass in ticks of `tickMs`; the device reports between them. */
  play(lengthMs: number, tickMs = 100): void {
    for (let passedMs = 0; passedMs < lengthMs; passedMs += tickMs) {
      this.nowMs += Math.min(tickMs, lengthMs - passedMs);
      this.reportSpeech();
      this.send({ type: 'tick' });
    }
  }

  /** Nothing happens for a while: no tick, no report. */
  sleep(lengthMs: number): void {
    this.nowMs += lengthMs;
  }

  effectsOf<Type extends SessionEffect['type']>(type: Type): (SessionEffect & { type: Type })[] {
    return this.effects.filter((effect): effect is SessionEffect & { type: Type } => effect.type === type);
  }

  private perform(effect: SessionEffect): void {
    if (effect.type === 'cancel-speech' && this.utterance !== null) {
      // Browsers report a cancelled utterance some time later, as ended or as failed.
      const type = this.utterance.number % 2 === 0 ? 'speech-failed' : 'speech-ended';
      this.stale.push({ type, utterance: this.utterance.number });
      this.utterance = null;
    }
    if (effect.type !== 'say' || !effect.aloud) return;
    const cue = this.state.timeline.cues.find((each) => each.id === effect.cueId);
    const lengthMs = 1000 * ((cue?.endS ?? 0) - (cue?.startS ?? 0)) * this.device.slowness;
    if (this.utterance !== null && this.utterance.endMs > this.nowMs) this.talkedOver.push(effect.cueId);
    this.utterance = {
      ...{ number: effect.utterance, cueId: effect.cueId, isStartReported: false },
      ...{ startMs: this.nowMs, endMs: this.nowMs + lengthMs },
    };
  }

  private reportSpeech(): void {
    const stale = this.stale;
    this.stale = [];
    for (const event of stale) this.send(event);
    const { utterance, device } = this;
    if (utterance === null) return;
    if (device.reportsStart && !utterance.isStartReported) {
      utterance.isStartReported = true;
      this.send({ type: 'speech-started', utterance: utterance.number });
    }
    if (this.utterance === utterance && utterance.endMs <= this.nowMs) {
      this.utterance = null;
      this.spokenToTheEnd.push(utterance.cueId);
      if (device.reportsEnd) this.send({ type: 'speech-ended', utterance: utterance.number });
    }
  }
}
