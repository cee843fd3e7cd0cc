export { barredBy, mayMove, mayPlay, type Barring } from './allowed.ts';
export {
  answerWords,
  latestAnswers,
  noneOfThese,
  toShow,
  type Answer,
  type Answers,
  type Check,
  type DatedAnswer,
} from './answers.ts';
export {
  advices,
  itemsOf,
  tiers,
  type Action,
  type Adaptation,
  type AdviceId,
  type Checklist,
  type Effect,
  type Item,
  type Review,
  type Tier,
  type TierList,
} from './checklist.ts';
export { clearanceOf, levels, type Clearance, type DueAction, type HeldLimit, type Level } from './clearance.ts';
export { answersNow, checkDue, whys, type Due, type Why } from './due.ts';
export { flaresIn } from './flare.ts';
export { emptyHistory, type SafetyEvent, type SafetyHistory } from './history.ts';
export { positionsBarred } from './passing.ts';
export { regionOf, type Line, type Region } from './region.ts';
export { vetSteps, type Choice, type Vetted } from './vet.ts';
