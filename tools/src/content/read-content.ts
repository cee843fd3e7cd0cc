import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { createBody, referencePerson, type BodyTables } from '@sacra/body';
import {
  createCatalogue,
  parsePoses,
  readYaml,
  schemaFaults,
  vocabularyOf,
  type Catalogue,
  type ContentError,
  type Parsed,
  type PoseFile,
  type YamlFile,
} from '@sacra/pose';
import { parsePractice, type Practice } from '@sacra/practice';
import {
  comingOutSchema,
  emergencySchema,
  firstStartSchema,
  sourcesSchema,
  type ComingOut,
  type Emergency,
  type FirstStart,
  type Source,
} from './content-schemas.ts';
import { readBodyTables } from './read-body.ts';
import { shapeFaults } from './shape-faults.ts';
import { wayFaults } from './way-faults.ts';
import { sourceFaults, wordFaults } from './word-faults.ts';

/** All that the repository's `content/` says, parsed. */
export interface Content {
  readonly sources: Readonly<Record<string, Source>>;
  readonly bodyTables: BodyTables;
  readonly catalogue: Catalogue;
  readonly practices: readonly Practice[];
  readonly emergency: Emergency;
  readonly comingOut: ComingOut;
  readonly firstStart: FirstStart;
}

/**
 * Reads the folder `contentDir`. Files are found, never listed. Comes back with every error there is, each with its file, line and
 * valid choices: form, names, sources, and words that we don't use.
 */
export function readContent(contentDir: string): Parsed<Content> {
  const read = (path: string): YamlFile => readYaml(readFileSync(join(contentDir, path), 'utf8'), `content/${path}`);
  const tables = readBodyTables(contentDir);
  if (!tables.ok) return tables;

  const sources = parsed(read('sources.yaml'), sourcesSchema);
  if (!sources.ok) return sources;
  const knownSources = new Set(Object.keys(sources.value));
  const numbersNeed = (id: string): boolean => sources.value[id]?.mark === 'V' || sources.value[id]?.mark === 'D';

  const written = yamlFiles(contentDir)
    .filter((path) => /^(poses|practices|safety|learn)\//.test(path))
    .map(read);
  const wordErrors = written.flatMap((file) =>
    [...wordFaults(file.data, numbersNeed), ...sourceFaults(file.data, knownSources)].map(file.locate),
  );

  const poses = parsePoses(poseFiles(contentDir), {
    vocabulary: referenceVocabulary(tables.value),
    sources: knownSources,
  });
  const emergency = parsed(read('safety/emergency.yaml'), emergencySchema);
  const comingOut = parsed(read('safety/coming-out.yaml'), comingOutSchema);
  const firstStart = parsed(read('learn/first-start.yaml'), firstStartSchema);
  if (!poses.ok || !emergency.ok || !comingOut.ok || !firstStart.ok || wordErrors.length > 0) {
    const failed = [poses, emergency, comingOut, firstStart].flatMap((one) => (one.ok ? [] : one.errors));
    return { ok: false, errors: uniqueErrors([...failed, ...wordErrors]) };
  }

  const catalogue = createCatalogue(poses.value);
  const fileByName = new Map(written.map((file) => [file.file, file]));
  const laidTogether = [...catalogue.poses.values()].flatMap((pose) => {
    const keyframes = [...catalogue.keyframes.values()].filter((keyframe) => keyframe.pose === pose);
    const faults = [
      ...keyframes.flatMap((keyframe) => shapeFaults(catalogue, keyframe)),
      ...wayFaults(catalogue, pose),
    ];
    return faults.flatMap((fault) => fileByName.get(`content/poses/${pose.id}.yaml`)?.locate(fault) ?? []);
  });
  const practices = yamlFiles(contentDir)
    .filter((path) => path.startsWith('practices/'))
    .map(read)
    .map((file) => practiceIn(file, catalogue));
  const practiceErrors = practices.flatMap((one) => (one.ok ? [] : one.errors));
  if (practiceErrors.length + laidTogether.length > 0) {
    return { ok: false, errors: uniqueErrors([...laidTogether, ...practiceErrors]) };
  }
  return {
    ok: true,
    value: {
      sources: sources.value,
      bodyTables: tables.value,
      catalogue,
      practices: practices.flatMap((one) => (one.ok ? [one.value] : [])),
      emergency: emergency.value,
      comingOut: comingOut.value,
      firstStart: firstStart.value,
    },
  };
}

/**
 * The pose files of `content/`, by name.
 *
 * @internal seen by the tests
 */
export function poseFiles(contentDir: string): PoseFile[] {
  return yamlFiles(contentDir)
    .filter((path) => path.startsWith('poses/'))
    .map((path) => ({ file: `content/${path}`, text: readFileSync(join(contentDir, path), 'utf8') }));
}

/**
 * The names that every body has, with the ranges of the reference body.
 *
 * @internal seen by the tests
 */
export function referenceVocabulary(tables: BodyTables): ReturnType<typeof vocabularyOf> {
  return vocabularyOf(createBody(referencePerson, tables));
}

/** Paths inside `contentDir`, with `/` between their parts, in alphabetical order. */
function yamlFiles(contentDir: string): string[] {
  return readdirSync(contentDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(contentDir, entry.name)))
    .flatMap((folder) => readdirSync(join(contentDir, folder.name)).map((name) => `${folder.name}/${name}`))
    .filter((path) => path.endsWith('.yaml'))
    .sort();
}

function parsed<Schema extends v.GenericSchema>(file: YamlFile, schema: Schema): Parsed<v.InferOutput<Schema>> {
  if (file.errors.length > 0) return { ok: false, errors: file.errors };
  const result = v.safeParse(schema, file.data);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, errors: schemaFaults(schema, result.issues, file.data).map(file.locate) };
}

function practiceIn(file: YamlFile, catalogue: Catalogue): Parsed<Practice> {
  if (file.errors.length > 0) return { ok: false, errors: file.errors };
  const result = parsePractice(file.data, catalogue);
  return result.ok ? { ok: true, value: result.value } : { ok: false, errors: result.faults.map(file.locate) };
}

/** A source that a pose names wrongly is found by the pose's parser and by the words' check; it is told once. */
function uniqueErrors(errors: readonly ContentError[]): ContentError[] {
  const byPlace = new Map(
    errors.map((error) => [`${error.file}:${error.line}:${error.column}:${error.message}`, error]),
  );
  return [...byPlace.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
