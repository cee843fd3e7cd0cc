import { wholeCatalogue } from '#lib/content/whole-catalogue.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** Every pose that can be practised has a page of its own. */
export const entries: EntryGenerator = () =>
  [...wholeCatalogue.poses.values()].filter(({ purpose }) => purpose === 'practice').map(({ id }) => ({ id }));

/** Undefined for an address that is none: somebody typed it, or followed a link to a pose that there is no more. */
export const load: PageLoad = ({ params }) => {
  const pose = wholeCatalogue.poses.get(params.id);
  return { pose: pose?.purpose === 'practice' ? pose : undefined };
};
