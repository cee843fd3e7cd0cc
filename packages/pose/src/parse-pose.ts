import * as v from 'valibot';
import { isObject, nameFaults, type PoseContext } from './check-names.ts';
import type { Fault } from './fault.ts';
import type { Pose } from './pose.ts';
import { poseSchema } from './pose-schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { readYaml, type ContentError, type YamlFile } from './yaml-file.ts';

export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: readonly ContentError[] };

export interface PoseFile {
  /** path as it is shown in errors; the pose's id is the last part without its ending */
  readonly file: string;
  readonly text: string;
}

/** One pose file against everything it may name. An error says file, line, what is wrong and what would be valid; all are reported. */
export function parsePose({ file, text }: PoseFile, context: PoseContext): Parsed<Pose> {
  return checkPose(readYaml(text, file), context);
}

/** All pose files of a catalogue, which may name each other's keyframes. */
export function parsePoses(
  files: readonly PoseFile[],
  context: Pick<PoseContext, 'vocabulary' | 'sources'>,
): Parsed<readonly Pose[]> {
  const read = files.map(({ file, text }) => readYaml(text, file));
  const keyframes = new Set(read.flatMap(({ data }) => keyframesDeclaredIn(data)));
  const poses = new Set(
    read.flatMap(({ data }) => (isObject(data) && typeof data['id'] === 'string' ? [data['id']] : [])),
  );
  const practised = new Set(read.flatMap(({ data }) => practisedIn(data)));
  const parsed = read.map((file) => checkPose(file, { ...context, keyframes, poses, practised }));
  const errors = parsed.flatMap((one) => (one.ok ? [] : one.errors));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: parsed.flatMap((one) => (one.ok ? [one.value] : [])) };
}

function checkPose({ file, data, errors, locate }: YamlFile, context: PoseContext): Parsed<Pose> {
  if (errors.length > 0) return { ok: false, errors };
  const result = v.safeParse(poseSchema, data);
  const faults: Fault[] = [
    ...(result.success ? [] : schemaFaults(poseSchema, result.issues, data)),
    ...nameFaults(data, context),
    ...idFaults(data, file),
  ];
  if (result.success && faults.length === 0) return { ok: true, value: result.output };
  const located = faults.map(locate).sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, errors: located };
}

function idFaults(data: unknown, file: string): Fault[] {
  const fromFile = file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  const id = isObject(data) ? data['id'] : undefined;
  if (id === undefined || id === fromFile) return [];
  return [
    {
      path: ['id'],
      message: `the id is ${JSON.stringify(id)}, but the file is called "${fromFile}"`,
      valid: [fromFile],
    },
  ];
}

/** Keys that a way, a cycle or a shape may name, as far as the data can be read. */
function keyframesDeclaredIn(data: unknown): string[] {
  if (!isObject(data) || typeof data['id'] !== 'string') return [];
  const id = data['id'];
  const variations = Array.isArray(data['variations']) ? data['variations'] : [];
  const keys = [
    ...(holds(data) ? [id] : []),
    ...variations.flatMap((one) =>
      isObject(one) && holds(one) && typeof one['id'] === 'string' ? [`${id}/${one['id']}`] : [],
    ),
  ];
  return data['sides'] === 'one-then-other' ? keys.flatMap((key) => [key, `${key}@right`, `${key}@left`]) : keys;
}

/** What a step of a practice may be, as far as the data can be read. */
function practisedIn(data: unknown): string[] {
  if (!isObject(data) || typeof data['id'] !== 'string' || data['purpose'] !== 'practice') return [];
  const { id } = data;
  const variations = Array.isArray(data['variations']) ? data['variations'] : [];
  return [
    id,
    ...variations.flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? `${id}/${one['id']}` : [])),
  ];
}

const holds = (data: Record<string, unknown>): boolean => isObject(data['form']) && data['form']['kind'] === 'hold';
