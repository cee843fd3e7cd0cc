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
export { poseFigure } from './posed-figure.ts';
export { standardMat, type MatPlace, type PaintedSolid, type PosedFigure, type Scene } from './scene.ts';
export { propSolids, type PropPlace } from './solids.ts';
export { drawStill, type RgbImage } from './still.ts';
export { bindConfiguration } from './bind.ts';
export { decodeFigure, type FigureFileError } from './decode.ts';
export { encodeFigure } from './encode.ts';
export { BODY_DENSITY_KG_PER_L, bindState, buildFigure, buildHalfFigure } from './figure.ts';
export { enclosedVolume, mirrorHalf, type FigureMesh, type HalfFigure } from './mesh.ts';
export { reshapeFigure } from './reshape.ts';
export { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from './skinning.ts';
