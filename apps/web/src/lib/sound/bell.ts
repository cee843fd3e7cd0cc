import type { Bell } from '@sacra/practice';

/** Sounds the strokes that begin and end a session and the lower one between sides. */
export interface BellPort {
  /** `volume` 0 to 1; 0 makes no sound. */
  ring(bell: Bell, volume: number): void;
  /** Must be called from a press: browsers allow sound only after one. */
  unlock(): void;
}

interface Partial {
  /** Multiple of the strike's lowest tone; inharmonic, as in a small bowl. */
  readonly ratio: number;
  readonly gain: number;
  /** Seconds until it has fallen to a thousandth. */
  readonly decayS: number;
}

const PARTIALS: readonly Partial[] = [
  { ratio: 1, gain: 1, decayS: 7 },
  { ratio: 1.004, gain: 0.5, decayS: 6.5 },
  { ratio: 2.71, gain: 0.42, decayS: 4.2 },
  { ratio: 5.18, gain: 0.16, decayS: 2.1 },
  { ratio: 8.1, gain: 0.06, decayS: 1 },
];

const STRIKES: Record<Bell, { readonly toneHz: number; readonly loudness: number }> = {
  begin: { toneHz: 311, loudness: 0.3 },
  side: { toneHz: 208, loudness: 0.2 },
  end: { toneHz: 311, loudness: 0.3 },
};

const ATTACK_S = 0.012;

/** A bell by Web Audio; the context is made at the first use, after a press. */
export function webAudioBell(createContext: () => AudioContext): BellPort {
  let context: AudioContext | undefined;
  const opened = () => {
    context ??= createContext();
    // Suspended by the browser's rules, or interrupted by a telephone call.
    if (context.state !== 'running') void context.resume();
    return context;
  };
  return {
    unlock: () => void opened(),
    ring(bell, volume) {
      if (volume <= 0) return;
      const audio = opened();
      const { toneHz, loudness } = STRIKES[bell];
      const whole = audio.createGain();
      whole.gain.value = loudness * volume;
      whole.connect(audio.destination);
      const nowS = audio.currentTime;
      for (const partial of PARTIALS) {
        const tone = audio.createOscillator();
        const fade = audio.createGain();
        tone.frequency.value = toneHz * partial.ratio;
        fade.gain.setValueAtTime(0, nowS);
        fade.gain.linearRampToValueAtTime(partial.gain, nowS + ATTACK_S);
        fade.gain.exponentialRampToValueAtTime(partial.gain / 1000, nowS + partial.decayS);
        tone.connect(fade).connect(whole);
        tone.start(nowS);
        tone.stop(nowS + partial.decayS);
      }
    },
  };
}
