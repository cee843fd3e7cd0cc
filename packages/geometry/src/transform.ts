import {
  quatConjugate,
  quatIdentity,
  quatMultiply,
  quatRotate,
  quatRotateInverse,
  type Quaternion,
} from './quaternion.ts';
import { add, scale, subtract, type Vec3 } from './vec3.ts';

/** A rigid motion: turn by `rotation`, then move by `translationM` (metres). Named `aToB`, it takes points of a to b. */
export interface RigidTransform {
  readonly rotation: Quaternion;
  readonly translationM: Vec3;
}

export const identityTransform: RigidTransform = { rotation: quatIdentity, translationM: [0, 0, 0] };

/** `compose(bToC, aToB)` is `aToC`. */
export const compose = (outer: RigidTransform, inner: RigidTransform): RigidTransform => ({
  rotation: quatMultiply(outer.rotation, inner.rotation),
  translationM: add(outer.translationM, quatRotate(outer.rotation, inner.translationM)),
});

export const invert = (transform: RigidTransform): RigidTransform => ({
  rotation: quatConjugate(transform.rotation),
  translationM: scale(quatRotateInverse(transform.rotation, transform.translationM), -1),
});

export const transformPoint = (transform: RigidTransform, pointM: Vec3): Vec3 =>
  add(transform.translationM, quatRotate(transform.rotation, pointM));

/** The inverse of `transformPoint`. */
export const untransformPoint = (transform: RigidTransform, pointM: Vec3): Vec3 =>
  quatRotateInverse(transform.rotation, subtract(pointM, transform.translationM));
