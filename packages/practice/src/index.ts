export { adaptPractice, type Adapting } from './adapt/adapt-practice.ts';
export type { Adapted, StepChange } from './adapt/adapted.ts';
export { breathMoment, type Breath, type BreathMoment } from './breath.ts';
export { defaultTimelineSettings, timeline, type TimelineSettings } from './build-timeline.ts';
export {
  chooseVariation,
  copyPractice,
  renamePractice,
  setBreath,
  setBreaths,
  setCatCowBreath,
} from './change-practice.ts';
export {
  dropStep,
  moveStep,
  restoreStep,
  swapStep,
  type Dropped,
  type DroppedStep,
  type Moved,
} from './change/change-steps.ts';
export { dropPose, keepForm, letGoOfForm, takePoseBack, type Likings } from './change/likings.ts';
export { minutesLimits, setMinutes, type Lengthened, type SettingMinutes } from './change/set-minutes.ts';
export { alternativesFor } from './compose/alternatives.ts';
export { bearsToday, type BearsToday } from './compose/bears-today.ts';
export { composeProblem, createComposer, type Compose, type Composed } from './compose/compose.ts';
export { explainPractice, type Explained, type Note } from './compose/explain.ts';
export { levelReached } from './compose/level.ts';
export type { ComposeModel } from './compose/model.ts';
export { orderAdvice, type OrderAdvice } from './compose/order-advice.ts';
export { programmeOf } from './compose/programme.ts';
export { solveModel } from './compose/solve-model.ts';
export type { LeftOut, LeftOutWhy } from './compose/left-out.ts';
export {
  composeLevels,
  composeMinutes,
  wishes,
  type ComposeRequest,
  type Level,
  type Pain,
  type PastSession,
  type Wish,
} from './compose/request.ts';
export { keyOfStepId, stepIdFor } from './compose/step-id.ts';
export type { StepWhy } from './compose/why.ts';
export type { Bell, BellCue, Cue, SayCue } from './cue.ts';
export { breathAt, captionAt, nextUp, spanAt, stepAt, timeLeft, wholeBreathAt } from './moments.ts';
export { fitStep, keyframesOfStep, type FitOf, type KeyframeFit, type StepFit } from './fit-to-body.ts';
export { placeOf } from './import/place-of.ts';
export {
  importLimits,
  readPractice,
  writePractice,
  type ImportRefusal,
  type ReadPractice,
} from './import/read-practice.ts';
export { motionAt, type FigureMoment } from './motion-at.ts';
export { neededBy, type Needed } from './needed-by.ts';
export { parsePractice, type PracticeResult } from './parse-practice.ts';
export { plainText, practiceSchema } from './practice-schema.ts';
export { englishPhrases, type Phrases } from './phrases.ts';
export {
  breathLimits,
  defaultBreath,
  defaultBreaths,
  holdSeconds,
  practiceLimits,
  wholeMinutes,
  type BreathPace,
  type CatCowBreath,
  type Practice,
  type Step,
  type StepSide,
  type StepSides,
} from './practice.ts';
export { choiceOfOne, practiceOfOne } from './practice-of-one.ts';
export type { DirectedWay, Motion, Span, SpanKind, TimedStep, TimedWay } from './span.ts';
export { defaultSpeech, speakingSeconds, type SpeechSettings } from './speaking.ts';
export type { Timeline } from './timeline.ts';
