/** Something said or sounded at a time. */
export type Cue = SayCue | BellCue;

export interface SayCue {
  readonly kind: 'say';
  /** Unique in the timeline, the same for the same practice. */
  readonly id: string;
  readonly startS: number;
  /** When the words end at the rate the timeline was made for. */
  readonly endS: number;
  readonly text: string;
  /** Always the spoken words: what is heard can be read. */
  readonly captionText: string;
  readonly purpose: 'opening' | 'announce' | 'guide' | 'breath' | 'closing';
  readonly spanIndex: number;
  readonly stepIndex: number | null;
}

export interface BellCue {
  readonly kind: 'bell';
  readonly id: string;
  readonly startS: number;
  /** Seconds kept free of words after the stroke. */
  readonly endS: number;
  readonly bell: Bell;
  readonly spanIndex: number;
  readonly stepIndex: number | null;
}

/** `begin` and `end` frame the practice; `side`, lower, stands before the second side. */
export type Bell = 'begin' | 'side' | 'end';
