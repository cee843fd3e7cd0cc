import type { Catalogue } from '@sacra/pose';
import type { Weighed } from './build-model.ts';
import { candidatesFor, wasDone } from './candidates.ts';
import { chanceOf } from './chance.ts';
import type { LeftOut } from './left-out.ts';
import type { ComposeRequest } from './request.ts';
import { worthOf } from './worth.ts';

/** What may come in today with its worth, and what may not. */
export function weighedFor(catalogue: Catalogue, request: ComposeRequest): Choosable {
  const { candidates, leftOut } = candidatesFor(catalogue, request);
  const all = candidates.map((candidate): Weighed => ({
    ...candidate,
    worth: worthOf(catalogue, request, candidate.form, chanceOf(request.seed, candidate.form.key)),
  }));
  const { weighed, leftOut: tooNew } = oneNewAtATime(catalogue, request, all);
  return { weighed, leftOut: [...leftOut, ...tooNew] };
}

export interface Choosable {
  readonly weighed: readonly Weighed[];
  readonly leftOut: readonly LeftOut[];
}

/** After the first session at most one moderate or deep pose is new: the one that is worth most. */
function oneNewAtATime(catalogue: Catalogue, { lastSessions }: ComposeRequest, weighed: readonly Weighed[]): Choosable {
  if (lastSessions.length === 0) return { weighed, leftOut: [] };
  const fresh = weighed
    .filter(({ form }) => ['moderate', 'deep'].includes(form.done.character.depth))
    .filter(({ form, isKept }) => !isKept && !wasDone(catalogue, lastSessions, form))
    .toSorted((a, b) => b.worth.total - a.worth.total);
  const [first, ...others] = fresh;
  const leftOut = others.map(({ form }): LeftOut => ({
    pose: form.choice.pose,
    why: { kind: 'one-new', instead: first?.form.choice.pose ?? '' },
  }));
  return { weighed: weighed.filter((one) => !others.includes(one)), leftOut };
}
