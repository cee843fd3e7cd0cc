import { browserClock, type Clock } from '../clock/clock.ts';
import { browserHeartbeat, type Heartbeat } from '../clock/heartbeat.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import { webAudioBell, type BellPort } from '../sound/bell.ts';
import { appSpeech } from '../voice/app-speech.ts';
import type { SpeechPort } from '../voice/speech-port.ts';
import { VoiceList } from '../voice/voice-list.svelte.ts';
import { browserWakeLock, type WakeLockHolder } from '../wake-lock/wake-lock.ts';

/** What a session sounds and keeps time with. Tests hand in their own. */
export interface Instruments {
  readonly clock: Clock;
  readonly heartbeat: Heartbeat;
  readonly speech: SpeechPort;
  readonly bell: BellPort;
  readonly wakeLock: WakeLockHolder;
}

let made: Instruments | undefined;

/** The browser's instruments, made once: sound unlocked by a press on one page must still be open on the next. */
export function browserInstruments(): Instruments {
  if (made === undefined) {
    const voices = new VoiceList(typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis);
    voices.follow();
    made = {
      clock: browserClock(),
      heartbeat: browserHeartbeat,
      speech: appSpeech(() => settings.current, voices),
      bell: webAudioBell(() => new AudioContext()),
      wakeLock: browserWakeLock(),
    };
  }
  return made;
}

/** To be called from the press that begins a session: browsers stay silent without one. */
export function unlockSound(): void {
  const { speech, bell } = browserInstruments();
  speech.unlock();
  bell.unlock();
}
