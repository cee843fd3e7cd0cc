import type { Catalogue, Fault, Parsed, YamlFile } from '@sacra/pose';
import { parsePractice, type Practice } from '@sacra/practice';
import * as v from 'valibot';

/** What the list of practices says of one that Sacra comes with. */
const aboutSchema = v.strictObject({
  /** its place in the list, from 1 */
  place: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** when one would take it and what it is like, in a line or two */
  purpose: v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'), v.maxLength(140)),
  /** id of the step whose picture stands for it */
  picture: v.string(),
});
export type AboutPractice = v.InferOutput<typeof aboutSchema>;

export interface ReadyMade {
  readonly practice: Practice;
  readonly about: AboutPractice;
}

/** A file of `content/practices/`: a practice document, and beside it under `about` what the list says of it. */
export function readPracticeFile(file: YamlFile, catalogue: Catalogue): Parsed<ReadyMade> {
  if (file.errors.length > 0) return { ok: false, errors: file.errors };
  const { about, ...document } = (file.data ?? {}) as Readonly<Record<string, unknown>>;
  const practice = parsePractice(document, catalogue);
  const told = v.safeParse(aboutSchema, about);
  const faults: Fault[] = [
    ...(practice.ok ? [] : practice.faults),
    ...(told.issues ?? []).map(({ path = [], message }) => ({
      path: ['about', ...path.map(({ key }) => String(key))],
      message,
      valid: [],
    })),
  ];
  if (!practice.ok || !told.success) return { ok: false, errors: faults.map(file.locate) };
  const steps = practice.value.steps.map(({ id }) => id);
  if (steps.includes(told.output.picture)) return { ok: true, value: { practice: practice.value, about: told.output } };
  const message = `no step is called "${told.output.picture}"`;
  return { ok: false, errors: [file.locate({ path: ['about', 'picture'], message, valid: steps })] };
}
