export type {
  BallJoint,
  Body,
  Capsule,
  CapsulePair,
  Chain,
  Configuration,
  Coupling,
  HingeJoint,
  Joint,
  Landmark,
  Patch,
  RootJoint,
  Segment,
} from './body.ts';
export * from './centre-of-mass.ts';
export { createBody } from './create-body.ts';
export * from './jacobian.ts';
export { landmarkNames } from './landmarks.ts';
export * from './manifold.ts';
export * from './names.ts';
export type { Ease, PerSide } from './ease.ts';
export * from './parse-person.ts';
export { parseBodyTables } from './parse-tables.ts';
export { patchNames } from './patches.ts';
export * from './person-key.ts';
export * from './person-limits.ts';
export * from './person.ts';
export * from './problem.ts';
export type { Result } from './result.ts';
export * from './shoulder.ts';
export * from './sides.ts';
export { segmentNames } from './skeleton.ts';
export * from './state.ts';
export * from './statics.ts';
export { bodyTableNames, couplingMuscles, type BodyTables, type CouplingMuscle } from './tables.ts';
