import { createBody, expandPaired, type Body, type BodyTables } from '@sacra/body';
import {
  bindState,
  drawCard,
  inColours,
  poseFigure,
  propSolids,
  reshapeFigure,
  matUnder,
  type FigureMesh,
  type Outfit,
} from '@sacra/figure';
import { resolveShape, tryShape, type Catalogue, type Try } from '@sacra/pose';
import { catalogueSolver, mirrorBody, mirrorKeyframe, solveKeyframe, type Keyframe } from '@sacra/solve';
import { paletteOf } from '../figure/palette.ts';
import type { PreviewAnswer, PreviewQuestion, Seen } from './preview-messages.ts';
import { viewOfSeen } from './view-of-seen.ts';

export interface PreviewSurroundings {
  readonly catalogue: Catalogue;
  readonly tries: readonly Try[];
  readonly tables: BodyTables;
  /** The body that the baked figure was modelled on. */
  readonly reference: Body;
  /** The baked figure of the reference body in an outfit; undefined when it can't be had. */
  readonly figure: (url: string, outfit: Outfit) => Promise<FigureMesh | undefined>;
}

/** What a body looks like in a pose or a try: its figure, reshaped and solved, or a card of it. */
export async function answerPreview(question: PreviewQuestion, around: PreviewSurroundings): Promise<PreviewAnswer> {
  const { id, person, seen, look, asCard } = question;
  const baked = await around.figure(question.figureUrl, look);
  if (baked === undefined) return { id, kind: 'failed' };
  const body = createBody(person, around.tables);
  const mesh = reshapeFigure(baked, around.reference, body);
  const { q, props } = solveSeen(body, seen, around);
  if (!asCard) return { id, kind: 'figure', figure: { q, props, positions: mesh.positions, normals: mesh.normals } };
  const figure = poseFigure(body, mesh, bindState(body), q);
  const solids = props.flatMap(propSolids);
  const scene = { figure, solids, mat: matUnder({ figure, solids }) };
  const view = viewOfSeen(around.catalogue, around.tries, seen);
  return { id, kind: 'card', svg: inColours(drawCard(scene, { view, title: '' }), paletteOf(look)) };
}

function solveSeen(body: Body, seen: Seen, { catalogue, tries }: PreviewSurroundings): Keyframe {
  if (seen.kind === 'keyframe') return catalogueSolver(body, catalogue).keyframe(seen.key);
  const one = tries.find(({ id }) => id === seen.id);
  if (one === undefined) throw new Error(`no try "${seen.id}"; there are ${tries.map(({ id }) => id).join(', ')}`);
  const shape = resolveShape(tryShape(one, seen.value), () => undefined, {
    isPaired: (name) => expandPaired(name).length === 2,
  });
  // written for the right side: the left is the mirror image of the right on the mirrored body
  const asRight = seen.side === 'left' ? mirrorBody(body) : body;
  const solved = solveKeyframe(asRight, one.id, shape, () => []);
  return seen.side === 'left' ? mirrorKeyframe(body, solved) : solved;
}
