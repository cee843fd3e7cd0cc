import { orderVoices, pickVoice } from './order-voices.ts';

/** The voices of this device for the language of the words. Browsers hand them over late, so the list may fill later. */
export class VoiceList {
  #synthesis: SpeechSynthesis | undefined;
  #language: string;
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);

  constructor(synthesis: SpeechSynthesis | undefined, language = 'en-GB') {
    this.#synthesis = synthesis;
    this.#language = language;
    this.#refresh();
  }

  /** Best first. */
  get voices(): readonly SpeechSynthesisVoice[] {
    return this.#voices;
  }

  pick(chosenUri: string | undefined): SpeechSynthesisVoice | undefined {
    return pickVoice(this.#voices, chosenUri);
  }

  /** Follows the browser's list until the returned function is called. */
  follow(): () => void {
    const refresh = () => this.#refresh();
    this.#synthesis?.addEventListener('voiceschanged', refresh);
    this.#refresh();
    return () => this.#synthesis?.removeEventListener('voiceschanged', refresh);
  }

  #refresh(): void {
    this.#voices = orderVoices(this.#synthesis?.getVoices() ?? [], this.#language);
  }
}
