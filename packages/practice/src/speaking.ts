/** How the words of a timeline are timed. */
export interface SpeechSettings {
  /** Words a minute of the voice that will speak, pauses left out: 80 … 260. System voices at their normal rate speak about 170. */
  readonly wordsPerMinute: number;
}

/** A slow reader's pace, on the safe side of most voices at a calm rate. */
export const defaultSpeech: SpeechSettings = { wordsPerMinute: 150 };

const breathBetweenSentencesS = 0.5;
const restAtCommaS = 0.2;
/** From being asked to the first sound. */
const startUpS = 0.3;

/** Seconds that `text` takes to be spoken: words at the given rate, with rests between sentences and at commas. */
export function speakingSeconds(text: string, speech: SpeechSettings): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (words === 0) return 0;
  const sentenceEnds = text.match(/[.!?:;…]+(?=\s)/gu)?.length ?? 0;
  const commas = text.match(/,(?=\s)|\s[–—]\s/gu)?.length ?? 0;
  return (
    startUpS + (words / speech.wordsPerMinute) * 60 + sentenceEnds * breathBetweenSentencesS + commas * restAtCommaS
  );
}
