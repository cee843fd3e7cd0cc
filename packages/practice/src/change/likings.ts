import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { formOf } from '../compose/form.ts';
import type { ComposeRequest } from '../compose/request.ts';

/** What a person has said for every practice to come. Goes into a request to the composer as it is. */
export type Likings = Pick<ComposeRequest, 'kept' | 'unwanted'>;

/** Lock: the form is to be in every practice in which it may be done and fits. */
export function keepForm(catalogue: Catalogue, likings: Likings, choice: Choice): Likings {
  return { ...likings, kept: withKey(likings.kept, formOf(catalogue, choice).key) };
}

/** Takes {@link keepForm} back. */
export function letGoOfForm(catalogue: Catalogue, likings: Likings, choice: Choice): Likings {
  return { ...likings, kept: withoutKey(likings.kept, formOf(catalogue, choice).key) };
}

/** Drop for good: the pose comes no more in any form, though it be kept. What was kept is kept again when the pose is taken back. */
export function dropPose(catalogue: Catalogue, likings: Likings, choice: Choice): Likings {
  return { ...likings, unwanted: withKey(likings.unwanted, formOf(catalogue, choice).choice.pose) };
}

/** Takes {@link dropPose} back. */
export function takePoseBack(catalogue: Catalogue, likings: Likings, choice: Choice): Likings {
  return { ...likings, unwanted: withoutKey(likings.unwanted, formOf(catalogue, choice).choice.pose) };
}

const withKey = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => new Set([...keys, key]);
const withoutKey = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set([...keys].filter((one) => one !== key));
