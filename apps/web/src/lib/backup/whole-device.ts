import { parsePerson } from '@sacra/body';
import { parseAsked } from '../compose/asked.ts';
import type { KeptJson } from '../compose/kept-json.ts';
import type { LikingsStore } from '../compose/likings.svelte.ts';
import { joinedLikings, parseLikings } from '../compose/likings-document.ts';
import { isLent } from '../practice/lent-practice.ts';
import { emptyDocument, joined, parseSafetyDocument } from '../safety/safety-document.ts';
import type { SettingsStore } from '../settings/settings-store.svelte.ts';
import { parseSettings, storedSettings } from '../settings/settings.ts';
import type { SafetyStore } from '../storage/safety-store.ts';
import type { Stores } from '../storage/stores.ts';
import type { Backup } from './backup.ts';

/** All the places where something of a person is kept, but for what can be made again. */
export interface WholeDevice {
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  readonly safety: Pick<SafetyStore, 'load' | 'save'>;
  readonly asked: KeptJson;
  readonly likings: Pick<LikingsStore, 'load' | 'current' | 'put'>;
  openStores(): Promise<Pick<Stores, 'diary' | 'practices' | 'body'>>;
  /** ISO 8601 with the offset of the person's clock. */
  now(): string;
}

/** What came back of a backup. */
export interface BroughtBack {
  /** Records of the diary that were not here. */
  readonly entries: number;
  readonly practices: number;
  readonly body: boolean;
  readonly answers: boolean;
  /** Parts that this version can't read. They are left as they are here. */
  readonly unreadable: readonly ('body' | 'answers')[];
}

/** Rejects when something that is kept can't be read just now: half a backup would be a false promise. */
export async function backupOf(device: WholeDevice): Promise<Backup> {
  const { diary, practices, body } = await device.openStores();
  device.likings.load();
  const parts = {
    settings: storedSettings(device.settings.current),
    safety: device.safety.load(),
    asked: device.asked.load(),
    likings: device.likings.current,
    body: await body.load(),
  };
  return {
    format: 'sacra.backup',
    version: 1,
    writtenAt: device.now(),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
    diary: await diary.readAll(),
    practices: (await practices.all()).filter(({ id }) => !isLent(id)).map(({ id, raw }) => ({ id, raw })),
  };
}

/**
 * Nothing that is here is lost by it: the diary and the practices get what they lack, answers and likings are joined with those said
 * here. The body and the settings become those of the backup. Rejects when it can't be written; then it can be tried again.
 */
export async function bringBack(device: WholeDevice, backup: Backup): Promise<BroughtBack> {
  const stores = await device.openStores();
  const entries = await stores.diary.bringBack(backup.diary);
  const here = new Set((await stores.practices.all()).map(({ id }) => id));
  const missing = backup.practices.filter(({ id }) => !here.has(id));
  for (const practice of missing) await stores.practices.putBack(practice);

  const hasBody = backup.body !== undefined;
  const isBodyRead = hasBody && parsePerson(backup.body).ok;
  if (isBodyRead) await stores.body.save(backup.body);

  const answers = backup.safety === undefined ? undefined : parseSafetyDocument(backup.safety);
  // What was said here since counts: an answer that holds one back isn't overruled by an older one.
  if (answers !== undefined)
    device.safety.save(joined(answers, parseSafetyDocument(device.safety.load()) ?? emptyDocument));

  if (backup.settings !== undefined) device.settings.change(parseSettings(backup.settings));
  if (backup.asked !== undefined) device.asked.save(parseAsked(backup.asked));
  if (backup.likings !== undefined) {
    device.likings.load();
    device.likings.put(joinedLikings(parseLikings(backup.likings), device.likings.current));
  }
  return {
    entries,
    practices: missing.length,
    body: isBodyRead,
    answers: answers !== undefined,
    unreadable: [
      ...(hasBody && !isBodyRead ? (['body'] as const) : []),
      ...(backup.safety !== undefined && answers === undefined ? (['answers'] as const) : []),
    ],
  };
}
