import type { Catalogue } from '@sacra/pose';
import type { Composed, ComposeRequest } from '@sacra/practice';
import type { ComposeAnswer, ComposeQuestion } from './compose-messages.ts';

/** The part of a `Worker` this needs. */
export interface ComposeWorker {
  postMessage(question: ComposeQuestion): void;
  onmessage: ((event: { readonly data: ComposeAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate(): void;
}

/** What a request came to; `failed` where the worker couldn't be had. */
type Composing = { readonly kind: 'made'; readonly made: Composed } | { readonly kind: 'failed' };

export interface ComposeDesk {
  compose(request: ComposeRequest, wordsPerMinute: number): Promise<Composing>;
  close(): void;
}

/**
 * Composes beside the page: how long words and ways take has to be laid out for the first request, and that takes a phone longer than a
 * press may wait.
 */
export function composeDesk(catalogue: Catalogue, start: () => ComposeWorker): ComposeDesk {
  const waiting = new Map<number, (composing: Composing) => void>();
  let worker: ComposeWorker | undefined;
  let asked = 0;

  function settle(id: number, composing: Composing): void {
    waiting.get(id)?.(composing);
    waiting.delete(id);
  }

  function close(): void {
    worker?.terminate();
    worker = undefined;
    for (const id of waiting.keys()) settle(id, { kind: 'failed' });
  }

  function startOnce(): ComposeWorker {
    if (worker !== undefined) return worker;
    worker = start();
    worker.onmessage = ({ data }) =>
      settle(data.id, data.kind === 'composed' ? { kind: 'made', made: data.made } : data);
    worker.onerror = close;
    worker.postMessage({ kind: 'poses', poses: [...catalogue.poses.values()] });
    return worker;
  }

  return {
    compose(request, wordsPerMinute) {
      const id = (asked += 1);
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        startOnce().postMessage({ kind: 'compose', id, request, wordsPerMinute });
      });
    },
    close,
  };
}

export const startComposing = (): ComposeWorker =>
  new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' }) as unknown as ComposeWorker;
