import type { PracticeStore } from '../storage/practice-store.ts';

/**
 * A practice that is kept without having been saved: so that it can be begun, outlives a reload, and the diary leads back to it. It lies
 * beside the person's own and isn't listed with them.
 */
export const isLent = (id: string): boolean => id.startsWith(prefix);

export const lentId = (unique: string): string => `${prefix}${unique}`;

const prefix = 'lent-';
const mostLent = 20;

/** Lets go of the oldest that were lent. */
export async function forgetOldLent(practices: Pick<PracticeStore, 'all' | 'remove'>): Promise<void> {
  const lent = (await practices.all()).filter(({ id }) => isLent(id));
  const newestFirst = lent.toSorted((a, b) => writtenAt(b.raw) - writtenAt(a.raw));
  for (const { id } of newestFirst.slice(mostLent)) await practices.remove(id);
}

function writtenAt(raw: unknown): number {
  const at = typeof raw === 'object' && raw !== null && 'writtenAtMs' in raw ? raw.writtenAtMs : 0;
  return typeof at === 'number' ? at : 0;
}
