import {
  createBody,
  referencePerson,
  type Body,
  type BodyState,
  type BodyTables,
  type Configuration,
} from '@sacra/body';
import { bindState, decodeFigure, poseFigure, propSolids, standardMat } from '@sacra/figure';
import type { FigureMesh, PropPlace, Scene } from '@sacra/figure';
import { decodeAtlas, type Atlas } from '@sacra/solve';

/** A body with its figure, ready to be posed. */
export interface Model {
  readonly body: Body;
  readonly mesh: FigureMesh;
  /** The state in which the mesh was modelled. */
  readonly bind: BodyState;
}

/** The reference body with its baked figure. @throws when the figure's file is damaged or of another version */
export function referenceModel(tables: BodyTables, figureBytes: Uint8Array): Model {
  const body = createBody(referencePerson, tables);
  const mesh = decodeFigure(figureBytes);
  if (!mesh.ok) throw new Error(`figure.bin can't be read (${mesh.error.type}): delete it and bake again.`);
  return { body, mesh: mesh.value, bind: bindState(body) };
}

/** The reference body's atlas from its file. @throws when it is damaged or of another version */
export function readAtlas(bytes: Uint8Array): Atlas {
  const atlas = decodeAtlas(bytes);
  if (!atlas.ok) throw new Error(`reference.bin can't be read (${atlas.error.type}): delete it and bake again.`);
  return atlas.value;
}

/** The model in a configuration, with its props, on the mat. */
export function posedScene({ body, mesh, bind }: Model, q: Configuration, props: readonly PropPlace[]): Scene {
  return { figure: poseFigure(body, mesh, bind, q), solids: props.flatMap(propSolids), mat: standardMat };
}
