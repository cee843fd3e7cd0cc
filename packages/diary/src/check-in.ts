import * as v from 'valibot';
import { headerSchema, idSchema } from './header-schema.ts';
import { momentSchema } from './moment-schema.ts';
import { defineRecordKind, type RecordHeader } from './record-kind.ts';

/** Where it can hurt, from the back downwards. Paired places carry their side. */
export const places = [
  'upper-back',
  'lower-back',
  'sacrum',
  'tailbone',
  'hip.right',
  'hip.left',
  'buttock.right',
  'buttock.left',
  'groin.right',
  'groin.left',
  'thigh.right',
  'thigh.left',
  'lower-leg.right',
  'lower-leg.left',
  'foot.right',
  'foot.left',
  'elsewhere',
] as const;

export type Place = (typeof places)[number];

/** How it is now, in the person's own reckoning. */
export interface CheckIn extends RecordHeader {
  readonly kind: 'check-in';
  readonly recordVersion: 1;
  /** The moment the answer is about. */
  readonly notedAt: string;
  /** 0 no pain … 10 the worst imaginable, whole numbers; null when the person did not say. */
  readonly pain0to10: number | null;
  /** Each place once. Empty when nothing was marked. */
  readonly places: readonly Place[];
  readonly note: string;
  /** The session it was given after; null for a check-in on its own. */
  readonly afterSessionId: string | null;
}

const versions = { First: 1 } as const;

const schema = v.object({
  ...headerSchema('check-in', versions.First),
  notedAt: momentSchema,
  pain0to10: v.nullable(
    v.pipe(
      v.number('must be a number from 0 to 10'),
      v.integer('must be a whole number from 0 to 10'),
      v.minValue(0, 'must be 0 to 10'),
      v.maxValue(10, 'must be 0 to 10'),
    ),
  ),
  places: v.pipe(
    v.array(v.picklist(places, `must be one of ${places.join(', ')}`), 'must be a list of places'),
    v.check((given) => new Set(given).size === given.length, 'must name each place once'),
  ),
  note: v.string('must be text'),
  afterSessionId: v.nullable(idSchema),
});

export const checkInKind = defineRecordKind<CheckIn>({ kind: 'check-in', versions, migrations: [], schema });

/** Stamps kind and version on a new check-in. Throws when a field is out of its range. */
export function createCheckIn(fields: Omit<CheckIn, 'kind' | 'recordVersion'>): CheckIn {
  return v.parse(schema, { ...fields, kind: 'check-in', recordVersion: checkInKind.currentVersion });
}
