/** What becomes of one spoken text. After `cancel`, or once another text is spoken, nothing more is reported about it. */
export type SpeechReport =
  { readonly type: 'started' } | { readonly type: 'ended' } | { readonly type: 'failed'; readonly reason: string };

/** Something that can say a text aloud. A new text cancels the one before it. */
export interface SpeechPort {
  speak(text: string, report: (report: SpeechReport) => void): void;
  cancel(): void;
  /** Must be called from a press: browsers allow sound only after one. */
  unlock(): void;
}
