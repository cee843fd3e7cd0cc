import { resolve } from '$app/paths';
import { fivePosePractice } from '../content/five-pose.ts';

/** Where a practice is looked at or begun: the five poses by the bare address, any other by its id. */
export function practiceAddress(route: '/practice' | '/session', id: string): string {
  const address = resolve(route);
  return id === fivePosePractice.id ? address : `${address}?practice=${encodeURIComponent(id)}`;
}
