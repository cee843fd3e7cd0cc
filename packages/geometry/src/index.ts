export * from './angle.ts';
export * from './ball-chains.ts';
export * from './closest-points.ts';
export * from './flat.ts';
export * from './hull.ts';
export * from './quaternion.ts';
export * from './transform.ts';
export * from './vec3.ts';
