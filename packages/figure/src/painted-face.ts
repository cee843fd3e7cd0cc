import type { Body, BodyState } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import { faceStrokes, lips, type FaceStroke } from './face-lines.ts';
import type { FigureMesh } from './mesh.ts';
import { proportionsOf } from './proportions.ts';
import { anchoredPoint, headAnchors, type SkinAnchor } from './skin-anchor.ts';

/** A stroke of a drawn face where a posed figure has it. */
export interface PosedStroke {
  /** What is painted on the skin, or a line by which a hand that draws tells the form. */
  readonly name: FaceStroke['name'] | 'lips' | 'form';
  /** Points along it in the world, metres; of the lips their outline all the way round, without the first point again. */
  readonly pointsM: readonly Vec3[];
  /** How wide it is at each point before its ends run out, metres; 0 for the lips. */
  readonly widthsM: readonly number[];
}

interface AnchoredStroke extends Pick<PosedStroke, 'name' | 'widthsM'> {
  readonly anchors: readonly SkinAnchor[];
}

/** Where the strokes lie on a mesh: the same mesh is posed again and again. */
const known = new WeakMap<Float32Array, readonly AnchoredStroke[]>();

/** The strokes of the face of a figure that was modelled in `bind` and posed: what is painted on it, its ears and its jaw. */
export function posedStrokes(
  body: Body,
  bind: BodyState,
  mesh: FigureMesh,
  posedPositions: Float32Array,
): PosedStroke[] {
  let strokes = known.get(mesh.positions);
  if (!strokes) known.set(mesh.positions, (strokes = anchoredStrokes(body, bind, mesh)));
  return strokes.map(({ name, widthsM, anchors }) => ({
    name,
    widthsM,
    pointsM: anchors.map((anchor) => anchoredPoint(posedPositions, anchor)),
  }));
}

/** Lines on the side of the head, forward and up in its frame, metres at 1.70 m: the hollow of the ear; the jaw from below the ear to the chin. */
const onTheSide: readonly (readonly (readonly [forward: number, up: number])[])[] = [
  [
    [0.007, 0.032],
    [-0.001, 0.0345],
    [-0.008, 0.029],
    [-0.009, 0.019],
    [-0.004, 0.011],
    [0.003, 0.006],
  ],
  [
    [0.004, -0.022],
    [0.012, -0.035],
    [0.026, -0.047],
    [0.042, -0.057],
    [0.056, -0.0645],
    [0.07, -0.07],
  ],
];
const FORM_WIDTH_M = 0.0026;
const STEPS = 12;

function anchoredStrokes(body: Body, bind: BodyState, mesh: FigureMesh): AnchoredStroke[] {
  const { length } = proportionsOf(body, 1);
  const anchorAt = headAnchors(body, bind, mesh);
  const inFront = (acrossM: number, upM: number): SkinAnchor[] => {
    const anchor = anchorAt('front', length(acrossM), length(upM));
    return anchor ? [anchor] : [];
  };
  const places = Array.from({ length: STEPS + 1 }, (_, step) => (2 * step) / STEPS - 1);
  const painted = faceStrokes.flatMap((stroke) =>
    [1, -1].slice(0, stroke.side === 'pair' ? 2 : 1).map((sign): AnchoredStroke => {
      const along = places.flatMap((u) =>
        inFront(sign * (stroke.acrossM + u * stroke.halfSpanM), heightOf(stroke, u)).map((anchor) => ({ u, anchor })),
      );
      return {
        name: stroke.name,
        anchors: along.map(({ anchor }) => anchor),
        widthsM: along.map(({ u }) => length(widthOf(stroke, u))),
      };
    }),
  );
  const formed = (['left', 'right'] as const).flatMap((side) =>
    onTheSide.map((line): AnchoredStroke => {
      const anchors = line.flatMap(([forward, up]) => anchorAt(side, length(forward), length(up)) ?? []);
      return { name: 'form', anchors, widthsM: anchors.map(() => length(FORM_WIDTH_M)) };
    }),
  );
  const mouth = lipsOutline().flatMap(([across, up]) => inFront(across, up));
  return [{ name: 'lips' as const, anchors: mouth, widthsM: mouth.map(() => 0) }, ...painted, ...formed].filter(
    ({ anchors }) => anchors.length > 3,
  );
}

const heightOf = ({ upM, tiltM, bowM }: FaceStroke, u: number): number => upM + tiltM * u + bowM * u * u;

/** Of a stroke in the middle both ends are outer ones. */
function widthOf({ side, widthsM: [inner, outer] }: FaceStroke, u: number): number {
  return inner + (side === 'middle' ? Math.abs(u) : (u + 1) / 2) * (outer - inner);
}

/** The outline of the lips about the stroke of the mouth: to the left and up in the head's frame, metres at 1.70 m. */
function lipsOutline(): (readonly [acrossM: number, upM: number])[] {
  const mouth = faceStrokes.find(({ name }) => name === 'mouth');
  if (!mouth) return [];
  return Array.from({ length: 2 * STEPS }, (_, i) => {
    const turn = (i * Math.PI) / STEPS;
    const across = lips.halfWidthM * Math.cos(turn);
    const reach = Math.sin(turn) * (turn < Math.PI ? lips.aboveM : lips.belowM);
    return [across, heightOf(mouth, across / mouth.halfSpanM) + reach] as const;
  });
}
