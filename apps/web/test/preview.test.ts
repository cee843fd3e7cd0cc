import { referencePerson } from '@sacra/body';
import { describe, expect, test } from 'vitest';
import { CardDrawer } from '../src/lib/body/card-drawer.ts';
import type { PreviewAnswer, PreviewQuestion } from '../src/lib/body/preview-messages.ts';
import { usualLook } from '../src/lib/settings/look.ts';
import { PreviewRoom, type PreviewWorker } from '../src/lib/body/preview.svelte.ts';

/** A worker that answers when the test says so. */
function slowWorker() {
  const asked: PreviewQuestion[] = [];
  let isGone = false;
  const worker: PreviewWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (question) => asked.push(question),
    terminate: () => (isGone = true),
  };
  const answer = (more: Partial<PreviewAnswer> = {}): void => {
    const id = asked.at(-1)?.id ?? 0;
    worker.onmessage?.({
      data: { id, kind: 'card', svg: `card ${asked.length}`, ...more },
    } as MessageEvent<PreviewAnswer>);
  };
  return { worker, asked, answer, isGone: () => isGone };
}

const wish = (statureM: number) => ({
  person: { ...referencePerson, statureM },
  seen: { kind: 'keyframe', key: 'standing' } as const,
  look: usualLook,
  figureUrl: '',
  asCard: true,
});

describe('a preview', () => {
  test('follows a slider: one question at a time, and of those in between only the last', () => {
    const { worker, asked, answer } = slowWorker();
    const room = new PreviewRoom(() => worker);
    for (const statureM of [1.5, 1.6, 1.7, 1.8]) room.show(wish(statureM));
    expect(asked.map(({ person }) => person.statureM)).toEqual([1.5]);
    answer();
    expect(room.shown?.person.statureM).toBe(1.5);
    expect(asked.map(({ person }) => person.statureM)).toEqual([1.5, 1.8]);
    answer();
    expect(room.shown?.person.statureM).toBe(1.8);
    expect(asked).toHaveLength(2);
  });

  test('keeps the picture it has when one can’t be made, and says so when there never was one', () => {
    const { worker, answer } = slowWorker();
    const room = new PreviewRoom(() => worker);
    room.show(wish(1.5));
    answer({ kind: 'failed' });
    expect(room.hasFailed).toBe(true);

    const second = slowWorker();
    const other = new PreviewRoom(() => second.worker);
    other.show(wish(1.5));
    second.answer();
    other.show(wish(1.6));
    second.answer({ kind: 'failed' });
    expect(other.hasFailed).toBe(false);
    expect(other.shown?.person.statureM).toBe(1.5);
  });

  test('without workers leaves the words alone to do it', () => {
    const room = new PreviewRoom(() => {
      throw new Error('no workers here');
    });
    room.show(wish(1.7));
    expect(room.hasFailed).toBe(true);
  });
});

describe('cards of one’s own', () => {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  test('are drawn one after the other, kept, and taken from there the next time', async () => {
    const kept = new Map<string, string>();
    const shown: string[] = [];
    const { worker, asked, answer, isGone } = slowWorker();
    const around = {
      ...{ startWorker: () => worker, figureUrl: '', look: usualLook },
      openStore: () =>
        Promise.resolve({
          ...{ load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
          loadDrawings: () => Promise.resolve(kept),
          saveDrawing: (_: string, key: string, svg: string) => Promise.resolve(void kept.set(key, svg)),
        }),
      show: (keyframe: string, svg: string) => shown.push(`${keyframe}: ${svg}`),
    };
    const drawing = new CardDrawer(referencePerson, 'a', around).draw(['cat', 'cow', 'cat']);
    for (const count of [1, 2]) {
      while (asked.length < count) await turn();
      answer();
      await turn();
    }
    await drawing;
    expect(shown).toEqual(['cat: card 1', 'cow: card 2']);
    expect(isGone()).toBe(true);

    await new CardDrawer(referencePerson, 'a', around).draw(['cow']);
    expect(shown.at(-1)).toBe('cow: card 2');
    expect(asked).toHaveLength(2);
  });
});
