import { createBody, referencePerson } from '@sacra/body';
import type { FigureMesh } from '@sacra/figure';
import { tries } from '../content/tries.ts';
import { loadFigure } from '../figure/load-figure.ts';
import { answerPreview } from './preview-job.ts';
import type { PreviewAnswer, PreviewQuestion } from './preview-messages.ts';
import { bodyTables, solvableCatalogue } from './solving.ts';
import { workerScope } from './worker-scope.ts';

const around = {
  ...{ catalogue: solvableCatalogue, tries, tables: bodyTables, figure: fetchOnce },
  reference: createBody(referencePerson, bodyTables),
};
const scope = workerScope<PreviewQuestion, PreviewAnswer>();
let figure: Promise<FigureMesh | undefined> | undefined;

scope.onmessage = ({ data }) => void answer(data);

async function answer(question: PreviewQuestion): Promise<void> {
  try {
    const answered = await answerPreview(question, around);
    const buffers =
      answered.kind === 'figure' ? [answered.figure.positions.buffer, answered.figure.normals.buffer] : [];
    scope.postMessage(answered, buffers as Transferable[]);
  } catch {
    scope.postMessage({ id: question.id, kind: 'failed' });
  }
}

function fetchOnce(url: string): Promise<FigureMesh | undefined> {
  figure ??= loadFigure(url).then((loaded) => (loaded.ok ? loaded.value : undefined));
  return figure;
}
