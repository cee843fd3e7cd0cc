import { poseAsDone, type Catalogue } from '@sacra/pose';
import { vetSteps, type Barring, type Choice, type Clearance } from '@sacra/safety';

/** Whether a pose is for a person now: what speaks against it, and what stands in its place, where anything does. */
export type ForPerson =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'barred'; readonly because: readonly Barring[]; readonly instead: StandIn | undefined };

export interface StandIn {
  readonly choice: Choice;
  /** Its name on the screen, with that of the variation where it is one. */
  readonly name: string;
}

export function forPerson(clearance: Clearance, catalogue: Catalogue, choice: Choice): ForPerson {
  const [vetted] = vetSteps(clearance, catalogue, [choice]);
  switch (vetted?.kind) {
    case 'replaced':
      return { kind: 'barred', because: vetted.because, instead: standIn(catalogue, vetted.by) };
    case 'left-out':
      return { kind: 'barred', because: vetted.because, instead: undefined };
    case 'allowed':
      return { kind: 'allowed' };
    case 'unknown':
    case undefined:
      throw new Error(`The catalogue has no "${choice.pose}" with variation "${choice.variation}" to practise.`);
  }
}

/** "Reclined Figure-Four", "Child's Pose, wide knees"; a variation that is another pose by that pose's name. */
export function standIn(catalogue: Catalogue, choice: Choice): StandIn {
  const { title, variation, variationName } = poseAsDone(catalogue, choice.pose, choice.variation);
  if (variation?.form.kind === 'pose') return standIn(catalogue, { pose: variation.form.pose, variation: null });
  return { choice, name: variationName === null ? title : `${title}, ${startingLow(variationName)}` };
}

export const startingLow = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
