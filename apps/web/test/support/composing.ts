import { createCatalogue, type Pose } from '@sacra/pose';
import { clearanceOf, itemsOf, type Answer, type Clearance } from '@sacra/safety';
import { defaultAsked, type Asked } from '../../src/lib/compose/asked.ts';
import { keptJson, type TextStorage } from '../../src/lib/compose/kept-json.ts';
import { LikingsStore } from '../../src/lib/compose/likings.svelte.ts';
import { requestFor } from '../../src/lib/compose/request-for.ts';
import poses from '../../src/lib/content/generated/poses.json';
import { checklist } from '../../src/lib/safety/safety-content.ts';
import { defaultSettings } from '../../src/lib/settings/settings.ts';

/** All poses, as the app carries them. */
export const catalogue = createCatalogue(poses as unknown as readonly Pose[]);
export const now = '2026-03-02T12:00:00+01:00';

/** What follows from a no to everything but what is given. */
export function clearanceWith(given: Readonly<Record<string, Answer>> = {}): Clearance {
  return clearanceOf(
    checklist,
    new Map(itemsOf(checklist).map(({ id }) => [id, { answer: given[id] ?? 'no', at: now }] as const)),
  );
}

export function inMemory(): TextStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
}

export const newLikings = (storage = inMemory()): LikingsStore => new LikingsStore(keptJson('likings', () => storage));

export function request(
  asked: Partial<Asked> = {},
  likings = newLikings(),
  given: Readonly<Record<string, Answer>> = {},
) {
  return requestFor(
    { ...defaultAsked, ...asked },
    {
      catalogue,
      clearance: clearanceWith(given),
      entries: [],
      likings: likings.current,
      settings: defaultSettings,
      now,
      seed: 1,
    },
  );
}
