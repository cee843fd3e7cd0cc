import 'fake-indexeddb/auto';
import { personDocument, referencePerson } from '@sacra/body';
import { createCheckIn, readDiary } from '@sacra/diary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BackupDesk } from '../src/lib/backup/backup-desk.svelte.ts';
import { readBackup, writeBackup } from '../src/lib/backup/backup.ts';
import { backupOf, bringBack, type WholeDevice } from '../src/lib/backup/whole-device.ts';
import { defaultAsked, parseAsked } from '../src/lib/compose/asked.ts';
import { keptJson } from '../src/lib/compose/kept-json.ts';
import { LikingsStore } from '../src/lib/compose/likings.svelte.ts';
import { emptyDocument, parseSafetyDocument } from '../src/lib/safety/safety-document.ts';
import { usualLook } from '../src/lib/settings/look.ts';
import { SettingsStore } from '../src/lib/settings/settings-store.svelte.ts';
import { bodyStore } from '../src/lib/storage/body-store.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';
import { diaryStore } from '../src/lib/storage/diary-store.ts';
import { practiceStore } from '../src/lib/storage/practice-store.ts';
import { safetyStore } from '../src/lib/storage/safety-store.ts';
import { catalogue, practice } from './support/test-session.ts';

let devices = 0;

/** A device on which nothing has been kept. */
function newDevice() {
  const texts = new Map<string, string>();
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
  const database = new SacraDatabase(`backup-${(devices += 1)}`);
  const stores = {
    diary: diaryStore(database),
    practices: practiceStore(database),
    body: bodyStore(database),
  };
  const likings = new LikingsStore(keptJson('sacra.likings', () => storage));
  const device: WholeDevice = {
    settings: new SettingsStore(storage),
    safety: safetyStore(() => storage),
    asked: keptJson('sacra.asked', () => storage),
    likings,
    openStores: () => Promise.resolve(stores),
    now: () => '2026-11-22T22:30:00+01:00',
  };
  /** All that lies on it, as a person who comes back would find it. */
  const whole = async () => ({
    diary: await stores.diary.readAll(),
    practices: await stores.practices.all(),
    body: await stores.body.load(),
    texts: Object.fromEntries([...texts].map(([key, text]) => [key, JSON.parse(text) as unknown])),
  });
  return { device, likings, stores, database, whole };
}

const checkIn = (id: string) =>
  createCheckIn({
    id,
    recordedAt: '2026-11-20T08:00:00+01:00',
    notedAt: '2026-11-20T08:00:00+01:00',
    corrects: null,
    pain0to10: 4,
    places: ['sacrum'],
    note: '',
    afterSessionId: null,
  });

const look = { ...usualLook, skin: 'deep', hair: 'curls', cloth: 'lagoon' } as const;
const kept = { origin: 'composed', name: 'Mondays', writtenAtMs: 5, document: practice } as const;

/** Somebody who has used everything there is. */
async function livedInDevice() {
  const house = newDevice();
  const { device, likings, stores, database } = house;
  device.settings.change({ theme: 'dark', look, breaths: 7, firstReadAt: '2026-11-01T07:00:00.000Z' });
  device.safety.save({
    ...emptyDocument,
    checks: [{ at: '2026-11-02T07:00:00+01:00', answers: { knees: 'yes' } }],
    events: [{ kind: 'fall', at: '2026-11-03T07:00:00+01:00' }],
    region: 'at',
  });
  device.asked.save({ ...defaultAsked, minutes: 20, pain0to10: 6, places: ['sacrum'], saidAt: device.now() });
  likings.setLiked('cat-cow', true);
  likings.dropForGood(catalogue, { pose: practice.steps[0]!.pose, variation: null });
  likings.sayHurt('pigeon', '2026-11-21T08:00:00+01:00');
  await stores.diary.append([checkIn('one'), checkIn('two')]);
  await database.entries.add({ raw: { kind: 'measure', recordVersion: 9, id: 'of-a-later-sacra' } });
  await stores.practices.keep({ id: 'mine-1', ...kept });
  await stores.body.save(personDocument({ ...referencePerson, statureM: 1.58 }));
  return house;
}

/** Through the text of a file, as a person carries it. */
async function carried(from: WholeDevice) {
  const read = readBackup(writeBackup(await backupOf(from)));
  if (!read.ok) throw new Error(`the backup is ${read.kind}`);
  return read.value;
}

describe('a backup', () => {
  test('brought back on an empty device restores everything that the person made', async () => {
    const before = await livedInDevice();
    const after = newDevice();
    const brought = await bringBack(after.device, await carried(before.device));
    expect(await after.whole()).toEqual(await before.whole());
    expect(brought).toEqual({ entries: 3, practices: 1, body: true, answers: true, unreadable: [] });
    expect(after.device.settings.current.look).toEqual(look);
    expect(parseAsked(after.device.asked.load()).minutes).toBe(20);
  });

  test('brought back twice, or where it came from, changes nothing', async () => {
    const { device, whole } = await livedInDevice();
    const before = await whole();
    const backup = await carried(device);
    await bringBack(device, backup);
    expect(await bringBack(device, backup)).toMatchObject({ entries: 0, practices: 0 });
    expect(await whole()).toEqual(before);
  });

  test('takes nothing away from what was said since', async () => {
    const house = await livedInDevice();
    const backup = await carried(house.device);
    const { device, likings, stores } = house;
    await stores.diary.append([checkIn('since')]);
    await stores.practices.keep({ id: 'mine-2', ...kept });
    likings.sayHurt('cobra', '2026-11-22T08:00:00+01:00');
    device.safety.save({
      ...parseSafetyDocument(device.safety.load())!,
      checks: [{ at: '2026-11-22T07:00:00+01:00', answers: { knees: 'no', hips: 'yes' } }],
    });
    await bringBack(device, backup);
    expect(readDiary(await stores.diary.readAll()).entries.map(({ id }) => id)).toEqual(['one', 'two', 'since']);
    expect((await stores.practices.all()).map(({ id }) => id)).toEqual(['mine-1', 'mine-2']);
    expect(device.likings.current.hurt.map(({ pose }) => pose)).toEqual(['pigeon', 'cobra']);
    const checks = parseSafetyDocument(device.safety.load())?.checks ?? [];
    expect(checks.at(-1)?.answers).toEqual({ knees: 'no', hips: 'yes' });
  });

  test('of a device where little was kept, or of an older Sacra, is brought back as far as it goes', async () => {
    const { device, likings, whole } = newDevice();
    likings.setLiked('cat-cow', true);
    // Before there were looks, likings and practices of one's own.
    const older = {
      format: 'sacra.backup',
      version: 1,
      writtenAt: '2026-05-01T08:00:00+02:00',
      settings: { theme: 'light', figureLook: 'brown' },
      diary: [checkIn('one')],
      practices: [],
    };
    const read = readBackup(JSON.stringify(older));
    if (!read.ok) throw new Error(read.kind);
    expect(await bringBack(device, read.value)).toEqual({
      ...{ entries: 1, practices: 0, body: false, answers: false, unreadable: [] },
    });
    expect(device.settings.current).toMatchObject({ theme: 'light', look: { skin: 'brown', hairColour: 'black' } });
    expect(device.likings.current.liked).toEqual(['cat-cow']);
    expect((await whole()).diary).toEqual([checkIn('one')]);
  });

  test('leaves alone what it can’t read, and tells which', async () => {
    const { device, whole } = await livedInDevice();
    const before = await whole();
    const backup = {
      ...(await carried(device)),
      body: { version: 99 },
      safety: { format: 'sacra.safety', version: 99 },
    };
    expect(await bringBack(device, backup)).toMatchObject({
      body: false,
      answers: false,
      unreadable: ['body', 'answers'],
    });
    expect(await whole()).toEqual(before);
  });

  test('holds no practice that was only begun', async () => {
    const { device, stores } = newDevice();
    await stores.practices.keep({ id: 'lent-7', ...kept });
    expect((await backupOf(device)).practices).toEqual([]);
  });
});

describe('a file', () => {
  test.each([
    ['no JSON', 'My diary', 'not-json'],
    ['a practice', JSON.stringify({ format: 'sacra.practice', version: 1 }), 'other-format'],
    ['a list', '[]', 'other-format'],
    ['of a newer Sacra', JSON.stringify({ format: 'sacra.backup', version: 2 }), 'newer-version'],
    ['cut short', JSON.stringify({ format: 'sacra.backup', version: 1, writtenAt: '2026-05-01' }), 'damaged'],
  ])('that is %s is refused, and changes nothing', async (_, text, kind) => {
    expect(readBackup(text)).toEqual({ ok: false, kind });
    const { device, whole } = await livedInDevice();
    const before = await whole();
    const desk = new BackupDesk(device, () => {});
    await desk.open({ name: 'a.json', text: () => Promise.resolve(text) });
    expect(desk.state).toEqual({ at: 'refused', fileName: 'a.json', kind });
    expect(await whole()).toEqual(before);
  });

  test('of any text or JSON at all is read or refused, never thrown at', () => {
    const parts = fc.constantFrom('version', 'writtenAt', 'diary', 'practices', 'body');
    const nearly = fc
      .dictionary(parts, fc.jsonValue())
      .map((said) => JSON.stringify({ format: 'sacra.backup', ...said }));
    const reads = fc.property(fc.oneof(fc.string(), fc.json(), nearly), (text) => {
      expect(readBackup(text)).toHaveProperty('ok');
    });
    fc.assert(reads);
  });

  test('is saved under its day; where what is kept can’t be read there is none', async () => {
    const saved: string[] = [];
    const { device } = await livedInDevice();
    const desk = new BackupDesk(device, (name) => void saved.push(name));
    await desk.save();
    expect(saved).toEqual(['sacra-2026-11-22.backup.json']);
    const shut = new BackupDesk(
      { ...device, openStores: () => Promise.reject(new Error('shut')) },
      (name) => void saved.push(name),
    );
    await shut.save();
    expect(shut.state).toEqual({ at: 'unsaved' });
    expect(saved).toHaveLength(1);
    await shut.open({ name: 'a.json', text: async () => writeBackup(await backupOf(device)) });
    expect(shut.state).toEqual({ at: 'not-back' });
  });
});
