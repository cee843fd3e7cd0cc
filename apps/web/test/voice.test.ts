import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { browserSpeech } from '../src/lib/voice/browser-speech.ts';
import { orderVoices, pickVoice } from '../src/lib/voice/order-voices.ts';
import { splitUtterances } from '../src/lib/voice/split-utterances.ts';

describe('splitting a text into utterances', () => {
  test('keeps every word in its order', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}[.,!?…;]?$/), { maxLength: 80 });
    fc.assert(
      fc.property(words, (given) => {
        const text = given.join(' ');
        const said = splitUtterances(text, 60);
        expect(said.join(' ').split(/\s+/).filter(Boolean)).toEqual(given);
      }),
    );
  });

  test('makes no part longer than the limit while there is a space to cut at', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, (given) => {
        for (const part of splitUtterances(given.join(' '), 40)) expect(part.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test('cuts at the ends of sentences', () => {
    expect(splitUtterances('Hips sink back. Arms reach forward! Rest here …')).toEqual([
      'Hips sink back.',
      'Arms reach forward!',
      'Rest here …',
    ]);
  });
});

describe('the voices on offer', () => {
  const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService, voiceURI: name });
  const list = [
    voice('Anna', 'de-DE'),
    voice('Cloud', 'en-GB', false),
    voice('Sam', 'en_US'),
    voice('Daniel', 'en-GB'),
  ];

  test('come best first: the region, then the language, the device before the network', () => {
    expect(orderVoices(list, 'en-GB').map(({ name }) => name)).toEqual(['Daniel', 'Cloud', 'Sam']);
  });

  test('are all there when none speaks the language', () => {
    expect(orderVoices([voice('Anna', 'de-DE')], 'en-GB').map(({ name }) => name)).toEqual(['Anna']);
  });

  test('a chosen voice that is gone gives way to the best one', () => {
    const ordered = orderVoices(list, 'en-GB');
    expect(pickVoice(ordered, 'Sam')?.name).toBe('Sam');
    expect(pickVoice(ordered, 'Gone')?.name).toBe('Daniel');
    expect(pickVoice([], 'Gone')).toBeUndefined();
  });
});

/** A browser's voice that speaks only when told to, so that a test can stand at any moment. */
function fakeSynthesis() {
  const queue: SpeechSynthesisUtterance[] = [];
  return {
    queue,
    cancelled: 0,
    paused: false,
    speaking: false,
    get pending() {
      return queue.length > 0;
    },
    speak(utterance: SpeechSynthesisUtterance) {
      queue.push(utterance);
    },
    cancel() {
      this.cancelled += 1;
      // As in browsers: what is thrown away reports an error.
      for (const utterance of queue.splice(0)) fire(utterance, 'onerror', { error: 'interrupted' });
    },
    resume() {
      this.paused = false;
    },
    /** Says the next utterance from beginning to end. */
    sayNext(): string {
      const utterance = queue.shift() as SpeechSynthesisUtterance;
      fire(utterance, 'onstart', {});
      fire(utterance, 'onend', {});
      return utterance.text;
    },
  };
}

function fire(utterance: SpeechSynthesisUtterance, handler: 'onstart' | 'onend' | 'onerror', event: object): void {
  (utterance[handler] as ((event: object) => void) | null)?.call(utterance, event);
}

const createUtterance = (text: string) =>
  ({ text, onstart: null, onend: null, onerror: null }) as unknown as SpeechSynthesisUtterance;
const choice = () => ({ voice: undefined, rate: 0.9, volume: 1 });

describe("the browser's voice", () => {
  test('says sentence after sentence and reports one start and one end', () => {
    const synthesis = fakeSynthesis();
    const reports: string[] = [];
    browserSpeech(synthesis, createUtterance, choice).speak('One. Two. Three.', ({ type }) => reports.push(type));
    expect(synthesis.queue).toHaveLength(1);
    expect([synthesis.sayNext(), synthesis.sayNext(), synthesis.sayNext()]).toEqual(['One.', 'Two.', 'Three.']);
    expect(reports).toEqual(['started', 'ended']);
  });

  test('a new text cancels the one before it, of which nothing more is heard', () => {
    const synthesis = fakeSynthesis();
    const speech = browserSpeech(synthesis, createUtterance, choice);
    const first: string[] = [];
    const second: string[] = [];
    speech.speak('One. Two.', ({ type }) => first.push(type));
    speech.speak('Other.', ({ type }) => second.push(type));
    expect(synthesis.queue.map(({ text }) => text)).toEqual(['Other.']);
    synthesis.sayNext();
    expect(first).toEqual([]);
    expect(second).toEqual(['started', 'ended']);
  });

  test('a failing voice is reported once and says no further sentence', () => {
    const synthesis = fakeSynthesis();
    const reports: object[] = [];
    browserSpeech(synthesis, createUtterance, choice).speak('One. Two.', (report) => reports.push(report));
    const utterance = synthesis.queue.shift() as SpeechSynthesisUtterance;
    fire(utterance, 'onerror', { error: 'network' });
    expect(reports).toEqual([{ type: 'failed', reason: 'network' }]);
    expect(synthesis.queue).toEqual([]);
  });

  test('a queue left paused is set going again, or new words would wait for ever', () => {
    const synthesis = fakeSynthesis();
    synthesis.paused = true;
    browserSpeech(synthesis, createUtterance, choice).speak('One.', () => {});
    expect(synthesis.paused).toBe(false);
  });
});
