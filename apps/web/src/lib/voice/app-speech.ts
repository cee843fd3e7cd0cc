import { testHook } from '../clock/test-hook.ts';
import type { Settings } from '../settings/settings.ts';
import { browserSpeech } from './browser-speech.ts';
import { instantSpeech } from './instant-speech.ts';
import type { SpeechPort } from './speech-port.ts';
import type { VoiceList } from './voice-list.svelte.ts';

/** The device's own voice, as the settings stand when a line begins. Where there is none, each line fails at once. */
export function appSpeech(settings: () => Settings, voices: VoiceList): SpeechPort {
  if (testHook().voice === 'silent-fast') return instantSpeech();
  if (!('speechSynthesis' in globalThis)) return noSpeech;
  const spoken = browserSpeech(
    speechSynthesis,
    (text) => new SpeechSynthesisUtterance(text),
    () => {
      const { voiceUri, voiceRate, voiceVolume } = settings();
      return { voice: voices.pick(voiceUri), rate: voiceRate, volume: voiceVolume };
    },
  );
  return {
    speak(text, report) {
      // A browser without a single voice would neither speak nor say that it can't.
      if (voices.voices.length === 0) report({ type: 'failed', reason: 'this device has no voice' });
      else spoken.speak(text, report);
    },
    cancel: () => spoken.cancel(),
    unlock: () => spoken.unlock(),
  };
}

const noSpeech: SpeechPort = {
  speak: (_text, report) => report({ type: 'failed', reason: 'this browser cannot speak' }),
  cancel: () => {},
  unlock: () => {},
};
