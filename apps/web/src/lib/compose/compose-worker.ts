import { workerScope } from '../body/worker-scope.ts';
import { composeJob } from './compose-job.ts';
import type { ComposeAnswer, ComposeQuestion } from './compose-messages.ts';

const scope = workerScope<ComposeQuestion, ComposeAnswer>();
const answer = composeJob();

scope.onmessage = ({ data }) => {
  try {
    const answered = answer(data);
    if (answered !== undefined) scope.postMessage(answered);
  } catch {
    if (data.kind === 'compose') scope.postMessage({ id: data.id, kind: 'failed' });
  }
};
