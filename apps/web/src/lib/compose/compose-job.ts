import { createCatalogue, type Catalogue } from '@sacra/pose';
import { createComposer, defaultTimelineSettings, type Compose } from '@sacra/practice';
import type { ComposeAnswer, ComposeQuestion } from './compose-messages.ts';

/** Answers requests one by one. It remembers what it has worked out as long as the voice keeps its pace. */
export function composeJob(): (question: ComposeQuestion) => ComposeAnswer | undefined {
  let catalogue: Catalogue | undefined;
  let composer: { readonly compose: Compose; readonly wordsPerMinute: number } | undefined;
  return (question) => {
    if (question.kind === 'poses') {
      catalogue = createCatalogue(question.poses);
      return undefined;
    }
    const { id, request, wordsPerMinute } = question;
    if (catalogue === undefined) return { id, kind: 'failed' };
    if (composer?.wordsPerMinute !== wordsPerMinute) {
      const settings = { ...defaultTimelineSettings, speech: { wordsPerMinute } };
      composer = { compose: createComposer(catalogue, settings), wordsPerMinute };
    }
    return { id, kind: 'composed', made: composer.compose(request) };
  };
}
