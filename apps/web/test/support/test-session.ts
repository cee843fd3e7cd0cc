import { createCatalogue, type Pose } from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import type { Instruments } from '../../src/lib/session/instruments.ts';
import type { SpeechReport } from '../../src/lib/voice/speech-port.ts';

const words = (instruction: string) => ({ instruction, there: [`There: ${instruction}`], breath: 'Breathe.' });
const camera = { azimuthDeg: -60, elevationDeg: 10 };
const bodies = { gives: {}, answeredBy: [] };
const practised = {
  ...{ faults: [], needs: [], bodies },
  character: { areas: ['lower-back'], aims: ['settle'], depth: 'gentle', barredBy: [] },
};

/** A catalogue of three places: enough for a practice with a both-sided and a two-sided step. */
export const catalogue = createCatalogue([
  {
    ...{ id: 'mat', purpose: 'passage', position: 'lying', sides: 'both-together', names: { english: 'Mat' } },
    ...{
      form: { kind: 'hold', shape: {} },
      words: words('Lie down.'),
      ways: [],
      variations: [],
      camera,
      bodies,
      sources: [],
    },
  },
  {
    ...{ id: 'rest', purpose: 'practice', position: 'lying', sides: 'both-together', names: { english: 'Rest' } },
    ...{ form: { kind: 'hold', shape: {} }, words: words('Rest here.'), camera, ...practised, sources: [] },
    bodies: { gives: { heels: 'Your heels stay up.' }, answeredBy: ['rest/cushion'] },
    ways: [{ from: 'mat', seconds: 4, say: ['Come to rest.'], back: { seconds: 4, say: ['Come back.'] } }],
    breaths: { default: 5, min: 1, max: 8, counted: 'breaths' },
    reach: { text: 'Said to rest.', source: 's' },
    cautions: [{ text: 'Take care.', source: 's' }],
    easier: [{ text: 'Rest less.', source: 's' }],
    variations: [
      {
        ...{ id: 'cushion', name: 'On a cushion', why: 'Softer.', offered: 'offered', needs: [] },
        ...{ form: { kind: 'hold', shape: {} }, words: {} },
        ways: [{ from: 'mat', seconds: 4, say: ['Onto the cushion.'], back: { seconds: 4, say: ['Come back.'] } }],
      },
    ],
  },
  {
    ...{ id: 'lean', purpose: 'practice', position: 'sitting', sides: 'one-then-other', names: { english: 'Lean' } },
    ...{ form: { kind: 'hold', shape: {} }, words: words('Lean to the {side}.'), camera, ...practised, sources: [] },
    ways: [{ from: 'mat', seconds: 4, say: ['Lean to the {side}.'], back: { seconds: 4, say: ['Come back.'] } }],
    breaths: { default: 5, min: 1, max: 3, counted: 'breaths' },
    reach: { text: 'Said to lean.', source: 's' },
    cautions: [{ text: 'Take care.', source: 's' }],
    easier: [{ text: 'Lean less.', source: 's' }],
    variations: [],
  },
] as unknown as Pose[]);

export const practice: Practice = {
  format: 'sacra.practice',
  version: 1,
  id: 'test',
  title: 'A short practice',
  steps: [
    { id: 'rest', pose: 'rest', variation: null, sides: ['both'], breaths: 2 },
    { id: 'lean', pose: 'lean', variation: null, sides: ['right', 'left'], breaths: 2 },
  ],
  breath: { inS: 2, outS: 2 },
  catCowBreath: 'in-to-cow',
  opensIn: 'mat',
  closesIn: 'mat',
};

/** Instruments that a test plays by hand. Time passes only in `pass`. */
export function testInstruments() {
  let nowMs = 0;
  let rate = 1;
  const beats = new Set<() => void>();
  let report: ((report: SpeechReport) => void) | undefined;
  const said: string[] = [];
  const bells: string[] = [];
  const volumes: number[] = [];
  let isAwake = false;
  const instruments: Instruments = {
    clock: { nowMs: () => nowMs, rate: () => rate },
    heartbeat: (beat) => {
      beats.add(beat);
      return () => beats.delete(beat);
    },
    speech: {
      speak: (text, listener) => {
        said.push(text);
        report = listener;
      },
      cancel: () => (report = undefined),
      unlock: () => {},
    },
    bell: {
      ring: (bell, volume) => {
        bells.push(bell);
        volumes.push(volume);
      },
      unlock: () => {},
    },
    wakeLock: { hold: () => (isAwake = true), release: () => (isAwake = false) },
  };
  const pass = (seconds: number, beatEveryMs = 100) => {
    for (let leftMs = seconds * 1000; leftMs > 0; leftMs -= beatEveryMs) {
      nowMs += Math.min(beatEveryMs, leftMs);
      for (const beat of [...beats]) beat();
    }
  };
  return {
    instruments,
    pass,
    said,
    bells,
    volumes,
    beats,
    isAwake: () => isAwake,
    setRate: (newRate: number) => (rate = newRate),
    /** The voice answers. */
    answer: (type: 'started' | 'ended' | 'failed') => {
      const current = report;
      if (type !== 'started') report = undefined;
      current?.(type === 'failed' ? { type, reason: 'test' } : { type });
    },
    /** Passes time with a voice that says each line in half a second, until `isEnough`. */
    passSpeaking(isEnough: () => boolean) {
      for (let turns = 0; turns < 5000 && !isEnough(); turns++) {
        if (report !== undefined) {
          this.answer('started');
          pass(0.5);
          this.answer('ended');
        }
        pass(0.2);
      }
    },
  };
}
