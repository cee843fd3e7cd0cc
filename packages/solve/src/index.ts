export { iterationParts, type IterationParts } from './iteration-parts.ts';
export {
  measureKeyframe,
  solveKeyframe,
  type Starts,
  type Keyframe,
  type KeyframeContact,
  type SolvedKeyframe,
} from './keyframe.ts';
export { answersTo, fitOf, type Because, type Fit } from './fit.ts';
export type { Deviation } from './deviations.ts';
export { keyframeLaws, type ShapeMeasure } from './measure.ts';
export { mirrorBody } from './mirror-body.ts';
export { lengthScale, type AnchorLookup } from './problem.ts';
export { standAsElsewhere, type PlacedProp } from './surfaces.ts';
export { jointGroups } from './tolerances.ts';
export type { Clip, SolvedClip, Stretch } from './transition/clip.ts';
export { solveTransition } from './transition/solve-transition.ts';
export type { TransitionPlan } from './transition/plan.ts';
export { measureClip, pathFraction, type ClipMeasure } from './transition/measure-clip.ts';
export { catalogueSolver, type CatalogueSolver, type Keyframes, type Reference } from './solve-catalogue.ts';
export { mirrorKeyframe } from './mirror.ts';
export { isEven } from './even.ts';
export {
  atlasFit,
  atlasKeyframe,
  atlasMoment,
  mirrorWay,
  referenceOf,
  type Atlas,
  type AtlasFit,
} from './atlas/atlas.ts';
export { sampleClip } from './atlas/sample-clip.ts';
export {
  atlasOf,
  orderAlong,
  solveAtlas,
  solvePieces,
  type AtlasOptions,
  type AtlasPiece,
  type KnownPieces,
  type SolvedPiece,
} from './atlas/solve-atlas.ts';
export { decodeAtlas, encodeAtlas, encodingError, type AtlasFault } from './atlas/encode.ts';
export * from './loads/index.ts';
export { zeroBetween } from './zero-between.ts';
