import { createCheckIn, createSessionEntry, type Entry } from '@sacra/diary';
import { describe, expect, test } from 'vitest';
import { defaultAsked } from '../src/lib/compose/asked.ts';
import { composeJob } from '../src/lib/compose/compose-job.ts';
import { ComposeRoom } from '../src/lib/compose/compose-room.svelte.ts';
import { composeDesk, type ComposeWorker } from '../src/lib/compose/composing.ts';
import { keptJson } from '../src/lib/compose/kept-json.ts';
import type { MadePractice } from '../src/lib/compose/made-practice.svelte.ts';
import { requestFor } from '../src/lib/compose/request-for.ts';
import { defaultSettings } from '../src/lib/settings/settings.ts';
import { practiceStore } from '../src/lib/storage/practice-store.ts';
import { isLent } from '../src/lib/practice/lent-practice.ts';
import { practiceById } from '../src/lib/practice/practice-by-id.ts';
import { catalogue, clearanceWith, inMemory, newLikings, now } from './support/composing.ts';

const ids = (made: MadePractice): string[] => made.practice.steps.map(({ id }) => id);

describe('the room', () => {
  /** The worker's own job, without a worker. */
  function newWorker(): ComposeWorker {
    const job = composeJob();
    const worker: ComposeWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => {},
      postMessage(question) {
        const answer = job(structuredClone(question));
        if (answer !== undefined) queueMicrotask(() => worker.onmessage?.({ data: structuredClone(answer) }));
      },
    };
    return worker;
  }

  function newRoom({ given = {}, diary = [] as readonly Entry[], storageFails = false } = {}) {
    const table = new Map<string, unknown>();
    const practices = practiceStore({
      practices: {
        put: async (stored: { id: string }) => void table.set(stored.id, structuredClone(stored)),
        get: async (id: string) => table.get(id),
        delete: async (id: string) => void table.delete(id),
        toArray: async () => [...table.values()],
      },
    } as never);
    const storage = inMemory();
    let made = 0;
    const around = {
      ...{ keptAsked: keptJson('asked', () => storage), likings: newLikings(storage), settings: () => defaultSettings },
      clearance: () => clearanceWith(given),
      catalogue: async () => catalogue,
      desk: () => composeDesk(catalogue, newWorker),
      practices: async () => (storageFails ? Promise.reject(new Error('keeps nothing')) : practices),
      find: (id: string) => practiceById(id, catalogue, async () => ({ practices })),
      diary: async () => diary,
      now: () => now,
      newId: () => `id-${(made += 1)}`,
    };
    const room = new ComposeRoom(around);
    room.remember();
    return { room, table, again: () => new ComposeRoom(around) };
  }

  test('makes a practice, keeps it, and another visit finds it with what was asked', async () => {
    const { room, again } = newRoom();
    room.draft.setMinutes(14);
    const id = await room.compose('loosen-up');
    expect(isLent(id ?? '')).toBe(true);
    if (room.stage.at !== 'made') throw new Error(room.stage.at);
    room.stage.made.dropToday(ids(room.stage.made)[0] ?? '');
    await room.keepDraft();
    const later = again();
    later.remember();
    await later.open(id ?? '');
    if (later.stage.at !== 'made') throw new Error(later.stage.at);
    expect(later.stage.made.practice).toEqual(room.stage.made.practice);
    expect(later.draft.current).toMatchObject({ minutes: 14, wish: 'loosen-up' });
  });

  test('a saved practice keeps its name, and changes wait for the person’s word', async () => {
    const { room, table } = newRoom();
    await room.compose('settle');
    const id = await room.save('  Evenings ');
    if (room.stage.at !== 'made' || id === undefined) throw new Error('not made');
    expect(room.isSaved).toBe(true);
    expect(table.get(id)).toMatchObject({ raw: { name: 'Evenings', origin: 'composed' } });
    const saved = JSON.stringify(table.get(id));
    room.stage.made.lengthen(16);
    await room.keepDraft();
    expect(room.isSaved).toBe(false);
    expect(JSON.stringify(table.get(id))).toBe(saved);
    // begun as it is on the screen, without touching what was saved
    const begun = await room.toBegin();
    expect(isLent(begun ?? '')).toBe(true);
    await room.save('Evenings');
    expect(JSON.stringify(table.get(id))).not.toBe(saved);
    expect(await room.toBegin()).toBe(id);
  });

  test('a ready-made practice opens within what is allowed, and saving it makes one of one’s own', async () => {
    const { room, table } = newRoom({ given: { knees: 'yes' } });
    await room.open('five-pose');
    if (room.stage.at !== 'made') throw new Error(room.stage.at);
    expect(room.stage.made.practice.steps.map(({ pose }) => pose)).not.toContain('pigeon');
    const id = await room.save('Mine');
    expect(id).not.toBe('five-pose');
    expect([...table.keys()]).toEqual([id]);
  });

  test('made anew it is another one, around what is locked', async () => {
    const { room } = newRoom();
    room.draft.setMinutes(20);
    await room.compose('ease-lower-back');
    if (room.stage.at !== 'made') throw new Error(room.stage.at);
    const { made } = room.stage;
    made.toggleLock(ids(made)[1] ?? '');
    const locked = made.practice.steps[1];
    const seen = new Set<string>();
    for (let tries = 0; tries < 3; tries += 1) {
      const before = JSON.stringify(made.practice.steps);
      seen.add(before);
      await room.composeAnew();
      expect(made.practice.steps).toContainEqual(locked);
      if (JSON.stringify(made.practice.steps) === before) expect(made.said).toContain('Nothing else');
      else expect(made.said).toMatch(/^Made anew/);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test('says so where no pose is left, and where the browser keeps nothing', async () => {
    const nothing = newRoom({ given: { floor: 'yes' } });
    nothing.room.draft.toggle('chair');
    await nothing.room.compose('settle');
    expect(nothing.room.stage.at).toBe('breathing');
    const unkept = newRoom({ storageFails: true });
    await unkept.room.compose('settle');
    expect(unkept.room.stage.at).toBe('made');
    expect(unkept.room.isUnkept).toBe(true);
    expect(await unkept.room.toBegin()).toBeUndefined();
  });

  test('the level follows the sessions of the diary', async () => {
    const session = (day: number, painAfter: number): Entry[] => {
      const at = (time: string) => `2026-02-${String(day).padStart(2, '0')}T${time}+01:00`;
      return [
        createSessionEntry({
          ...{
            id: `s${day}`,
            recordedAt: at('08:20:00'),
            startedAt: at('08:00:00'),
            endedAt: at('08:20:00'),
            corrects: null,
          },
          ...{ practiceId: 'p', practiceTitle: 'P', stepsDone: ['cat-cow', 'childs-pose-wide-knees', 'lying-rest-2'] },
          ...{ stepsPlanned: 3, secondsPractised: 900, completed: true },
        }),
        createCheckIn({
          ...{ id: `c${day}`, recordedAt: at('08:21:00'), notedAt: at('08:21:00'), corrects: null, note: '' },
          ...{ pain0to10: painAfter, places: [], afterSessionId: `s${day}` },
        }),
      ];
    };
    const around = {
      catalogue,
      clearance: clearanceWith(),
      likings: newLikings().current,
      settings: defaultSettings,
      now,
      seed: 1,
    };
    const entries = [1, 2, 3].flatMap((day) => session(day, 2));
    const asked = requestFor(defaultAsked, { ...around, entries });
    expect(asked.level).toBe('steady');
    expect(asked.lastSessions[0]).toEqual({
      done: ['cat-cow', 'childs-pose/wide-knees', 'lying-rest'],
      painAfter0to10: 2,
    });
    expect(requestFor(defaultAsked, { ...around, entries: [] }).level).toBe('starter');
    const hard = [...entries, ...session(4, 6), ...session(5, 7)];
    expect(requestFor(defaultAsked, { ...around, entries: hard }).level).toBe('starter');
  });
});
