import { poseAsDone, propKinds, type Limit } from '@sacra/pose';
import { createComposer, type Composed, type ComposeRequest, type PastSession } from '@sacra/practice';
import { fileURLToPath } from 'node:url';
import { plainRequest } from '../src/compose-profiles.ts';
import { randomRequests } from '../src/compose-requests.ts';
import { readContent } from '../src/content/read-content.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
export const content = read.value;
export const { catalogue, safety } = content;
export const { checklist } = safety;
export const compose = createComposer(catalogue);
export const plain = plainRequest(checklist);
export const requests = randomRequests(catalogue, checklist, 150, 5);
export const made = requests.map((request) => ({ request, composed: compose(request) }));
export const practices = made.flatMap(({ request, composed }) =>
  composed.kind === 'practice' ? [{ request, ...composed }] : [],
);

export const liked: ReadonlySet<string> = new Set(['pigeon']);
/** A session that went well and had what opens Pigeon. */
export const good: PastSession = {
  done: ['cat-cow', 'downward-dog', 'bird-dog', 'bridge', 'pigeon/reclined-figure-four'],
  painAfter0to10: 2,
};

export type Made = Composed & { kind: 'practice' };

export function practiceFor(more: Partial<ComposeRequest>): Made {
  const composed = compose({ ...plain, props: new Set(propKinds), ...more });
  if (composed.kind !== 'practice') throw new Error(`made ${composed.kind}`);
  return composed;
}

export const stepsOf = (more: Partial<ComposeRequest>): string[] =>
  practiceFor(more).practice.steps.map(({ pose }) => pose);

export const limitsIn = ({ practice }: Made): Limit[] =>
  practice.steps.flatMap(({ pose, variation }) =>
    poseAsDone(catalogue, pose, variation).character.barredBy.map(({ limit }) => limit),
  );
