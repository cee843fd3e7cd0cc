import { answerAtlas } from './atlas-job.ts';
import type { AtlasAnswer, AtlasQuestion } from './atlas-messages.ts';
import { bodyTables, solvableCatalogue } from './solving.ts';
import { loadAtlas } from '../figure/load-atlas.ts';
import { workerScope } from './worker-scope.ts';

/** Makes this worker one that solves a person's atlas. */
export function serveAtlases(): void {
  const scope = workerScope<AtlasQuestion, AtlasAnswer>();
  const memory = {};
  let wanted = 0;
  let reference: ReturnType<typeof loadAtlas> | undefined;

  scope.onmessage = ({ data }) => {
    wanted = data.id;
    void answerAtlas(data, {
      catalogue: solvableCatalogue,
      tables: bodyTables,
      reference: (url) => (reference ??= loadAtlas(url)),
      memory,
      post: (answer) => scope.postMessage(answer),
      mayGoOn: async () => {
        await new Promise((resolve) => setTimeout(resolve));
        return wanted === data.id;
      },
    });
  };
}
