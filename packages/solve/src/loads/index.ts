export type { Band, HandsBand } from './band.ts';
export { bandMarks, bandsBetween, bandsOf, everydayLoads, pressN, type Bands, type EverydayLoads } from './bands.ts';
export type { BearingPoint, Posture } from './bearing-points.ts';
export { bendingForwardDeg, leaning } from './everyday-postures.ts';
export type { JointLoad } from './joint-loads.ts';
export { loadsOf, type BearingForce, type Loads, type OutOfBalance } from './loads.ts';
