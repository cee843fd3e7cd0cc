import * as v from 'valibot';
import { headerSchema, idSchema } from './header-schema.ts';
import { momentSchema } from './moment-schema.ts';
import { instantMs } from './moment.ts';
import { defineRecordKind, type RecordHeader } from './record-kind.ts';

/** One performance of a practice, as it went. */
export interface SessionEntry extends RecordHeader {
  readonly kind: 'session';
  readonly recordVersion: 1;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly practiceId: string;
  /** The title as the person saw it; a practice may be renamed later. */
  readonly practiceTitle: string;
  /** Ids of the practice's steps that were done, in the order of doing. */
  readonly stepsDone: readonly string[];
  /** How many steps the practice had. */
  readonly stepsPlanned: number;
  /** Seconds in which the practice ran: pauses and skipped stretches do not count. */
  readonly secondsPractised: number;
  /** The practice came to its own end. */
  readonly completed: boolean;
}

const versions = { First: 1 } as const;

const schema = v.pipe(
  v.object({
    ...headerSchema('session', versions.First),
    startedAt: momentSchema,
    endedAt: momentSchema,
    practiceId: idSchema,
    practiceTitle: v.string('must be text'),
    stepsDone: v.array(idSchema, 'must be a list of step ids'),
    stepsPlanned: v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(0, 'must be 0 or more')),
    secondsPractised: v.pipe(
      v.number('must be a number'),
      v.finite('must be finite'),
      v.minValue(0, 'must be 0 or more'),
    ),
    completed: v.boolean('must be true or false'),
  }),
  v.forward(
    v.check((entry) => instantMs(entry.endedAt) >= instantMs(entry.startedAt), 'must not lie before startedAt'),
    ['endedAt'],
  ),
);

export const sessionKind = defineRecordKind<SessionEntry>({ kind: 'session', versions, migrations: [], schema });

/**
 * Stamps kind and version on a new session entry. Throws when a field is out of its range.
 *
 * @internal seen by the tests
 */
export function createSessionEntry(fields: Omit<SessionEntry, 'kind' | 'recordVersion'>): SessionEntry {
  return v.parse(schema, { ...fields, kind: 'session', recordVersion: sessionKind.currentVersion });
}
