import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createBody, referencePerson, type Body } from '@sacra/body';
import { describeError, type Catalogue } from '@sacra/pose';
import { atlasOf, encodeAtlas, solvePieces, type Atlas } from '@sacra/solve';
import { atlasReport, brokenLaws, type AtlasReport } from './atlas-report.ts';
import { readContent, type Content } from './content/read-content.ts';

/** An atlas with all that was measured while it was solved. */
export interface SolvedAtlas {
  readonly atlas: Atlas;
  readonly report: AtlasReport;
}

/** Solves the whole atlas of a body and measures it. @throws naming the keyframe or way whose shape can't be read */
export function solveWhole(body: Body, catalogue: Catalogue): SolvedAtlas {
  const pieces = [...solvePieces(body, catalogue)];
  return { atlas: atlasOf(body.person, pieces), report: atlasReport(body, pieces) };
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The reference body's atlas, as the app fetches it. */
export const atlasPath = join(root, 'apps/web/static/atlas/reference.bin');
const reportPath = join(root, 'tools/generated/atlas-report.json');

/** Bakes the reference body's atlas and its report. False, with every broken law told, when the atlas isn't fit to be shown. */
export function bakeAtlas(content: Content, tell: (line: string) => void): boolean {
  const started = performance.now();
  const { atlas, report } = solveWhole(createBody(referencePerson, content.bodyTables), content.catalogue);
  const bytes = encodeAtlas(atlas);
  write(atlasPath, bytes);
  write(reportPath, `${JSON.stringify(report, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(
    `reference.bin: ${atlas.keyframes.size} keyframes, ${atlas.clips.size} clips, ${bytes.length} bytes, ` +
      `${gzipSync(bytes).length} gzip, in ${seconds} s`,
  );
  const broken = brokenLaws(report);
  for (const law of broken) tell(law);
  return broken.length === 0;
}

function write(path: string, data: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}

function main(): void {
  const content = readContent(join(root, 'content'));
  if (!content.ok) {
    for (const error of content.errors) console.error(describeError(error));
    process.exitCode = 1;
    return;
  }
  if (!bakeAtlas(content.value, (line) => console.log(line))) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
