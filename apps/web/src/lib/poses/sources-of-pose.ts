import type { PracticePose } from '@sacra/pose';
import written from '#lib/content/generated/sources.json';

export interface Source {
  readonly title: string;
  readonly authors?: string;
  readonly year?: number;
  readonly where?: string;
  /** V: read at the source · K: well known, not re-read · D: our own proposal · S: computed by us */
  readonly mark: 'V' | 'K' | 'D' | 'S';
  readonly note?: string;
}

/** A source as it is numbered on a page. */
export interface NumberedSource extends Source {
  readonly id: string;
  readonly number: number;
}

// Checked when they are made (tools), so they are taken at their word here.
const sources = written as unknown as Readonly<Record<string, Source>>;

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

/** How far a statement with this source can be leaned on, in plain words. */
export function howSure(source: Pick<Source, 'mark' | 'where'>): string {
  switch (source.mark) {
    case 'V':
      return isPublishedStudy(source)
        ? 'A published study says so, and we have read it.'
        : 'Teachers say so, from experience. No trial has tested it for this pose.';
    case 'K':
      return isPublishedStudy(source)
        ? 'A published study says so; we have not read it again.'
        : 'Those who treat backs commonly say so. We have not traced it to a publication.';
    case 'D':
      return 'A thought of our own, reasoned from what is known. Nobody has tested it.';
    case 'S':
      return 'We worked this out ourselves. Nobody has tested it.';
  }
}

/** A journal is told by its volume and page or by a number of the article; pages of schools and newspapers have neither. */
const isPublishedStudy = ({ where = '' }: Pick<Source, 'where'>): boolean =>
  /\bdoi:|\bPMID\b|\d:(?:e|s)?\d|, e\d{5}/i.test(where);

/** The address of a source that names a DOI. */
export function addressOfSource({ where }: Pick<Source, 'where'>): string | undefined {
  const doi = /doi:(10\.\S+?)[.,;)]?(?:\s|$)/.exec(where ?? '')?.[1];
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}

/** @throws when there is no such source */
export function sourceOf(id: string): Source {
  const source = sources[id];
  if (source === undefined) throw new Error(`No source "${id}" in content/sources.yaml.`);
  return source;
}
