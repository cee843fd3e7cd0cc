import type { SpeechPort, SpeechReport } from './speech-port.ts';
import { splitUtterances } from './split-utterances.ts';

export interface VoiceChoice {
  readonly voice: SpeechSynthesisVoice | undefined;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** The part of `SpeechSynthesis` this needs. */
type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'resume' | 'paused' | 'speaking' | 'pending'>;

/**
 * The browser's speech synthesis as a port. Sentences are handed over one after another, because some browsers cut a long
 * utterance. A voice that never starts or never ends is the listener's to notice: browsers do not report it.
 */
export function browserSpeech(
  synthesis: Synthesis,
  createUtterance: (text: string) => SpeechSynthesisUtterance,
  choice: () => VoiceChoice,
): SpeechPort {
  /** Held on to: some browsers drop the events of an utterance that nothing refers to. */
  let current: { readonly utterances: SpeechSynthesisUtterance[] } | undefined;

  function speak(text: string, report: (report: SpeechReport) => void): void {
    cancel();
    const parts = splitUtterances(text);
    const run = { utterances: [] as SpeechSynthesisUtterance[] };
    current = run;
    const finish = (last: SpeechReport) => {
      if (current !== run) return;
      current = undefined;
      report(last);
    };
    const sayFrom = (index: number) => {
      if (current !== run) return;
      const part = parts[index];
      if (part === undefined) return finish({ type: 'ended' });
      const utterance = dress(createUtterance(part), choice());
      utterance.onstart = () => {
        if (current === run && index === 0) report({ type: 'started' });
      };
      utterance.onend = () => sayFrom(index + 1);
      utterance.onerror = (event) => finish({ type: 'failed', reason: event.error });
      run.utterances.push(utterance);
      synthesis.speak(utterance);
    };
    sayFrom(0);
  }

  function cancel(): void {
    current = undefined;
    // A paused queue stays silent for ever in some browsers, even for new words.
    if (synthesis.paused) synthesis.resume();
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
  }

  function unlock(): void {
    const breath = createUtterance(' ');
    breath.volume = 0;
    synthesis.speak(breath);
  }

  return { speak, cancel, unlock };
}

function dress(utterance: SpeechSynthesisUtterance, { voice, rate, volume }: VoiceChoice): SpeechSynthesisUtterance {
  if (voice !== undefined) utterance.voice = voice;
  utterance.lang = voice?.lang ?? 'en-GB';
  utterance.rate = rate;
  utterance.volume = volume;
  return utterance;
}
