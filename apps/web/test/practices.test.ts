import 'fake-indexeddb/auto';
import { importLimits, writePractice, type Practice } from '@sacra/practice';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { aboutPractices } from '../src/lib/content/about-practices.ts';
import { readyMade } from '../src/lib/content/ready-made.ts';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { ImportFlow } from '../src/lib/practice/import-flow.svelte.ts';
import { faultPlace, refusalInWords, validInWords } from '../src/lib/practice/import-words.ts';
import { readKept } from '../src/lib/practice/kept-practice.ts';
import { lentId } from '../src/lib/practice/lent-practice.ts';
import { practiceById } from '../src/lib/practice/practice-by-id.ts';
import { practiceFileName } from '../src/lib/practice/practice-file.ts';
import { PracticeShelf } from '../src/lib/practice/practice-shelf.svelte.ts';
import { SacraDatabase } from '../src/lib/storage/database.ts';
import { practiceStore, type PracticeStore } from '../src/lib/storage/practice-store.ts';

const [fivePose] = readyMade as readonly [Practice];
const document: Practice = { ...fivePose, id: 'from-ada', title: 'Evening hips' };
const composed = { id: 'one', origin: 'composed', name: 'Mornings', writtenAtMs: 1_770_000_000_000, document } as const;

let names = 0;
let practices: PracticeStore;
const stores = () => Promise.resolve({ practices });
const shut = () => Promise.reject(new Error('keeps nothing'));
beforeEach(() => {
  names += 1;
  practices = practiceStore(new SacraDatabase(`practices-${names}`));
});
const shelfOf = (openStores: () => Promise<{ practices: PracticeStore }> = stores) =>
  new PracticeShelf({ catalogue, openStores, openStoresIfAny: openStores });
const titles = ({ kept }: PracticeShelf) =>
  kept.map((one) => (one.kind === 'readable' ? one.practice.title : one.name));

describe('a practice that is kept', () => {
  test('comes back under its own id and the name that it was given, with what it obeyed when it was made', async () => {
    const obeyed = { holdsShare: 0.5, startFrom: 'chair-or-wall' } as const;
    await practices.keep({ ...composed, obeyed });
    expect(await practiceById('one', catalogue, stores)).toEqual({
      ...{ kind: 'found', isKept: true, obeyed },
      practice: { ...document, id: 'one', title: 'Mornings' },
    });
  });

  test.each([
    ['damaged', 'text', 'It is damaged.'],
    ['of a later version', { format: 'sacra.kept-practice', version: 2 }, 'It was saved by a newer Sacra.'],
    [
      'of a pose that there is no more',
      { ...document, steps: [{ ...document.steps[0], pose: 'handstand' }] },
      'step 1, pose',
    ],
    ['with an obedience that nobody knows', { obeyed: { holdsShare: 7 } }, 'It is damaged.'],
  ])('%s stays where it is and is told, with why', async (_, raw, why) => {
    const record = {
      format: 'sacra.kept-practice',
      version: 1,
      origin: 'composed',
      name: 'N',
      writtenAtMs: 1,
      document,
    };
    const asStored =
      typeof raw === 'string' ? raw : 'steps' in raw ? { ...record, document: raw } : { ...record, ...raw };
    await practices.putBack({ id: 'bad', raw: asStored });
    const found = await practiceById('bad', catalogue, stores);
    expect(found.kind === 'unreadable' ? found.why : found).toContain(why);
    expect(await practices.get('bad')).toEqual({ id: 'bad', raw: asStored });
  });

  test('whatever lies in its place, is read or told, and never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), fc.object(), (raw, more) => {
        expect(readKept({ id: 'x', raw }, catalogue).kind).toBe('unreadable');
        const record = { format: 'sacra.kept-practice', version: 1, ...composed, document: more };
        expect(readKept({ id: 'x', raw: record }, catalogue).kind).toBe('unreadable');
      }),
    );
  });
});

describe('a practice that an address names', () => {
  test('is a ready-made one, a single pose or one that is kept; another is unknown, also where nothing can be kept', async () => {
    for (const practice of readyMade)
      expect(await practiceById(practice.id, catalogue, shut)).toEqual({ kind: 'found', practice, isKept: false });
    expect(await practiceById('pose-pigeon', catalogue, shut)).toMatchObject({ kind: 'found', isKept: false });
    expect(await practiceById('one', catalogue, stores)).toEqual({ kind: 'unknown' });
    expect(await practiceById('one', catalogue, shut)).toEqual({ kind: 'unknown' });
    expect(await practiceById('one', catalogue, () => Promise.resolve(undefined))).toEqual({ kind: 'unknown' });
  });
});

describe('the shelf', () => {
  test('shows the newest first, and not what was lent to be begun', async () => {
    await practices.keep(composed);
    await practices.keep({ ...composed, id: 'two', name: 'Evenings', writtenAtMs: composed.writtenAtMs + 1 });
    await practices.keep({ ...composed, id: lentId('three') });
    const shelf = shelfOf();
    await shelf.load();
    expect(titles(shelf)).toEqual(['Evenings', 'Mornings']);
  });

  test('removes, and puts back what was removed just as it was', async () => {
    await practices.keep(composed);
    const before = await practices.get('one');
    const shelf = shelfOf();
    await shelf.load();
    await shelf.remove(shelf.kept[0]!);
    expect([titles(shelf), shelf.removed?.name, await practices.all()]).toEqual([[], 'Mornings', []]);
    await shelf.undoRemoving();
    expect([titles(shelf), shelf.removed]).toEqual([['Mornings'], undefined]);
    expect(await practices.get('one')).toEqual(before);
  });

  test('renames, on this visit and the next; an empty name and one over two lines are refused', async () => {
    await practices.keep(composed);
    const shelf = shelfOf();
    await shelf.load();
    const [kept] = shelf.kept;
    if (kept?.kind !== 'readable') throw new Error('it was kept a line above');
    for (const name of ['', ' ', 'a\nb']) expect((await shelf.rename(kept, name)).length).toBeGreaterThan(0);
    expect(titles(shelf)).toEqual(['Mornings']);
    expect(await shelf.rename(kept, ' Slow mornings ')).toEqual([]);
    const next = shelfOf();
    await next.load();
    expect([titles(shelf), titles(next)]).toEqual([['Slow mornings'], ['Slow mornings']]);
  });

  test('says so where nothing can be kept', async () => {
    const shelf = shelfOf(shut);
    await shelf.load();
    expect([shelf.isUnreachable, shelf.kept]).toEqual([true, []]);
  });
});

describe('a practice from a file', () => {
  let ids = 0;
  const newFlow = (openStores: () => Promise<{ practices: PracticeStore }> = stores) =>
    new ImportFlow({ catalogue, openStores, newId: () => `new-${++ids}`, nowMs: () => 7 });
  const file = (text: string, size = text.length) => ({
    name: 'ada.practice.json',
    size,
    text: () => Promise.resolve(text),
  });

  test('is kept only when one says so, and comes back as it was written', async () => {
    const flow = newFlow();
    await flow.open(file(writePractice(document)));
    expect(await practices.all()).toEqual([]);
    const id = await flow.keep();
    const found = await practiceById(id ?? '', catalogue, stores);
    if (found.kind !== 'found') throw new Error(found.kind);
    expect({ ...found.practice, id: document.id }).toEqual(document);
    // and from there into a file and back
    const again = newFlow();
    await again.open(file(writePractice(found.practice)));
    expect(again.state).toMatchObject({ at: 'read', practice: { ...document, id: expect.stringMatching(/^new-/) } });
  });

  test('never takes the place of a ready-made one, or of one that is kept', async () => {
    for (let twice = 0; twice < 2; twice += 1) {
      const flow = newFlow();
      await flow.open(file(writePractice(fivePose)));
      await flow.keep();
    }
    const kept = await practices.all();
    expect(new Set(kept.map(({ id }) => id)).size).toBe(2);
    expect(kept.map(({ id }) => id)).not.toContain(fivePose.id);
  });

  test('begun without being kept is lent: the session finds it and the shelf does not show it', async () => {
    const flow = newFlow();
    await flow.open(file(writePractice(document)));
    const id = await flow.lend();
    expect(await practiceById(id ?? '', catalogue, stores)).toMatchObject({ kind: 'found' });
    const shelf = shelfOf();
    await shelf.load();
    expect(shelf.kept).toEqual([]);
  });

  test('with something in it that can’t be names the place and what could be there, and nothing is stored', async () => {
    const flow = newFlow();
    const steps = [document.steps[0], { ...document.steps[1], pose: 'pidgeon' }];
    await flow.open(file(JSON.stringify({ ...document, steps })));
    if (flow.state.at !== 'refused') throw new Error(flow.state.at);
    const [fault] = flow.state.faults;
    expect(faultPlace(fault!)).toBe('Step 2, pose');
    expect(validInWords(fault!)).toMatch(/^Possible here: pigeon, .+ and \d+ others\.$/);
    expect(await flow.keep()).toBeUndefined();
    expect(await practices.all()).toEqual([]);
  });

  test('of a size that no practice has isn’t even read; one that can’t be read is told', async () => {
    const flow = newFlow();
    let wasRead = false;
    const text = () => {
      wasRead = true;
      return Promise.reject(new Error('gone'));
    };
    await flow.open({ name: 'film.json', size: 3 * importLimits.characters + 1, text });
    expect([flow.state, wasRead]).toEqual([expect.objectContaining({ at: 'refused', kind: 'too-large' }), false]);
    await flow.open({ name: 'gone.json', size: 10, text });
    expect(flow.state).toMatchObject({ at: 'refused', kind: 'unreachable' });
  });

  test('whatever it holds, leads to an answer in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        const flow = newFlow();
        await flow.open(file(text));
        if (flow.state.at !== 'refused') throw new Error(`${text} is no practice`);
        expect(refusalInWords(flow.state.kind)).toMatch(/\w/);
      }),
      { numRuns: 50 },
    );
  });

  test('that was chosen last is the one that is shown, however long an earlier one takes', async () => {
    const flow = newFlow();
    let finish = (_: string) => {};
    const slow = new Promise<string>((resolve) => (finish = resolve));
    const first = flow.open({ name: 'slow.json', size: 10, text: () => slow });
    await flow.open(file(writePractice(document)));
    finish('no practice');
    await first;
    expect(flow.state).toMatchObject({ at: 'read', practice: { title: 'Evening hips' } });
  });

  test('where nothing can be kept says so', async () => {
    const flow = newFlow(shut);
    await flow.open(file(writePractice(document)));
    expect(await flow.keep()).toBeUndefined();
    expect(flow.isUnkept).toBe(true);
  });
});

describe('words about practices', () => {
  test('there are some for each that Sacra comes with, and its picture is of a step of it', () => {
    for (const { id, steps } of readyMade) {
      expect(aboutPractices[id]?.purpose).toMatch(/\.$/);
      expect(steps.map((step) => step.id)).toContain(aboutPractices[id]?.picture);
    }
  });

  test('a file is called what the practice is called, in letters that every device takes', () => {
    const named = (title: string) => practiceFileName({ ...document, title });
    expect(named('Évening / hips: 2')).toBe('evening-hips-2.practice.json');
    expect(named('🌿')).toBe('practice.practice.json');
  });
});
