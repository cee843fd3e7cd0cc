import * as v from 'valibot';
import { momentSchema } from './moment-schema.ts';

export const idSchema = v.pipe(v.string('must be an id'), v.minLength(1, 'must be an id, not empty text'));

/** The fields of {@link RecordHeader} for one kind and its current version. */
export function headerSchema<const Kind extends string, const Version extends number>(kind: Kind, version: Version) {
  return {
    id: idSchema,
    kind: v.literal(kind),
    recordVersion: v.literal(version),
    recordedAt: momentSchema,
    corrects: v.nullable(idSchema),
  };
}
