import { schemaFaults, type Parsed, type YamlFile } from '@sacra/pose';
import * as v from 'valibot';

/** A file's data in the form of a schema, or all that stands against it with its lines. */
export function parsed<Schema extends v.GenericSchema>(file: YamlFile, schema: Schema): Parsed<v.InferOutput<Schema>> {
  if (file.errors.length > 0) return { ok: false, errors: file.errors };
  const result = v.safeParse(schema, file.data);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, errors: schemaFaults(schema, result.issues, file.data).map(file.locate) };
}
