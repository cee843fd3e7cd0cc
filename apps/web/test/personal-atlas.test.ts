import { createBody, type BodyTables, type Person } from '@sacra/body';
import { createCatalogue, type Pose } from '@sacra/pose';
import { decodeAtlas, solveAtlas, type Atlas } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { answerAtlas } from '../src/lib/body/atlas-job.ts';
import type { AtlasAnswer, AtlasQuestion } from '../src/lib/body/atlas-messages.ts';
import { atlasName, PersonalAtlas, type AtlasWorker } from '../src/lib/body/personal-atlas.svelte.ts';
import tables from '../src/lib/content/generated/body.json';
import written from '../src/lib/content/generated/solving.json';

const bodyTables = tables as unknown as BodyTables;

/** Two real poses and the way between them. */
const catalogue = createCatalogue(
  (written as unknown as readonly Pose[])
    .filter(({ id }) => id === 'tabletop' || id === 'knees-to-chest' || id === 'childs-pose')
    .filter(({ id }) => id !== 'knees-to-chest')
    .map((pose) => ({
      ...pose,
      bodies: { gives: {}, answeredBy: [] },
      variations: [],
      ways: pose.ways.filter(({ from }) => from === 'tabletop'),
    })) as unknown as readonly Pose[],
);
const person: Person = { sex: 'female', statureM: 1.62, massKg: 70 };
const question = (more: Partial<AtlasQuestion> = {}): AtlasQuestion => ({
  ...{ id: 1, person, order: ['childs-pose'], known: undefined, referenceUrl: '' },
  ...more,
});

async function answersTo(asked: AtlasQuestion, mayGoOn: () => boolean = () => true, memory: { atlas?: Atlas } = {}) {
  const answers: AtlasAnswer[] = [];
  await answerAtlas(asked, {
    ...{ catalogue, tables: bodyTables, memory },
    reference: () => Promise.resolve(undefined),
    post: (answer) => answers.push(answer),
    mayGoOn: () => Promise.resolve(mayGoOn()),
  });
  return answers;
}

const namesIn = (answers: readonly AtlasAnswer[]): string[] =>
  answers.flatMap((answer) =>
    answer.kind === 'pieces'
      ? answer.pieces.map((piece) => (piece.kind === 'keyframe' ? piece.keyframe.key : piece.clip.way))
      : [],
  );

describe('solving for one body', () => {
  test('gives what was asked for first, then the rest, and the same as solving at once', async () => {
    const answers = await answersTo(question());
    const names = namesIn(answers);
    expect(names[0]).toBe('childs-pose');
    const atOnce = [...solveAtlas(createBody(person, bodyTables), catalogue)].map((piece) =>
      piece.kind === 'keyframe' ? piece.keyframe.key : piece.clip.way,
    );
    expect(new Set(names)).toEqual(new Set(atOnce));
    expect(answers.at(-1)).toMatchObject({ kind: 'so-far', isWhole: true });
  });

  test('stops between two pieces when nobody waits for them, and goes on from there with another order', async () => {
    const memory: { atlas?: Atlas } = {};
    const first = namesIn(await answersTo(question(), () => false, memory));
    expect(first).toEqual(['childs-pose']);
    const then = namesIn(await answersTo(question({ id: 2, order: ['tabletop'] }), () => true, memory));
    expect(then[0]).toBe('tabletop');
    expect(then).not.toContain('childs-pose');
  });

  test('solves nothing again that was kept, and nothing of another body is taken for one’s own', async () => {
    const kept = (await answersTo(question())).at(-1);
    if (kept?.kind !== 'so-far') throw new Error('nothing was handed over to be kept');
    const again = await answersTo(question({ known: kept.bytes }));
    expect(again.map(({ kind }) => kind)).toEqual(['pieces', 'so-far']);

    const other: Person = { ...person, statureM: 1.7 };
    const anew = await answersTo(question({ person: other, known: kept.bytes }));
    const last = anew.at(-1);
    const atlas = last?.kind === 'so-far' ? decodeAtlas(last.bytes) : undefined;
    expect(anew.length).toBeGreaterThan(2);
    expect(atlas?.ok === true && atlas.value.person.statureM).toBe(1.7);
    const damaged = await answersTo(question({ known: Uint8Array.of(1, 2, 3) }));
    expect(namesIn(damaged)).toHaveLength(namesIn(again).length);
  });
});

/** A worker that works in the same thread, and a store in memory. */
function surroundings() {
  const kept = new Map<string, Uint8Array>();
  let started = 0;
  const startWorker = (): AtlasWorker => {
    started += 1;
    const memory: { atlas?: Atlas } = {};
    let isGone = false;
    let wanted = 0;
    const worker: AtlasWorker = {
      onmessage: null,
      onerror: null,
      postMessage(asked) {
        wanted = asked.id;
        void answerAtlas(asked, {
          ...{ catalogue, tables: bodyTables, memory },
          reference: () => Promise.resolve(undefined),
          post: (data) => isGone || worker.onmessage?.({ data } as MessageEvent<AtlasAnswer>),
          mayGoOn: () => Promise.resolve(!isGone && wanted === asked.id),
        });
      },
      terminate: () => (isGone = true),
    };
    return worker;
  };
  return {
    kept,
    workers: () => started,
    around: {
      ...{ startWorker, referenceUrl: '', version: 'test' },
      openStore: () =>
        Promise.resolve({
          load: (name: string) => Promise.resolve(kept.get(name)),
          save: (name: string, bytes: Uint8Array) => Promise.resolve(void kept.set(name, bytes)),
          loadDrawings: () => Promise.resolve(new Map<string, string>()),
          saveDrawing: () => Promise.resolve(),
        }),
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isTrue(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the atlas of one person', () => {
  test('grows, knows when all that a practice needs is there, and keeps it for the next visit', async () => {
    const { around, kept, workers } = surroundings();
    const atlas = new PersonalAtlas(person, around);
    expect(atlas.holds(['childs-pose'])).toBe(false);
    await atlas.solve(['childs-pose']);
    await until(() => atlas.isWhole);
    expect(atlas.holds(['tabletop', 'childs-pose', 'tabletop>childs-pose'])).toBe(true);
    await until(() => kept.has(atlasName(person, 'test')));
    expect(workers()).toBe(1);

    const nextVisit = new PersonalAtlas({ ...person }, around);
    await nextVisit.solve([]);
    await until(() => nextVisit.isWhole);
    expect(nextVisit.atlas.keyframes.size).toBe(atlas.atlas.keyframes.size);
    expect(nextVisit.atlas.fits.size).toBe(atlas.atlas.keyframes.size);
  });

  test('another version of the app solves anew', () => {
    expect(atlasName(person, 'test')).not.toBe(atlasName(person, 'next'));
    expect(atlasName(person, 'test')).not.toBe(atlasName({ ...person, armRatio: 1.02 }, 'test'));
  });

  test('where there can be no worker the usual figure has to do, and it says so', async () => {
    const { around } = surroundings();
    const atlas = new PersonalAtlas(person, {
      ...around,
      startWorker: () => {
        throw new Error('no workers here');
      },
    });
    await atlas.solve([]);
    expect(atlas.hasFailed).toBe(true);
  });
});
