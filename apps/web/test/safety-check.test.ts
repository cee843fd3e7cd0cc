import 'fake-indexeddb/auto';
import { createCheckIn, createSessionEntry, type Entry } from '@sacra/diary';
import type { Answer, Item, Tier } from '@sacra/safety';
import { itemsOf, mayMove } from '@sacra/safety';
import { describe, expect, test } from 'vitest';
import { CheckFlow } from '../src/lib/safety/check-flow.svelte.ts';
import { ListDraft } from '../src/lib/safety/list-draft.svelte.ts';
import { checklist } from '../src/lib/safety/safety-content.ts';
import { SafetyDesk } from '../src/lib/safety/safety-desk.svelte.ts';
import { emptyDocument, joined, parseSafetyDocument } from '../src/lib/safety/safety-document.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';
import { diaryStore } from '../src/lib/storage/diary-store.ts';
import { safetyStore } from '../src/lib/storage/safety-store.ts';

let names = 0;

/** A device whose clock stands where it is put; each visit is a page opened anew. */
function newDevice({ storageFails = false } = {}) {
  names += 1;
  const database = new SacraDatabase(`safety-${names}`);
  const stores = { safety: safetyStore(database), diary: diaryStore(database) };
  let nowMs = Date.parse('2026-03-01T08:00:00Z');
  const now = () => `${new Date(nowMs).toISOString().slice(0, 19)}+00:00`;
  const visit = async (isAtDoor = false) => {
    const desk = new SafetyDesk({
      checklist,
      openStores: () => (storageFails ? Promise.reject(new Error('keeps nothing')) : Promise.resolve(stores)),
      now,
    });
    await desk.load();
    return { desk, flow: new CheckFlow(desk, checklist, { isAtDoor }) };
  };
  const session = (id: string): Entry =>
    createSessionEntry({
      ...{ id, recordedAt: now(), startedAt: now(), endedAt: now(), corrects: null, practiceId: 'five-pose' },
      ...{ practiceTitle: 'p', stepsDone: [], stepsPlanned: 6, secondsPractised: 600, completed: true },
    });
  const pain = (pain0to10: number): Entry =>
    createCheckIn({
      ...{ id: `pain-${pain0to10}`, recordedAt: now(), notedAt: now(), corrects: null, pain0to10 },
      ...{ places: [], note: '', afterSessionId: null },
    });
  return { stores, visit, now, session, pain, pass: (hours: number) => (nowMs += hours * 3_600_000) };
}

const listOf = (tier: Tier) => checklist.lists.find((list) => list.tier === tier)!;
const no = (items: readonly Item[]) => Object.fromEntries(items.map(({ id }): [string, Answer] => [id, 'no']));

/** Answers what is asked until nothing more is: no to everything but what is given. */
async function answer(flow: CheckFlow, given: Readonly<Record<string, Answer>> = {}): Promise<Tier[]> {
  const asked: Tier[] = [];
  for (let screen = flow.screen; ; screen = flow.screen) {
    if (screen.at === 'told') flow.goOn();
    else if (screen.at !== 'ask') return asked;
    else {
      const { list } = screen;
      asked.push(list.tier);
      const said = Object.entries(given).filter(([id]) => list.items.some((item) => item.id === id));
      await flow.submit(list, { ...no(list.items), ...Object.fromEntries(said) });
    }
  }
}

describe('the checklist on a device', () => {
  test('asks the most pressing list first, and is done after the last', async () => {
    const { flow, desk } = await newDevice().visit();
    expect(await answer(flow)).toEqual(['emergency', 'urgent', 'ask-first', 'adapt']);
    expect(flow.screen).toMatchObject({ at: 'done', clearance: { level: 'free' } });
    expect(desk.due).toEqual([]);
  });

  test.each(['yes', 'not-sure'] as const)(
    'an emergency answer of "%s" ends the questions, also after a reload',
    async (word) => {
      for (const { id } of listOf('emergency').items) {
        const device = newDevice();
        const first = await device.visit();
        expect(await answer(first.flow, { [id]: word })).toEqual(['emergency']);
        device.pass(24 * 60);
        for (const isAtDoor of [false, true]) {
          const { flow, desk } = await device.visit(isAtDoor);
          expect(flow.screen).toEqual({ at: 'held', tier: 'emergency', items: [id] });
          expect([desk.atTheDoor.level, desk.planned.level]).toEqual(['none', 'none']);
        }
      }
    },
  );

  test('a held person answers that list anew, and nothing else opens it', async () => {
    const device = newDevice();
    const { flow, desk } = await device.visit();
    await answer(flow, { bladder: 'yes' });
    flow.change('emergency');
    expect(flow.screen.at).toBe('ask');
    const draft = new ListDraft(listOf('emergency'), desk.answers);
    expect(draft.answers()['bladder']).toBe('yes');
    flow.leaveUnchanged();
    expect(flow.screen.at).toBe('held');

    flow.change('emergency');
    draft.press('bladder', 'yes');
    expect(draft.isEmpty).toBe(true);
    await flow.submit(draft.list, draft.answers());
    expect(flow.screen).toMatchObject({ at: 'ask', list: { tier: 'urgent' } });
  });

  test('an urgent answer holds until a professional’s word, which is said by itself in the same second', async () => {
    const { flow, desk } = await newDevice().visit();
    expect(await answer(flow, { rash: 'not-sure' })).toEqual(['emergency', 'urgent']);
    expect(flow.screen).toEqual({ at: 'held', tier: 'urgent', items: ['rash'] });
    await flow.say('rash', 'cleared');
    expect(await answer(flow)).toEqual(['ask-first', 'adapt']);
    expect(mayMove(desk.planned)).toBe(true);
  });

  test('what asks for a visit first is told, and leaves rest and breathing; cleared, it leaves its changes', async () => {
    const { flow, desk } = await newDevice().visit();
    await flow.submit(listOf('emergency'), no(listOf('emergency').items));
    await flow.submit(listOf('urgent'), no(listOf('urgent').items));
    await flow.submit(listOf('ask-first'), { ...no(listOf('ask-first').items), eyes: 'yes', 'very-low': 'yes' });
    expect(flow.screen).toMatchObject({ at: 'told', actions: [{ kind: 'crisis' }, { kind: 'ask-first' }] });
    await answer(flow);
    expect(desk.planned.level).toBe('rest-and-breathing');
    await flow.say('eyes', 'cleared');
    expect(desk.planned.limits).toEqual([{ limit: 'head-not-below-heart', becauseOf: ['eyes'] }]);
  });

  test('before each session the emergency list is asked, elsewhere it is not', async () => {
    const device = newDevice();
    await answer((await device.visit()).flow);
    expect((await device.visit(true)).flow.screen.at).toBe('done');
    await device.stores.diary.append([device.session('one')]);
    const atDoor = await device.visit(true);
    expect(atDoor.flow.screen).toMatchObject({ at: 'ask', list: { tier: 'emergency' }, whys: ['before-session'] });
    expect((await device.visit(false)).flow.screen.at).toBe('done');
    device.pass(1);
    expect(await answer(atDoor.flow)).toEqual(['emergency']);
    expect(atDoor.flow.screen).toMatchObject({ at: 'done', clearance: { level: 'free' } });
  });

  test('four weeks, a flare, a fall and something new in a leg ask again', async () => {
    const device = newDevice();
    await answer((await device.visit()).flow);
    device.pass(2);
    await device.stores.diary.append([device.pain(9)]);
    expect((await device.visit()).desk.due.map(({ tier }) => tier)).toEqual(['emergency', 'urgent']);
    device.pass(1);
    await answer((await device.visit()).flow);
    for (const event of ['fall', 'new-leg-symptoms'] as const) {
      device.pass(1);
      const { flow, desk } = await device.visit();
      expect(flow.screen.at).toBe('done');
      await desk.note(event);
      device.pass(1);
      expect(await answer((await device.visit()).flow)).toEqual(['emergency', 'urgent']);
    }
    device.pass(28 * 24);
    expect(await answer((await device.visit()).flow)).toEqual(['emergency', 'urgent', 'ask-first', 'adapt']);
  });

  test('without storage the answers hold for the visit, and the person is told', async () => {
    const { flow, desk } = await newDevice({ storageFails: true }).visit();
    await answer(flow);
    expect([desk.isUnkept, desk.planned.level]).toEqual([true, 'free']);
  });
});

describe('a damaged document', () => {
  const good = { ...emptyDocument, checks: [{ at: '2026-03-01T08:00:00+00:00', answers: no(itemsOf(checklist)) }] };
  const damaged = [
    ...['text', null, 7, [], {}, { ...good, version: 2 }, { ...good, format: 'other' }, { ...good, checks: 'none' }],
    ...[
      { ...good, checks: [{ at: 'yesterday', answers: {} }] },
      { ...good, checks: [{ ...good.checks[0], answers: { bladder: 'perhaps' } }] },
    ],
    ...[
      { ...good, events: [{ kind: 'flood', at: good.checks[0]?.at }] },
      { ...good, region: 4 },
      { ...good, checks: [...good.checks, null] },
    ],
  ];

  test.each(damaged)('%j counts as not answered: everything is asked, and nothing is thrown away', async (raw) => {
    const device = newDevice();
    await device.stores.safety.save(raw);
    const { flow, desk } = await device.visit();
    expect([desk.couldNotRead, desk.planned.level]).toEqual([true, 'none']);
    expect(await answer(flow)).toHaveLength(4);
    expect(parseSafetyDocument(await device.stores.safety.load())).toBeDefined();
  });

  test('a good one is taken as it is', async () => {
    expect(parseSafetyDocument(structuredClone(good))).toEqual(good);
    const device = newDevice();
    await device.stores.safety.save(good);
    expect((await device.visit()).flow.screen.at).toBe('done');
  });

  test('stays small, and keeps a yes that was given long ago', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    let document = joined(emptyDocument, { ...emptyDocument, checks: [{ at: at(0), answers: { rash: 'yes' } }] });
    for (let day = 1; day <= 400; day += 1)
      document = joined(document, {
        ...emptyDocument,
        checks: [{ at: at(day), answers: no(listOf('emergency').items) }],
        events: [{ kind: 'fall', at: at(day) }],
      });
    expect(document.checks).toHaveLength(2);
    expect(document.events).toHaveLength(1);
    expect(document.checks[0]?.answers).toEqual({ rash: 'yes' });
  });
});
