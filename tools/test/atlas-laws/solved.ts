import { fileURLToPath } from 'node:url';
import { createBody, expandPaired, referencePerson, type Body } from '@sacra/body';
import { keyframeOf, resolveShape, shapeOf, type Catalogue, type Shape } from '@sacra/pose';
import {
  atlasOf,
  catalogueSolver,
  solvePieces,
  type Atlas,
  type CatalogueSolver,
  type SolvedClip,
  type SolvedKeyframe,
  type SolvedPiece,
} from '@sacra/solve';
import { readContent, type Content } from '../../src/content/read-content.ts';

/** The real content solved on the reference body. */
export interface Solved {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly body: Body;
  readonly solver: CatalogueSolver;
  /** Those of the catalogue, right side leading. */
  readonly keyframes: ReadonlyMap<string, SolvedKeyframe>;
  readonly clips: ReadonlyMap<string, SolvedClip>;
  readonly pieces: readonly SolvedPiece[];
  readonly atlas: Atlas;
}

/** Half a minute of work on a busy machine: a test file solves once and hands it to its laws. */
export function solveContent(): Solved {
  const read = readContent(fileURLToPath(new URL('../../../content', import.meta.url)));
  if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
  const { catalogue, bodyTables } = read.value;
  const body = createBody(referencePerson, bodyTables);
  const solver = catalogueSolver(body, catalogue);
  const pieces = [...solvePieces(body, catalogue)];
  const keyframes = new Map(
    pieces.flatMap((p) => (p.kind === 'keyframe' ? [[p.keyframe.key, p.keyframe] as const] : [])),
  );
  const clips = new Map(pieces.flatMap((p) => (p.kind === 'clip' ? [[p.clip.way, p.clip] as const] : [])));
  const atlas = atlasOf(body.person, pieces);
  return { content: read.value, catalogue, body, solver, keyframes, clips, pieces, atlas };
}

/** The shape of a keyframe of the catalogue with nothing left to look up. */
export const shapeAt = (catalogue: Catalogue, key: string): Shape =>
  resolveShape(keyframeOf(catalogue, key).shape, (like) => shapeOf(catalogue, like), {
    isPaired: (name) => expandPaired(name).length === 2,
  });
