/** Where a picture is taken from, as content states it. */
export interface View {
  /** Direction from the body to the camera around the vertical: 0 looks at the front of the mat, −π/2 at the body's right side. */
  readonly azimuthRad: number;
  /** Height of the camera above the horizon, −π/2 to π/2. */
  readonly elevationRad: number;
}

type Triple = readonly [number, number, number];

/** A pinhole camera over a z-up world. Pixels: x to the right, y down, (0, 0) the upper left corner of the picture. */
export interface Camera {
  readonly positionM: Triple;
  /** Unit axes of the camera in the world. */
  readonly rightInWorld: Triple;
  readonly upInWorld: Triple;
  readonly forwardInWorld: Triple;
  /** Pixels that one metre covers at a depth of one metre. */
  readonly focalPx: number;
  /** Pixel that lies straight ahead; shifting it slides the picture without turning the camera. */
  readonly centrePx: readonly [number, number];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Nothing nearer than this is drawn. */
  readonly nearM: number;
}

export interface ProjectedPoint {
  readonly xPx: number;
  readonly yPx: number;
  /** Distance along the viewing direction; the point is in front of the camera when positive. */
  readonly depthM: number;
}

/** A camera at `distanceM` from `targetM`, looking at it, with `focalPx` pixels to a metre at one metre. */
export function lookFrom(
  view: View,
  targetM: Triple,
  distanceM: number,
  picture: { readonly widthPx: number; readonly heightPx: number; readonly focalPx: number },
): Camera {
  const cosElevation = Math.cos(view.elevationRad);
  const sinElevation = Math.sin(view.elevationRad);
  const cosAzimuth = Math.cos(view.azimuthRad);
  const sinAzimuth = Math.sin(view.azimuthRad);
  const outward: Triple = [cosElevation * cosAzimuth, cosElevation * sinAzimuth, sinElevation];
  return {
    positionM: [
      targetM[0] + outward[0] * distanceM,
      targetM[1] + outward[1] * distanceM,
      targetM[2] + outward[2] * distanceM,
    ],
    rightInWorld: [-sinAzimuth, cosAzimuth, 0],
    upInWorld: [-sinElevation * cosAzimuth, -sinElevation * sinAzimuth, cosElevation],
    forwardInWorld: [-outward[0], -outward[1], -outward[2]],
    focalPx: picture.focalPx,
    centrePx: [picture.widthPx / 2, picture.heightPx / 2],
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    nearM: 0.05,
  };
}

/** Where a world point falls in the picture. Points behind the camera give a depth that is not positive and no meaningful pixel. */
export function projectPoint(camera: Camera, xM: number, yM: number, zM: number): ProjectedPoint {
  const dx = xM - camera.positionM[0];
  const dy = yM - camera.positionM[1];
  const dz = zM - camera.positionM[2];
  const alongRight = dx * camera.rightInWorld[0] + dy * camera.rightInWorld[1] + dz * camera.rightInWorld[2];
  const alongUp = dx * camera.upInWorld[0] + dy * camera.upInWorld[1] + dz * camera.upInWorld[2];
  const depthM = dx * camera.forwardInWorld[0] + dy * camera.forwardInWorld[1] + dz * camera.forwardInWorld[2];
  const scale = camera.focalPx / depthM;
  return { xPx: camera.centrePx[0] + alongRight * scale, yPx: camera.centrePx[1] - alongUp * scale, depthM };
}

/** The same picture with `factor` times as many pixels along each edge. */
export function enlarge(camera: Camera, factor: number): Camera {
  return {
    ...camera,
    focalPx: camera.focalPx * factor,
    centrePx: [camera.centrePx[0] * factor, camera.centrePx[1] * factor],
    widthPx: Math.round(camera.widthPx * factor),
    heightPx: Math.round(camera.heightPx * factor),
  };
}

/**
 * The part of a picture in which `points` (xyz, metres) are seen, with `borderPx` around them: the camera that draws just that, and
 * the pixel of the whole picture at its upper left corner.
 */
export function cropTo(
  camera: Camera,
  points: readonly Float32Array[],
  borderPx: number,
): { readonly camera: Camera; readonly cornerPx: readonly [x: number, y: number] } {
  const seen = boundsOf(camera, points);
  const left = Math.max(0, Math.floor(seen.left) - borderPx);
  const top = Math.max(0, Math.floor(seen.top) - borderPx);
  const cropped = {
    ...camera,
    centrePx: [camera.centrePx[0] - left, camera.centrePx[1] - top] as const,
    widthPx: Math.min(camera.widthPx, Math.ceil(seen.right) + borderPx) - left,
    heightPx: Math.min(camera.heightPx, Math.ceil(seen.bottom) + borderPx) - top,
  };
  return { camera: cropped, cornerPx: [left, top] };
}

export interface Framing {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Empty border kept on every side. */
  readonly marginPx: number;
  /** From the camera to the middle of what it sees: the larger, the flatter the perspective. */
  readonly distanceM: number;
  /** Ceiling on the scale at the middle, so that small poses are not blown up beside large ones. */
  readonly maximumPxPerM: number;
}

/**
 * The camera of `view` that shows all `points` (xyz, metres) centred, as large as the framing allows. The camera stands
 * still and zooms: for a fixed standpoint the picture grows in proportion to the focal length, so the fit is exact.
 */
export function frameCamera(view: View, points: readonly Float32Array[], framing: Framing): Camera {
  const targetM = middleOf(points);
  const unit = lookFrom(view, targetM, framing.distanceM, { widthPx: 0, heightPx: 0, focalPx: 1 });
  const { left, right, top, bottom } = boundsOf(unit, points);
  const focalPx = Math.min(
    (framing.widthPx - 2 * framing.marginPx) / (right - left),
    (framing.heightPx - 2 * framing.marginPx) / (bottom - top),
    framing.maximumPxPerM * framing.distanceM,
  );
  return {
    ...unit,
    focalPx,
    widthPx: framing.widthPx,
    heightPx: framing.heightPx,
    centrePx: [
      framing.widthPx / 2 - ((left + right) / 2) * focalPx,
      framing.heightPx / 2 - ((top + bottom) / 2) * focalPx,
    ],
  };
}

/** The rectangle of the picture that points (xyz, metres) fall into, pixels. */
export function boundsOf(
  camera: Camera,
  points: readonly Float32Array[],
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  // As `projectPoint`, written out: it is asked for every vertex of every picture.
  const [px, py, pz] = camera.positionM;
  const [rx, ry, rz] = camera.rightInWorld;
  const [ux, uy, uz] = camera.upInWorld;
  const [fx, fy, fz] = camera.forwardInWorld;
  const [cx, cy] = camera.centrePx;
  for (const array of points) {
    for (let i = 0; i + 2 < array.length; i += 3) {
      const x = array[i]! - px;
      const y = array[i + 1]! - py;
      const z = array[i + 2]! - pz;
      const scale = camera.focalPx / (x * fx + y * fy + z * fz);
      const xPx = cx + (x * rx + y * ry + z * rz) * scale;
      const yPx = cy - (x * ux + y * uy + z * uz) * scale;
      if (xPx < left) left = xPx;
      if (xPx > right) right = xPx;
      if (yPx < top) top = yPx;
      if (yPx > bottom) bottom = yPx;
    }
  }
  return { left, right, top, bottom };
}

function middleOf(points: readonly Float32Array[]): Triple {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const array of points) {
    for (let i = 0; i < array.length; i++) {
      low[i % 3] = Math.min(low[i % 3]!, array[i]!);
      high[i % 3] = Math.max(high[i % 3]!, array[i]!);
    }
  }
  if (!Number.isFinite(low[0]!)) throw new Error('A camera can frame only what has at least one point.');
  return [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
}
