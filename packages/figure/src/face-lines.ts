/**
 * What is painted on the face, once for the stage's shader, the stills and the cards: metres on a body of 1.70 m in the head's
 * frame (x forward, y left, z up). Only the left half is written down; the right one is its mirror image.
 */

/** A brush stroke along an arc. At `u` from −1 (inner end) to 1 (outer end) it is at y = `acrossM` + u · `halfSpanM`, z = `upM` + `tiltM` · u + `bowM` · u². */
export interface FaceStroke {
  readonly name: 'lash' | 'crease' | 'brow' | 'nose' | 'mouth';
  /** A `pair` has a mirror twin; the stroke in the `middle` is its own: of it only u ≥ 0 is on the left. */
  readonly side: 'pair' | 'middle';
  readonly acrossM: number;
  readonly upM: number;
  readonly halfSpanM: number;
  readonly bowM: number;
  readonly tiltM: number;
  /** Width at the inner and the outer end before they run out, and how far from the ends they begin to, a share of the half span. */
  readonly widthsM: readonly [inner: number, outer: number];
  readonly taper: number;
  /** How much of its ink covers the skin, 0 to 1. */
  readonly strength: number;
}

/** Lids closed, brows at ease, a mouth that nearly smiles. */
export const faceStrokes: readonly FaceStroke[] = [
  {
    name: 'lash',
    side: 'pair',
    acrossM: 0.0312,
    upM: 0.0172,
    halfSpanM: 0.0138,
    bowM: 0.0046,
    tiltM: -0.0006,
    widthsM: [0.0018, 0.0033],
    taper: 0.35,
    strength: 0.95,
  },
  {
    name: 'crease',
    side: 'pair',
    acrossM: 0.0312,
    upM: 0.0272,
    halfSpanM: 0.0118,
    bowM: -0.0026,
    tiltM: -0.0002,
    widthsM: [0.0009, 0.0012],
    taper: 0.7,
    strength: 0.2,
  },
  {
    name: 'brow',
    side: 'pair',
    acrossM: 0.0325,
    upM: 0.0448,
    halfSpanM: 0.0165,
    bowM: -0.0034,
    tiltM: 0.0002,
    widthsM: [0.0043, 0.0027],
    taper: 0.45,
    strength: 0.78,
  },
  {
    name: 'nose',
    side: 'middle',
    acrossM: 0,
    upM: -0.0118,
    halfSpanM: 0.0088,
    bowM: 0.0036,
    tiltM: 0,
    widthsM: [0.0017, 0.0017],
    taper: 0.6,
    strength: 0.5,
  },
  {
    name: 'mouth',
    side: 'middle',
    acrossM: 0,
    upM: -0.0362,
    halfSpanM: 0.018,
    bowM: 0.0026,
    tiltM: 0,
    widthsM: [0.0013, 0.0014],
    taper: 0.4,
    strength: 0.7,
  },
];

/** The lips about the stroke of the mouth: how far the upper one reaches above it and the lower one below, and how far to each side. */
export const lips = { aboveM: 0.0046, belowM: 0.0062, halfWidthM: 0.0166, strength: 0.55 } as const;

/** Warmth that fades outwards: where it is strongest on the left half, over how far it fades, and how strong it is, 0 to 1. */
export const flushes = [
  { acrossM: 0.0385, upM: -0.006, reachM: 0.019, strength: 0.4 },
  { acrossM: 0, upM: -0.002, reachM: 0.008, strength: 0.26 },
] as const;

/** The hollow of the ear, forward and up: how wide its shade is, how far out it begins, and how strong it is, 0 to 1. */
export const earShade = { forwardM: 0.0035, upM: 0.0195, reachM: 0.0095, beyondM: 0.066, strength: 0.5 } as const;

/** In front of the first x nothing else of the head is; behind the second nothing of the face is painted, metres. */
export const FACE_FADES_M = [0.062, 0.046] as const;

/** The dip in the middle of the upper lip: how deep it is, and how narrow. */
export const CUPID_DIP = 0.22;
export const CUPID_NARROW = 40;
