import 'fake-indexeddb/auto';
import { createCheckIn, createSessionEntry, type Entry } from '@sacra/diary';
import { beforeEach, describe, expect, test } from 'vitest';
import { DiaryView, keptAsideFile } from '../src/lib/diary/diary-view.svelte.ts';
import { mayHoldDatabase } from '../src/lib/storage/database-name.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';
import { diaryStore } from '../src/lib/storage/diary-store.ts';
import { askToPersist } from '../src/lib/storage/persistence.ts';
import { progressStore } from '../src/lib/storage/progress-store.ts';

const session = createSessionEntry({
  id: 'session-1',
  recordedAt: '2026-03-03T07:50:00+01:00',
  startedAt: '2026-03-03T07:30:00+01:00',
  endedAt: '2026-03-03T07:50:00+01:00',
  corrects: null,
  practiceId: 'five-pose',
  practiceTitle: 'The five-pose practice',
  stepsDone: ['a', 'b'],
  stepsPlanned: 2,
  secondsPractised: 1100,
  completed: true,
});

const checkIn = createCheckIn({
  id: 'check-in-1',
  recordedAt: '2026-03-03T07:51:00+01:00',
  notedAt: '2026-03-03T07:51:00+01:00',
  corrects: null,
  pain0to10: 3,
  places: ['sacrum', 'hip.right'],
  note: 'Softer than yesterday.',
  afterSessionId: 'session-1',
});

let names = 0;
let database: SacraDatabase;
beforeEach(() => {
  names += 1;
  database = new SacraDatabase(`test-${names}`);
});

describe('the diary in storage', () => {
  test('gives back what was written, in the order of writing', async () => {
    const store = diaryStore(database);
    await store.append([session]);
    await store.append([checkIn]);
    expect(await store.readAll()).toEqual([session, checkIn]);
  });

  test('is there when the database is opened again', async () => {
    await diaryStore(database).append([session]);
    database.close();
    const again = new SacraDatabase(database.name);
    expect(await diaryStore(again).readAll()).toEqual([session]);
  });

  test('takes nothing that it could not read back', async () => {
    const store = diaryStore(database);
    const endless = { ...session, id: 'session-2', secondsPractised: Infinity };
    await expect(store.append([checkIn, endless])).rejects.toThrow('session-2');
    expect(await store.readAll()).toEqual([]);
  });

  test('keeps a damaged record and one of a later version, reports both, and shows the rest', async () => {
    const store = diaryStore(database);
    const damaged = { ...session, id: 'session-2', secondsPractised: 'many' } as unknown as Entry;
    const later = { ...checkIn, id: 'check-in-2', recordVersion: 99, mood: 'bright' } as unknown as Entry;
    const nonsense = 'not even a record' as unknown as Entry;
    // As a damaged device or a later version may have left them.
    const lying = [damaged, session, later, nonsense];
    await database.entries.bulkAdd(lying.map((raw) => ({ raw })));

    const view = new DiaryView();
    await view.load(async () => store);
    const shown = view.current;
    if (shown.state !== 'ready') throw new Error(`the diary is ${shown.state}`);
    expect(shown.days.flatMap((day) => day.sessions.map((each) => each.session.id))).toEqual(['session-1']);
    expect(shown.keptAside.map(({ status }) => status)).toEqual(['damaged', 'from-the-future', 'damaged']);

    const file = JSON.parse(keptAsideFile(shown.keptAside)) as { record: unknown }[];
    expect(file.map(({ record }) => record)).toEqual([damaged, later, nonsense]);
    expect(await store.readAll()).toEqual([damaged, session, later, nonsense]);
  });

  test('a database that can not be opened is told, not thrown', async () => {
    const view = new DiaryView();
    await view.load(() => Promise.reject(new Error('keeps nothing')));
    expect(view.current).toEqual({ state: 'unreachable', why: 'keeps nothing' });
  });
});

describe('the running session in storage', () => {
  test('is the one saved last, until it is cleared', async () => {
    const store = progressStore(database);
    expect(await store.load()).toBeUndefined();
    await store.save({ clockS: 5 });
    await store.save({ clockS: 10 });
    expect(await store.load()).toEqual({ clockS: 10 });
    await store.clear();
    expect(await store.load()).toBeUndefined();
  });
});

describe('asking the browser to keep the diary', () => {
  const storage = (persisted: boolean, answer: boolean) => {
    const asked: string[] = [];
    const manager = {
      persisted: async () => persisted,
      persist: async () => {
        asked.push('persist');
        return answer;
      },
    } as unknown as StorageManager;
    return { asked, manager };
  };

  test('asks only while it is not promised yet', async () => {
    const promised = storage(true, true);
    expect(await askToPersist(promised.manager)).toBe(true);
    expect(promised.asked).toEqual([]);
    const open = storage(false, true);
    expect(await askToPersist(open.manager)).toBe(true);
    expect(open.asked).toEqual(['persist']);
  });

  test('a refusal or an old browser is no error', async () => {
    expect(await askToPersist(storage(false, false).manager)).toBe(false);
    expect(await askToPersist(undefined)).toBe(false);
  });
});

test('a first visit holds no database; once something was opened, or where a browser does not tell, there may be one', async () => {
  expect(await mayHoldDatabase(indexedDB)).toBe(false);
  const own = new SacraDatabase();
  await own.open();
  expect(await mayHoldDatabase(indexedDB)).toBe(true);
  own.close();
  expect(await mayHoldDatabase({} as IDBFactory)).toBe(true);
});
