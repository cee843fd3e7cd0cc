export { breathMoment, type Breath, type BreathMoment } from './breath.ts';
export { defaultTimelineSettings, timeline, type TimelineSettings } from './build-timeline.ts';
export { chooseVariation, setBreath, setBreaths, setCatCowBreath } from './change-practice.ts';
export type { Bell, BellCue, Cue, SayCue } from './cue.ts';
export { breathAt, captionAt, nextUp, spanAt, stepAt, timeLeft } from './moments.ts';
export { motionAt, type FigureMoment } from './motion-at.ts';
export { parsePractice, type PracticeResult } from './parse-practice.ts';
export { englishPhrases, type Phrases } from './phrases.ts';
export {
  breathLimits,
  defaultBreath,
  defaultBreaths,
  holdSeconds,
  wholeMinutes,
  type BreathPace,
  type CatCowBreath,
  type Practice,
  type Step,
  type StepSide,
  type StepSides,
} from './practice.ts';
export type { DirectedWay, Motion, Span, SpanKind, TimedStep, TimedWay } from './span.ts';
export { defaultSpeech, speakingSeconds, type SpeechSettings } from './speaking.ts';
export type { Timeline } from './timeline.ts';
