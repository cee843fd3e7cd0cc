import written from './generated/sources.json';

/** Where something that is shown comes from: an entry of content/sources.yaml. */
export interface Source {
  readonly title: string;
  readonly authors?: string;
  readonly year?: number;
  readonly where?: string;
  readonly kind: SourceKind;
  /** V: read at the source · K: well known, not re-read · D: our own proposal · S: computed by us */
  readonly mark: 'V' | 'K' | 'D' | 'S';
  readonly note?: string;
}

type SourceKind = keyof typeof kindInWords;

/** What a source is, shown beside it. */
const kindInWords = {
  trial: 'Randomised trial',
  review: 'Review of studies',
  guideline: 'Guideline',
  patients: 'Study of patients',
  measurement: 'Measurement study',
  textbook: 'Textbook',
  service: 'Health or emergency service',
  care: 'Common advice, not traced',
  teaching: 'Yoga teaching',
  own: 'Ours',
} as const;

// Checked when they are made (tools), so they are taken at their word here.
const sources = written as unknown as Readonly<Record<string, Source>>;

/** All that anything shown comes from, by id, in alphabetical order. */
export const allSources: readonly string[] = Object.keys(sources);

/** @throws when there is no such source */
export function sourceOf(id: string): Source {
  const source = sources[id];
  if (source === undefined) throw new Error(`No source "${id}" in content/sources.yaml.`);
  return source;
}

/** As a list of sources names it. The year is not told twice, and no full stop either. */
export function nameOfSource({ authors, title, where, year }: Source): string {
  const parts = [authors, title, where, where?.includes(`${year}`) === true ? undefined : year?.toString()];
  return parts.flatMap((part) => (part === undefined ? [] : `${part.replace(/\.$/, '')}.`)).join(' ');
}

/** What it is, and what we have to say of it. */
export function aboutSource({ kind, note }: Pick<Source, 'kind' | 'note'>): string {
  return note === undefined ? `${kindInWords[kind]}.` : `${kindInWords[kind]}. ${note}`;
}

/** The address of a source that names a DOI. */
export function addressOfSource({ where }: Pick<Source, 'where'>): string | undefined {
  const doi = /doi:(10\.\S+?)[.,;)]?(?:\s|$)/.exec(where ?? '')?.[1];
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}

/** How far a statement with this source can be leaned on, in plain words. */
export function howSure({ kind, mark }: Pick<Source, 'kind' | 'mark'>): string {
  const wasRead = mark === 'V' ? ', and we have read it.' : '; we have not read it again.';
  switch (kind) {
    case 'trial':
      return `A randomised trial says so${wasRead}`;
    case 'review':
      return `A review of published studies says so${wasRead}`;
    case 'guideline':
      return `A published guideline says so${wasRead}`;
    case 'patients':
      return `A published study of patients says so${wasRead}`;
    case 'measurement':
      return `A published study that measured it says so${wasRead}`;
    case 'textbook':
      return `A textbook says so${wasRead}`;
    case 'service':
      return `A health service tells everyone so${wasRead}`;
    case 'care':
      return 'Those who treat backs commonly say so. We have not traced it to a publication.';
    case 'teaching':
      return 'Teachers say so, from experience. No trial has tested it for this pose.';
    case 'own':
      return mark === 'S'
        ? 'We worked this out ourselves. Nobody has tested it.'
        : 'A thought of our own, reasoned from what is known. Nobody has tested it.';
  }
}
