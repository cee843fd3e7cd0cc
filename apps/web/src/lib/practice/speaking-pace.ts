/** System voices speak about this many words a minute at their own pace (rate 1); see `SpeechSettings` in @sacra/practice. */
const WORDS_PER_MINUTE_AT_RATE_1 = 170;

/** What the timeline is told about the voice, within what it accepts. */
export function wordsPerMinute(voiceRate: number): number {
  return Math.min(260, Math.max(80, Math.round(WORDS_PER_MINUTE_AT_RATE_1 * voiceRate)));
}
