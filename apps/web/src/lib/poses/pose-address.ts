import { resolve } from '$app/paths';
import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';

/**
 * The page of a pose, or the place on it where a variation is told: `/poses/pigeon/#cushion`. A variation that is another pose has that
 * pose's page.
 */
export function poseAddress(catalogue: Catalogue, { pose, variation }: Choice): string {
  const form = catalogue.poses.get(pose)?.variations.find(({ id }) => id === variation)?.form;
  if (form?.kind === 'pose') return pageOf(form.pose);
  return variation === null ? pageOf(pose) : `${pageOf(pose)}#${variation}`;
}

const pageOf = (id: string): string => resolve('/poses/[id]', { id });
