import { itemsOf, type Barring, type Clearance } from '@sacra/safety';
import { safetyContent } from './safety-content.ts';

const aboutById = new Map(itemsOf(safetyContent.checklist).map(({ id, about }) => [id, about]));

/** "Because of what you said about your knees and your neck." */
export function becauseInWords(items: readonly string[]): string {
  const abouts = items.flatMap((id) => aboutById.get(id) ?? []);
  return abouts.length === 0 ? '' : `Because of what you said about ${listInWords(abouts)}.`;
}

/** One change of the practice, with the answers that caused it. */
export interface Change {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly because: string;
}

const depthWords = {
  rest: 'Only poses to rest in.',
  gentle: 'Only gentle poses.',
  moderate: 'Gentle and moderate poses, no deep ones.',
  deep: '',
} as const;

/** Everything that a clearance changes, in the order in which one would ask. */
export function changesIn({ limits, depth, holds, startFrom }: Clearance): Change[] {
  const change = (id: string, name: string, text: string, becauseOf: readonly string[]): Change[] =>
    becauseOf.length === 0 ? [] : [{ id, name, text, because: becauseInWords(becauseOf) }];
  return [
    ...limits.flatMap(({ limit, becauseOf }) => {
      const { name, text } = safetyContent.limits[limit];
      return change(limit, name, text, becauseOf);
    }),
    ...change('depth', 'Not so deep', depthWords[depth.atMost], depth.becauseOf),
    ...change('holds', 'Shorter holds', `About ${shareInWords(holds.share)} of the usual time.`, holds.becauseOf),
    ...change('start', 'At a chair or a wall', 'We begin there. You can choose otherwise.', startFrom.becauseOf),
  ];
}

/** Why a pose isn't played, as one short reason each: "No deep knee bend, because of what you said about your knees." */
export function barringInWords(barring: Barring): string {
  const because = becauseInWords(barring.becauseOf);
  const what = barredThing(barring);
  return because === '' ? `${what}.` : `${what}, ${because.charAt(0).toLowerCase()}${because.slice(1)}`;
}

function barredThing(barring: Barring): string {
  switch (barring.kind) {
    case 'limit':
      return safetyContent.limits[barring.limit].name;
    case 'depth':
      return depthWords[barring.atMost].replace(/\.$/, '');
    case 'level':
      return safetyContent.frame.levels[barring.level].title;
  }
}

/** For the `tel:` of a link. */
export function telephoneHref(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}

function listInWords(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}

function shareInWords(share: number): string {
  return share === 0.5 ? 'half' : `${Math.round(share * 100)} %`;
}
