import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBody, referencePerson, type BodyTables } from '@sacra/body';
import {
  createCatalogue,
  parsePoses,
  readYaml,
  vocabularyOf,
  type Catalogue,
  type ContentError,
  type Parsed,
  type PoseFile,
  type Try,
  type YamlFile,
} from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import {
  firstStartSchema,
  loadsSchema,
  sourcesSchema,
  type FirstStart,
  type LoadsLearning,
  type Source,
} from './content-schemas.ts';
import { parsed } from './parsed.ts';
import { readBodyTables } from './read-body.ts';
import { readPracticeFile, type AboutPractice } from './read-practice.ts';
import { readSafety, type SafetyContent } from './read-safety.ts';
import { readTries } from './read-tries.ts';
import { shapeFaults } from './shape-faults.ts';
import { standInFaults } from './stand-in-faults.ts';
import { wayFaults } from './way-faults.ts';
import { sourceFaults, wordFaults } from './word-faults.ts';

/** All that the repository's `content/` says, parsed. */
export interface Content {
  readonly sources: Readonly<Record<string, Source>>;
  readonly bodyTables: BodyTables;
  readonly catalogue: Catalogue;
  readonly practices: readonly Practice[];
  /** by id of the practice */
  readonly aboutPractices: ReadonlyMap<string, AboutPractice>;
  readonly safety: SafetyContent;
  readonly firstStart: FirstStart;
  /** what one can try at home, in the order in which it is offered */
  readonly tries: readonly Try[];
  readonly loads: LoadsLearning;
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
    .filter((path) => /^(poses|practices|safety|learn|tries)\//.test(path))
    .map(read);
  const wordErrors = written.flatMap((file) =>
    [...wordFaults(file.data, numbersNeed), ...sourceFaults(file.data, knownSources)].map(file.locate),
  );

  const names = { vocabulary: referenceVocabulary(tables.value), sources: knownSources };
  const poses = parsePoses(poseFiles(contentDir), names);
  const tries = readTries(
    written.filter(({ file }) => file.startsWith('content/tries/')),
    names,
  );
  const safety = readSafety(read);
  const firstStart = parsed(read('learn/first-start.yaml'), firstStartSchema);
  const loads = parsed(read('learn/loads.yaml'), loadsSchema);
  if (!poses.ok || !safety.ok || !firstStart.ok || !tries.ok || !loads.ok || wordErrors.length > 0) {
    const failed = [poses, safety, firstStart, loads, tries].flatMap((one) => (one.ok ? [] : one.errors));
    return { ok: false, errors: uniqueErrors([...failed, ...wordErrors]) };
  }

  const catalogue = createCatalogue(poses.value);
  const fileByName = new Map(written.map((file) => [file.file, file]));
  const laidTogether = [...catalogue.poses.values()].flatMap((pose) => {
    const keyframes = [...catalogue.keyframes.values()].filter((keyframe) => keyframe.pose === pose);
    const faults = [
      ...keyframes.flatMap((keyframe) => shapeFaults(catalogue, keyframe)),
      ...wayFaults(catalogue, pose),
      ...standInFaults(catalogue, pose),
    ];
    return faults.flatMap((fault) => fileByName.get(`content/poses/${pose.id}.yaml`)?.locate(fault) ?? []);
  });
  const practices = yamlFiles(contentDir)
    .filter((path) => path.startsWith('practices/'))
    .map(read)
    .map((file) => readPracticeFile(file, catalogue));
  const practiceErrors = practices.flatMap((one) => (one.ok ? [] : one.errors));
  if (practiceErrors.length + laidTogether.length > 0) {
    return { ok: false, errors: uniqueErrors([...laidTogether, ...practiceErrors]) };
  }
  const readyMade = practices.flatMap((one) => (one.ok ? [one.value] : []));
  return {
    ok: true,
    value: {
      sources: sources.value,
      bodyTables: tables.value,
      catalogue,
      practices: readyMade.map(({ practice }) => practice),
      aboutPractices: new Map(readyMade.map(({ practice, about }) => [practice.id, about])),
      safety: safety.value,
      firstStart: firstStart.value,
      tries: tries.value,
      loads: loads.value,
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

/** A source that a pose names wrongly is found by the pose's parser and by the words' check; it is told once. */
function uniqueErrors(errors: readonly ContentError[]): ContentError[] {
  const byPlace = new Map(
    errors.map((error) => [`${error.file}:${error.line}:${error.column}:${error.message}`, error]),
  );
  return [...byPlace.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
