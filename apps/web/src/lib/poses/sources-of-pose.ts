import type { PracticePose } from '@sacra/pose';
import { sourceOf, type Source } from '../content/sources.ts';

/** A source as it is numbered on a page. */
export interface NumberedSource extends Source {
  readonly id: string;
  readonly number: number;
}

/** What studies of yoga as a whole allow to be said beside any single pose, and where that stands. */
export const wholeCourses = {
  text: 'Studies have tested whole courses of yoga over many weeks, not single poses, and we found none for pain of the sacrum in particular.',
  sources: ['cramer-2013', 'sacra-search'],
} as const;

/** Everything that is told on the page of a pose, once, numbered in the order in which it is met there. */
export function sourcesOfPose(pose: PracticePose): ReadonlyMap<string, NumberedSource> {
  const remarks = [
    ...[pose.reach, ...pose.cautions, ...pose.faults, ...pose.easier],
    ...pose.variations.flatMap(({ reach, cautions = [], faults = [] }) => [
      ...(reach === undefined ? [] : [reach]),
      ...cautions,
      ...faults,
    ]),
  ];
  const ids = new Set([
    ...[pose.reach.source, ...wholeCourses.sources, ...remarks.map(({ source }) => source)],
    ...[pose.character, ...pose.variations.flatMap(({ character }) => character ?? [])].flatMap(({ barredBy }) =>
      barredBy.map(({ source }) => source),
    ),
    ...pose.sources,
  ]);
  return new Map([...ids].map((id, index) => [id, { ...sourceOf(id), id, number: index + 1 }]));
}
