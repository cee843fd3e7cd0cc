export { doingOf, keyframesNeeded, poseAsDone, variationFromStart, type Doing, type PoseAsDone } from './as-done.ts';
export {
  createCatalogue,
  keyframeOf,
  poseOf,
  shapeOf,
  type Catalogue,
  type CatalogueWay,
  type KeyframeSource,
} from './catalogue.ts';
export { nameFaults, type PoseContext } from './check-names.ts';
export type { Fault } from './fault.ts';
export {
  cardFile,
  formatKey,
  mirrorKey,
  parseKey,
  stripFile,
  withoutSide,
  type KeyframeKey,
  type KeyParts,
} from './key.ts';
export { mirrorShape } from './mirror-shape.ts';
export { nearestFirst } from './nearest.ts';
export { parsePose, parsePoses, type Parsed, type PoseFile } from './parse-pose.ts';
export { limits, type Limit } from './limit.ts';
export { aims, areas, depths, type Aim, type Area, type Bar, type Bodies, type Character, type Depth } from './pose.ts';
export type {
  AnotherPose,
  BreathCount,
  Camera,
  Cycle,
  Easing,
  Form,
  Need,
  Passage,
  PassageVariation,
  Pose,
  Position,
  PracticePose,
  Remark,
  Sides,
  SourceId,
  Variation,
  Way,
  Words,
} from './pose.ts';
export { poseSchema } from './pose-schema.ts';
export { propKinds } from './shape.ts';
export type * from './shape.ts';
export { resolveShape, type PairedNames } from './shape-resolve.ts';
export { pathSchema, shapeSchema } from './shape-schema.ts';
export { otherSide, sides, swapSide, type Side } from './side.ts';
export { supportedBy, type Solved, type Supported } from './supported.ts';
export { sayingOf, tryAnswers, tryShape, type Try, type TryAnswer, type TryStop, type TrySlider } from './try.ts';
export { trySchema } from './try-schema.ts';
export { checkName, vocabularyOf, type Vocabulary } from './vocabulary.ts';
export { legsOf, reachableFrom, route, type Leg } from './ways.ts';
export { fillWords, mirrorWords, tokensIn, type Filling } from './words.ts';
export { schemaFaults } from './schema-faults.ts';
export { describeError, readYaml, type ContentError, type YamlFile } from './yaml-file.ts';
