import type { BrowserContext, Page } from 'playwright-core';

/** What someone who listens to and watches a session could swear to afterwards. */
export interface Testimony {
  /** Every sentence handed to the voice, in order. */
  readonly spoken: readonly string[];
  /** Sentences that were cut off before their end. */
  readonly cutOff: readonly string[];
  /** Sentences that were begun while another was still being said. */
  readonly talkedOver: readonly string[];
  /** Every line of words on the screen, in order. */
  readonly captions: readonly string[];
  /** Each step as it came up. */
  readonly steps: readonly SeenStep[];
}

export interface SeenStep {
  readonly title: string;
  /** The highest breath that was counted. */
  breaths: number;
  /** The time left when the first breath was seen, and when the last was; in seconds of the session. */
  firstBreathAtS: number | null;
  lastBreathAtS: number | null;
}

/**
 * Gives every page of a visitor a voice that says nothing but takes its time, as fast as the session's clock runs, and
 * someone who writes down what was said and shown. To be called before a page is opened.
 * @param clockRate seconds of the session in one real second
 */
export async function bringWitness(context: BrowserContext, clockRate: number): Promise<void> {
  await context.addInitScript(standIn, clockRate);
}

export async function testimonyOf(page: Page): Promise<Testimony> {
  return page.evaluate(() => (globalThis as unknown as { testimony: Testimony }).testimony);
}

/** Runs inside the page, before its own scripts; must not refer to anything outside itself. */
function standIn(clockRate: number): void {
  const charactersASecond = 13;
  const testimony = {
    spoken: [] as string[],
    cutOff: [] as string[],
    talkedOver: [] as string[],
    captions: [] as string[],
    steps: [] as SeenStep[],
  };
  Object.assign(globalThis, { testimony });

  class Utterance {
    text: string;
    voice: unknown = null;
    lang = '';
    rate = 1;
    volume = 1;
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  let current: Utterance | undefined;
  const synthesis = {
    paused: false,
    pending: false,
    get speaking() {
      return current !== undefined;
    },
    getVoices: () => [{ name: 'Quiet', lang: 'en-GB', voiceURI: 'quiet', default: true, localService: true }],
    addEventListener: () => {},
    removeEventListener: () => {},
    resume: () => {},
    speak(utterance: Utterance) {
      if (utterance.text.trim() === '') return;
      if (current !== undefined) testimony.talkedOver.push(utterance.text);
      testimony.spoken.push(utterance.text);
      current = utterance;
      utterance.onstart?.();
      const durationMs = (utterance.text.length / charactersASecond / utterance.rate) * 1000;
      setTimeout(() => {
        if (current !== utterance) return;
        current = undefined;
        utterance.onend?.();
      }, durationMs / clockRate);
    },
    cancel() {
      const cut = current;
      if (cut === undefined) return;
      testimony.cutOff.push(cut.text);
      current = undefined;
      cut.onerror?.({ error: 'canceled' });
    },
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });

  const text = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';
  const look = (): void => {
    const session = 'main.session';
    if (document.querySelector(session) === null) return;
    const caption = text(`${session} [aria-label="Spoken words"]`);
    if (caption !== '' && caption !== testimony.captions.at(-1)) testimony.captions.push(caption);
    const title = text(`${session} h2`);
    if (title !== '' && title !== testimony.steps.at(-1)?.title) {
      testimony.steps.push({ title, breaths: 0, firstBreathAtS: null, lastBreathAtS: null });
    }
    const now = testimony.steps.at(-1);
    const breath = /(\d+) of \d+/.exec(text(`${session} [aria-label="Breath"]`))?.[1];
    if (now === undefined || breath === undefined) return;
    const [minutes = 0, seconds = 0] = text(`${session} [role="timer"]`).split(':').map(Number);
    now.breaths = Math.max(now.breaths, Number(breath));
    now.lastBreathAtS = minutes * 60 + seconds;
    now.firstBreathAtS ??= now.lastBreathAtS;
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
