import { createBody, referencePerson } from '@sacra/body';
import { dressFigure, outfitKey, type FigureMesh, type Outfit } from '@sacra/figure';
import { tries } from '../content/tries.ts';
import { loadFigure } from '../figure/load-figure.ts';
import { answerPreview } from './preview-job.ts';
import type { PreviewAnswer, PreviewQuestion } from './preview-messages.ts';
import { bodyTables, solvableCatalogue } from './solving.ts';
import { workerScope } from './worker-scope.ts';

const reference = createBody(referencePerson, bodyTables);
const around = { catalogue: solvableCatalogue, tries, tables: bodyTables, figure: fetchDressed, reference };
let latest: { readonly wearing: string; readonly mesh: Promise<FigureMesh | undefined> } | undefined;

/** Makes this worker one that shows bodies. */
export function servePreviews(): void {
  const scope = workerScope<PreviewQuestion, PreviewAnswer>();
  scope.onmessage = ({ data }) => void answer(data, scope);
}

async function answer(
  question: PreviewQuestion,
  scope: ReturnType<typeof workerScope<PreviewQuestion, PreviewAnswer>>,
): Promise<void> {
  try {
    const answered = await answerPreview(question, around);
    const buffers =
      answered.kind === 'figure' ? [answered.figure.positions.buffer, answered.figure.normals.buffer] : [];
    scope.postMessage(answered, buffers as Transferable[]);
  } catch {
    scope.postMessage({ id: question.id, kind: 'failed' });
  }
}

/** The reference figure in an outfit; fetched again only for another one. */
function fetchDressed(url: string, outfit: Outfit): Promise<FigureMesh | undefined> {
  const wearing = outfitKey(outfit);
  if (latest?.wearing !== wearing) {
    const mesh = loadFigure(url, outfit).then((loaded) =>
      loaded.ok ? dressFigure(reference, loaded.value.skin, loaded.value.hair, outfit) : undefined,
    );
    latest = { wearing, mesh };
  }
  return latest.mesh;
}
