import { createBody, type Body, type Person } from '@sacra/body';
import { bindState, cardCamera, cardSize, drawStill, enlarge, reshapeFigure } from '@sacra/figure';
import { keyframeOf, type KeyframeKey } from '@sacra/pose';
import { catalogueSolver, fitOf, type CatalogueSolver, type Keyframes } from '@sacra/solve';
import { viewOf } from './card-list.ts';
import type { Content } from './content/read-content.ts';
import { posedScene, readReferenceModel, type Model } from './model.ts';
import type { Tile } from './sheet.ts';

/** Pictures of poses on the bodies of persons: each person's figure is the reference figure reshaped. */
export interface Photographer {
  /** A keyframe as it is shown on a person's body; what is tried when nothing is. Its label says which and why. */
  picture(person: Person, key: KeyframeKey, widthPx: number): Tile;
}

/** @throws when the figure isn't baked or its file is damaged */
export function photographer({ catalogue, bodyTables }: Content): Photographer {
  const { body: reference, mesh } = readReferenceModel(bodyTables);
  const usual: Keyframes = catalogueSolver(reference, catalogue);
  const known = new Map<Person, { model: Model; solver: CatalogueSolver }>();

  const of = (person: Person): { model: Model; solver: CatalogueSolver } => {
    const before = known.get(person);
    if (before) return before;
    const body: Body = createBody(person, bodyTables);
    const made = {
      model: { body, mesh: reshapeFigure(mesh, reference, body), bind: bindState(body) },
      solver: catalogueSolver(body, catalogue, usual),
    };
    known.set(person, made);
    return made;
  };

  return {
    picture(person, key, widthPx) {
      const { model, solver } = of(person);
      const fit = fitOf(solver, key);
      const shown = fit.shown ?? key;
      const { q, props } = solver.keyframe(shown);
      const scene = posedScene(model, q, props);
      const camera = cardCamera(scene, viewOf(keyframeOf(catalogue, shown), shown));
      const why = fit.because ? `${fit.shown ?? 'nothing'}: ${fit.because.kind} ${fit.because.what}` : key;
      return { image: drawStill(scene, enlarge(camera, widthPx / cardSize.widthUnits)), label: why };
    },
  };
}
