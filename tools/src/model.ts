import { readFileSync } from 'node:fs';
import {
  createBody,
  referencePerson,
  type Body,
  type BodyState,
  type BodyTables,
  type Configuration,
} from '@sacra/body';
import { bindState, decodeFigure, dressFigure, matUnder, poseFigure, propSolids, usualOutfit } from '@sacra/figure';
import type { FigureMesh, FigureShape, PropPlace, Scene } from '@sacra/figure';
import { decodeAtlas, type Atlas } from '@sacra/solve';
import { usualFigureFiles } from './bake-figure.ts';

/** A body with its figure, ready to be posed. */
export interface Model {
  readonly body: Body;
  readonly mesh: FigureMesh;
  /** The state in which the mesh was modelled. */
  readonly bind: BodyState;
}

/** The reference body with its baked figure in the usual outfit. @throws when a file is damaged or of another version */
export function readReferenceModel(tables: BodyTables): Model {
  const body = createBody(referencePerson, tables);
  const [skin, hair] = [usualFigureFiles.skin, usualFigureFiles.hair].map(readShape) as [FigureShape, FigureShape];
  return { body, mesh: dressFigure(body, skin, hair, usualOutfit), bind: bindState(body) };
}

function readShape(path: string): FigureShape {
  const shape = decodeFigure(readFileSync(path));
  if (!shape.ok) throw new Error(`${path} can't be read (${shape.error.type}): bake again.`);
  return shape.value;
}

/** The reference body's atlas from its file. @throws when it is damaged or of another version */
export function readAtlas(bytes: Uint8Array): Atlas {
  const atlas = decodeAtlas(bytes);
  if (!atlas.ok) throw new Error(`reference.bin can't be read (${atlas.error.type}): delete it and bake again.`);
  return atlas.value;
}

/** The model in a configuration, with its props, on the mat. */
export function posedScene({ body, mesh, bind }: Model, q: Configuration, props: readonly PropPlace[]): Scene {
  const bodies = { figure: poseFigure(body, mesh, bind, q), solids: props.flatMap(propSolids) };
  return { ...bodies, mat: matUnder(bodies) };
}
