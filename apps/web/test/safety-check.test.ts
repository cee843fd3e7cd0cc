import { createCheckIn, createSessionEntry, type Entry } from '@sacra/diary';
import type { Answer, Item, Tier } from '@sacra/safety';
import { itemsOf, mayMove } from '@sacra/safety';
import { describe, expect, test } from 'vitest';
import { CheckFlow } from '../src/lib/safety/check-flow.svelte.ts';
import { ListDraft } from '../src/lib/safety/list-draft.svelte.ts';
import { checklist } from '../src/lib/safety/safety-content.ts';
import { SafetyDesk } from '../src/lib/safety/safety-desk.svelte.ts';
import { emptyDocument, joined, parseSafetyDocument } from '../src/lib/safety/safety-document.ts';
import { isMarkedHeld, mayHoldAnswers, SAFETY_KEY, safetyStore } from '../src/lib/storage/safety-store.ts';

/** A device whose clock stands where it is put; each visit is a page opened anew. */
function newDevice({ storageFails = false } = {}) {
  const kept = new Map<string, string>();
  const storage = () => {
    if (storageFails) throw new Error('keeps nothing');
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const store = safetyStore(storage);
  const diary: Entry[] = [];
  let nowMs = Date.parse('2026-03-01T08:00:00Z');
  const now = () => `${new Date(nowMs).toISOString().slice(0, 19)}+00:00`;
  const visit = async (isAtDoor = false) => {
    const desk = new SafetyDesk({
      checklist,
      store,
      openDiary: () =>
        storageFails ? Promise.reject(new Error('keeps nothing')) : Promise.resolve({ readAll: async () => diary }),
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
  return {
    kept,
    storage,
    store,
    diary,
    visit,
    now,
    session,
    pain,
    pass: (hours: number) => (nowMs += hours * 3_600_000),
  };
}

const listOf = (tier: Tier) => checklist.lists.find((list) => list.tier === tier)!;
const no = (items: readonly Item[]) => Object.fromEntries(items.map(({ id }): [string, Answer] => [id, 'no']));

/** Answers what is asked until nothing more is: no to everything but what is given. */
function answer(flow: CheckFlow, given: Readonly<Record<string, Answer>> = {}): Tier[] {
  const asked: Tier[] = [];
  for (let screen = flow.screen; ; screen = flow.screen) {
    if (screen.at === 'told') flow.goOn();
    else if (screen.at !== 'ask') return asked;
    else {
      const { list } = screen;
      asked.push(list.tier);
      const said = Object.entries(given).filter(([id]) => list.items.some((item) => item.id === id));
      flow.submit(list, { ...no(list.items), ...Object.fromEntries(said) });
    }
  }
}

describe('the checklist on a device', () => {
  test('asks the most pressing list first, and is done after the last', async () => {
    const { flow, desk } = await newDevice().visit();
    expect(answer(flow)).toEqual(['emergency', 'urgent', 'ask-first', 'adapt']);
    expect(flow.screen).toMatchObject({ at: 'done', clearance: { level: 'free' } });
    expect(desk.due).toEqual([]);
  });

  test.each(['yes', 'not-sure'] as const)(
    'an emergency answer of "%s" ends the questions, also after a reload',
    async (word) => {
      for (const { id } of listOf('emergency').items) {
        const device = newDevice();
        const first = await device.visit();
        expect(answer(first.flow, { [id]: word })).toEqual(['emergency']);
        device.pass(24 * 60);
        for (const isAtDoor of [false, true]) {
          const { flow, desk } = await device.visit(isAtDoor);
          expect(flow.screen).toEqual({ at: 'held', tier: 'emergency', items: [id] });
          expect([desk.atTheDoor.level, desk.planned.level]).toEqual(['none', 'none']);
        }
      }
    },
  );

  test('who is held back is marked so for the screens that come before the answers, until the answers say otherwise', async () => {
    const device = newDevice();
    const { desk } = await device.visit();
    const marked = () => isMarkedHeld(device.storage);
    expect(marked()).toBe(false);
    const [item] = listOf('emergency').items;
    desk.record({ ...no(listOf('emergency').items), [item!.id]: 'yes' });
    expect(marked()).toBe(true);
    await device.visit();
    expect(marked()).toBe(true);
    device.pass(1);
    desk.record(no(listOf('emergency').items));
    expect(marked()).toBe(false);
  });

  test('a held person answers that list anew, and nothing else opens it', async () => {
    const device = newDevice();
    const { flow, desk } = await device.visit();
    answer(flow, { bladder: 'yes' });
    flow.change('emergency');
    expect(flow.screen.at).toBe('ask');
    const draft = new ListDraft(listOf('emergency'), desk.answers);
    expect(draft.answers()['bladder']).toBe('yes');
    flow.leaveUnchanged();
    expect(flow.screen.at).toBe('held');

    flow.change('emergency');
    draft.press('bladder', 'yes');
    expect(draft.isEmpty).toBe(true);
    flow.submit(draft.list, draft.answers());
    expect(flow.screen).toMatchObject({ at: 'ask', list: { tier: 'urgent' } });
  });

  test('an urgent answer holds until a professional’s word, which is said by itself in the same second', async () => {
    const { flow, desk } = await newDevice().visit();
    expect(answer(flow, { rash: 'not-sure' })).toEqual(['emergency', 'urgent']);
    expect(flow.screen).toEqual({ at: 'held', tier: 'urgent', items: ['rash'] });
    flow.say('rash', 'cleared');
    expect(answer(flow)).toEqual(['ask-first', 'adapt']);
    expect(mayMove(desk.planned)).toBe(true);
  });

  test('what asks for a visit first is told, and leaves rest and breathing; cleared, it leaves its changes', async () => {
    const { flow, desk } = await newDevice().visit();
    flow.submit(listOf('emergency'), no(listOf('emergency').items));
    flow.submit(listOf('urgent'), no(listOf('urgent').items));
    flow.submit(listOf('ask-first'), { ...no(listOf('ask-first').items), eyes: 'yes', 'very-low': 'yes' });
    expect(flow.screen).toMatchObject({ at: 'told', actions: [{ kind: 'crisis' }, { kind: 'ask-first' }] });
    answer(flow);
    expect(desk.planned.level).toBe('rest-and-breathing');
    flow.say('eyes', 'cleared');
    expect(desk.planned.limits).toEqual([{ limit: 'head-not-below-heart', becauseOf: ['eyes'] }]);
  });

  test('before each session the emergency list is asked, elsewhere it is not', async () => {
    const device = newDevice();
    answer((await device.visit()).flow);
    expect((await device.visit(true)).flow.screen.at).toBe('done');
    device.diary.push(device.session('one'));
    const atDoor = await device.visit(true);
    expect(atDoor.flow.screen).toMatchObject({ at: 'ask', list: { tier: 'emergency' }, whys: ['before-session'] });
    expect((await device.visit(false)).flow.screen.at).toBe('done');
    device.pass(1);
    expect(answer(atDoor.flow)).toEqual(['emergency']);
    expect(atDoor.flow.screen).toMatchObject({ at: 'done', clearance: { level: 'free' } });
  });

  test('four weeks, a flare, a fall and something new in a leg ask again', async () => {
    const device = newDevice();
    answer((await device.visit()).flow);
    device.pass(2);
    device.diary.push(device.pain(9));
    expect((await device.visit()).desk.due.map(({ tier }) => tier)).toEqual(['emergency', 'urgent']);
    device.pass(1);
    answer((await device.visit()).flow);
    for (const event of ['fall', 'new-leg-symptoms'] as const) {
      device.pass(1);
      const { flow, desk } = await device.visit();
      expect(flow.screen.at).toBe('done');
      desk.note(event);
      device.pass(1);
      expect(answer((await device.visit()).flow)).toEqual(['emergency', 'urgent']);
    }
    device.pass(28 * 24);
    expect(answer((await device.visit()).flow)).toEqual(['emergency', 'urgent', 'ask-first', 'adapt']);
  });

  test('without storage the answers hold for the visit, and the person is told', async () => {
    const { flow, desk } = await newDevice({ storageFails: true }).visit();
    answer(flow);
    expect([desk.isUnkept, desk.planned.level]).toEqual([true, 'free']);
    expect(mayHoldAnswers(newDevice({ storageFails: true }).storage)).toBe(true);
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
    device.store.save(raw);
    const { flow, desk } = await device.visit();
    expect([desk.couldNotRead, desk.planned.level]).toEqual([true, 'none']);
    expect(answer(flow)).toHaveLength(4);
    expect(parseSafetyDocument(device.store.load())).toBeDefined();
  });

  test('text that is no JSON is put aside as it was', async () => {
    const device = newDevice();
    device.kept.set(SAFETY_KEY, '{"format":"sac');
    const { desk } = await device.visit();
    expect(desk.couldNotRead).toBe(true);
    expect([...device.kept.values()]).toEqual(['{"format":"sac']);
    expect(mayHoldAnswers(device.storage)).toBe(false);
  });

  test('a good one is taken as it is', async () => {
    expect(parseSafetyDocument(structuredClone(good))).toEqual(good);
    const device = newDevice();
    device.store.save(good);
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
