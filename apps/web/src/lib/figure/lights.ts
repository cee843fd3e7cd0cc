import { DirectionalLight, HemisphereLight, type Scene } from 'three';
import type { StageTheme } from './palette.ts';

/** A soft sky, one lamp that casts shadows, and a rim of light from behind. */
export interface Lights {
  /** Places the lamps for a view around a point: the key light comes over the viewer's right shoulder. */
  aim(azimuthRad: number, targetM: readonly [number, number, number]): void;
  paint(theme: StageTheme): void;
  dispose(): void;
}

const SHADOW_MAP = 2048;
const REACH_M = 1.45;
const NEAREST_M = 0.5;
const FURTHEST_M = 8;
/** What a texel of the shadow map covers, and how deep the map is. */
export const SHADOW_TEXEL_M = (2 * REACH_M) / SHADOW_MAP;
export const SHADOW_DEPTH_M = FURTHEST_M - NEAREST_M;

export function createLights(scene: Scene): Lights {
  const sky = new HemisphereLight();
  sky.position.set(0, 0, 1);
  const key = new DirectionalLight();
  key.castShadow = true;
  key.shadow.mapSize.set(SHADOW_MAP, SHADOW_MAP);
  key.shadow.radius = 9;
  key.shadow.bias = -0.0004;
  key.shadow.normalBias = 0.012;
  const frame = key.shadow.camera;
  [frame.left, frame.right, frame.top, frame.bottom] = [-REACH_M, REACH_M, REACH_M, -REACH_M];
  [frame.near, frame.far] = [NEAREST_M, FURTHEST_M];
  const rim = new DirectionalLight();
  scene.add(sky, key, key.target, rim, rim.target);
  return {
    aim(azimuthRad, targetM) {
      const [ca, sa] = [Math.cos(azimuthRad), Math.sin(azimuthRad)];
      const [x, y] = [targetM[0], targetM[1]];
      key.target.position.set(x, y, 0.3);
      key.position.set(x + 4 * (0.44 * ca - 0.26 * sa), y + 4 * (0.44 * sa + 0.26 * ca), 0.3 + 4 * 0.86);
      rim.target.position.set(x, y, 0.3);
      rim.position.set(x - 3 * ca + 1.6 * sa, y - 3 * sa - 1.6 * ca, 1.9);
    },
    paint(theme) {
      sky.color.set(theme.skyColour);
      sky.groundColor.set(theme.groundColour);
      sky.intensity = theme.skyIntensity;
      key.color.set(theme.keyColour);
      key.intensity = theme.keyIntensity;
      rim.color.set(theme.rimColour);
      rim.intensity = theme.rimIntensity;
    },
    dispose() {
      key.dispose();
      rim.dispose();
      sky.dispose();
    },
  };
}
