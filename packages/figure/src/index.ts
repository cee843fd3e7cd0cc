export { bestView, type PoseToShow, type RatedView } from './best-view.ts';
export {
  cropTo,
  enlarge,
  frameCamera,
  lookFrom,
  projectPoint,
  type Camera,
  type Framing,
  type ProjectedPoint,
  type View,
} from './camera.ts';
export { cardCamera, cardSize, drawCard, type CardOptions } from './card.ts';
export { drawStrip, stripSize, type StripOptions, type StripPanel } from './strip.ts';
export { poseFigure } from './posed-figure.ts';
export { matUnder } from './mat.ts';
export { standardMat, type MatPlace, type PaintedSolid, type PosedFigure, type Scene } from './scene.ts';
export { propSolids, type PropPlace } from './solids.ts';
export { drawStill, type RgbImage } from './still.ts';
export { bindConfiguration } from './bind.ts';
export { inColours, type FigureColours } from './recolour.ts';
export { dressFigure } from './dress.ts';
export {
  CUPID_DIP,
  CUPID_NARROW,
  earShade,
  FACE_FADES_M,
  faceStrokes,
  flushes,
  lips,
  type FaceStroke,
} from './face-lines.ts';
export { buildHair, closeRim } from './hair.ts';
export { sideParting } from './parting.ts';
export {
  hairStyles,
  isMeshed,
  legCuts,
  meshedHairStyles,
  outfitKey,
  topCuts,
  usualOutfit,
  type HairStyle,
  type LegCut,
  type MeshedHairStyle,
  type Outfit,
  type TopCut,
} from './outfit.ts';
export { decodeFigure, type FigureFileError } from './decode.ts';
export { encodeFigure } from './encode.ts';
export { BODY_DENSITY_KG_PER_L, bindState, buildFigure, buildHalfFigure, correctFigure } from './figure.ts';
export {
  enclosedVolume,
  mirrorHalf,
  type FigureMesh,
  type FigureShape,
  type HalfFigure,
  type StoredShape,
} from './mesh.ts';
export {
  CORRECTION_DRIVERS,
  CORRECTIONS_A_VERTEX,
  createDriverReader,
  SIDE_SHARES,
  type Corrections,
} from './corrections.ts';
export {
  createPressing,
  FADES_AT,
  fleshGivesM,
  GENTLE_START,
  PRESSED,
  PRESSING_SIZE,
  pressingParts,
  SLOPE,
  YIELDS_IN_FULL_M,
} from './pressing.ts';
export { reshapeFigure } from './reshape.ts';
export { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from './skinning.ts';
