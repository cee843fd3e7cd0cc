import 'fake-indexeddb/auto';
import { readDiary } from '@sacra/diary';
import { describe, expect, test } from 'vitest';
import { SessionRoom } from '../src/lib/session/session-room.svelte.ts';
import { defaultSettings } from '../src/lib/settings/settings.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';
import { diaryStore } from '../src/lib/storage/diary-store.ts';
import { progressStore } from '../src/lib/storage/progress-store.ts';
import { catalogue, practice, testInstruments } from './support/test-session.ts';

let names = 0;

function newHouse({ storageFails = false, mayPlayOn = true } = {}) {
  names += 1;
  const database = new SacraDatabase(`room-${names}`);
  const stores = { diary: diaryStore(database), progress: progressStore(database) };
  const asked: string[] = [];
  let settings = { ...defaultSettings, voiceIsOn: false };
  let ids = 0;
  let nowIs = '2026-03-03T06:30:00Z';
  const enter = () => {
    const bench = testInstruments();
    const room = new SessionRoom({
      instruments: bench.instruments,
      plan: () => ({ practice, catalogue }),
      wholeCatalogue: () => Promise.resolve(catalogue),
      mayPlay: () => mayPlayOn,
      settings: () => settings,
      openStores: () => (storageFails ? Promise.reject(new Error('keeps nothing')) : Promise.resolve(stores)),
      askToPersist: () => Promise.resolve(asked.push('persist')),
      now: () => new Date(nowIs),
      newId: () => `id-${++ids}`,
    });
    return { bench, room };
  };
  return {
    enter,
    stores,
    asked,
    putClockTo: (moment: string) => (nowIs = moment),
    change: (changes: Partial<typeof settings>) => (settings = { ...settings, ...changes }),
  };
}

function playerIn(room: SessionRoom) {
  if (room.stage.at !== 'playing') throw new Error(`the room is at ${room.stage.at}, not playing`);
  return room.stage.player;
}

describe('a session room', () => {
  test('opened by a press begins at once; opened by its address waits for a press', async () => {
    const { enter } = newHouse();
    const pressed = enter();
    await pressed.room.open('anew');
    expect(playerIn(pressed.room).phase).toBe('playing');
    const visited = enter();
    await visited.room.open(undefined);
    expect(visited.room.stage).toEqual({ at: 'waiting', canGoOn: false });
  });

  test('pressed twice, one session plays', async () => {
    const { room } = newHouse().enter();
    await room.open(undefined);
    room.begin('anew');
    const player = playerIn(room);
    room.begin('anew');
    expect(playerIn(room)).toBe(player);
  });

  test('a session played to its end is in the diary, and nothing is left to go on with', async () => {
    const { enter, stores, asked } = newHouse();
    const { bench, room } = enter();
    await room.open('anew');
    const player = playerIn(room);
    while (!player.isOver) bench.pass(1);
    expect(room.stage.at).toBe('after');
    await room.settled();
    const { entries } = readDiary(await stores.diary.readAll());
    expect(entries).toMatchObject([
      {
        kind: 'session',
        practiceTitle: 'A short practice',
        stepsDone: ['rest', 'lean'],
        stepsPlanned: 2,
        completed: true,
      },
    ]);
    expect(await stores.progress.load()).toBeUndefined();
    expect(asked).toEqual(['persist']);
  });

  test('a session over which the clock was put back is in the diary all the same', async () => {
    const { enter, stores, putClockTo } = newHouse();
    const { bench, room } = enter();
    await room.open('anew');
    const player = playerIn(room);
    putClockTo('2026-03-03T05:45:00Z');
    while (!player.isOver) bench.pass(1);
    await room.settled();
    expect(room.isUnkept).toBe(false);
    const { entries, keptAside } = readDiary(await stores.diary.readAll());
    expect(entries).toMatchObject([{ kind: 'session', completed: true }]);
    expect(keptAside).toEqual([]);
  });

  test('a session whose practice may not be played any more is not gone on with', async () => {
    const { enter, stores } = newHouse({ mayPlayOn: false });
    const before = enter();
    await before.room.open('anew');
    before.bench.pass(20);
    before.room.close();
    await before.room.settled();
    expect(await stores.progress.load()).toBeDefined();
    const after = enter();
    await after.room.open(undefined);
    expect(after.room.stage).toEqual({ at: 'waiting', canGoOn: false });
  });

  test('after a reload goes on at the same second, with the practice as it was, whatever the settings say now', async () => {
    const { enter, change, stores } = newHouse();
    const before = enter();
    await before.room.open('anew');
    before.bench.pass(30);
    before.room.close();
    await before.room.settled();
    const leftAtS = playerIn(before.room).nowS;

    change({ voiceRate: 1.4, breathInS: 8 });
    const after = enter();
    await after.room.open(undefined);
    expect(after.room.stage).toEqual({ at: 'waiting', canGoOn: true });
    after.room.begin('where-it-was');
    const player = playerIn(after.room);
    expect(player.nowS).toBeCloseTo(leftAtS, 6);
    expect(player.phase).toBe('playing');
    while (!player.isOver) after.bench.pass(1);
    await after.room.settled();
    const { entries } = readDiary(await stores.diary.readAll());
    expect(entries).toMatchObject([{ kind: 'session', completed: true }]);
  });

  test('beginning anew lets the session under way go', async () => {
    const { enter } = newHouse();
    const before = enter();
    await before.room.open('anew');
    before.bench.pass(30);
    before.room.close();
    await before.room.settled();
    const after = enter();
    await after.room.open('anew');
    expect(playerIn(after.room).nowS).toBe(0);
  });

  test.each([
    ['text', 'nonsense'],
    ['a record of a later version', { format: 'sacra.running-session', version: 2 }],
    ['a record with a damaged practice', { format: 'sacra.running-session', version: 1, practice: { steps: 5 } }],
  ])('what was stored as %s offers nothing to go on with, and stops nobody', async (_what, stored) => {
    const { enter, stores } = newHouse();
    await stores.progress.save(stored);
    const { room } = enter();
    await room.open(undefined);
    expect(room.stage).toEqual({ at: 'waiting', canGoOn: false });
    room.begin('anew');
    expect(playerIn(room).phase).toBe('playing');
  });

  test('ended early keeps what was done; ended in its first moments keeps nothing', async () => {
    const { enter, stores } = newHouse();
    const slip = enter();
    await slip.room.open('anew');
    slip.bench.pass(5);
    playerIn(slip.room).end();
    expect(slip.room.stage).toEqual({ at: 'left' });
    await slip.room.settled();
    expect(await stores.diary.readAll()).toEqual([]);

    const part = enter();
    await part.room.open('anew');
    part.bench.pass(50);
    playerIn(part.room).end();
    await part.room.settled();
    expect(readDiary(await stores.diary.readAll()).entries).toMatchObject([{ completed: false, stepsPlanned: 2 }]);
  });

  test('without storage the practice plays to its end and says that it is not kept', async () => {
    const { enter } = newHouse({ storageFails: true });
    const { bench, room } = enter();
    await room.open(undefined);
    room.begin('anew');
    const player = playerIn(room);
    while (!player.isOver) bench.pass(1);
    await room.settled();
    expect(room.stage.at).toBe('after');
    expect(room.isUnkept).toBe(true);
  });
});
