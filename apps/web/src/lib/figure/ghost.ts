import type { Body, Configuration } from '@sacra/body';
import { Color, Group, Mesh, ShaderMaterial, type BufferGeometry } from 'three';
import { Eased } from './eased.ts';
import type { ThemeName } from './palette.ts';
import { createSegmentMotion, type SegmentMotion } from './segment-motion.ts';
import { skinningDeclarations } from './segment-shader.ts';

/** The body as it will be, as faint as breath on a window: where one is going, shown a moment before. */
export interface Ghost {
  readonly group: Group;
  /** Comes where `q` is, or goes. */
  show(q: Configuration | undefined, nowMs: number): void;
  setBody(body: Body): void;
  /** Makes it as faint as it is at `nowMs`; true while it comes or goes. */
  fade(nowMs: number): boolean;
  paint(theme: ThemeName): void;
  dispose(): void;
}

const COME_S = 1.2;
const GO_S = 0.8;
const colours: Readonly<Record<ThemeName, string>> = { light: '#2f5d62', dark: '#a9d3d0' };

/** @param geometry the figure's own, which the ghost shares */
export function createGhost(body: Body, geometry: BufferGeometry): Ghost {
  let motion: SegmentMotion | undefined;
  let ofBody = body;
  const strength = new Eased(0);
  const uniforms = {
    segmentMotion: { value: new Float32Array(8 * body.segments.length) as Float32Array },
    breath: { value: 0 },
    strength: { value: 0 },
    colour: { value: new Color() },
  };
  const shaders = {
    uniforms,
    vertexShader: vertexShader(body.segments.length),
    fragmentShader,
    transparent: true,
  };
  // The nearest surface alone is drawn: an arm behind the trunk would make the trunk darker.
  const depth = new ShaderMaterial({ ...shaders, colorWrite: false });
  const surface = new ShaderMaterial({ ...shaders, depthWrite: false });
  const group = new Group();
  for (const [order, material] of [depth, surface].entries()) {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = 2 + order;
    group.add(mesh);
  }
  group.visible = false;
  return {
    group,
    show(q, nowMs) {
      if (q === undefined) {
        if (strength.goal !== 0) strength.aim(0, GO_S, nowMs);
        return;
      }
      motion ??= createSegmentMotion(ofBody);
      motion.pose(q);
      uniforms.segmentMotion.value = motion.motion;
      if (strength.goal !== 1) strength.aim(1, COME_S, nowMs);
    },
    setBody(other) {
      ofBody = other;
      motion = undefined;
      strength.aim(0, 0, 0);
    },
    fade(nowMs) {
      uniforms.strength.value = strength.at(nowMs);
      group.visible = uniforms.strength.value > 0;
      return strength.isMoving(nowMs);
    },
    paint(theme) {
      uniforms.colour.value.set(colours[theme]);
    },
    dispose() {
      depth.dispose();
      surface.dispose();
    },
  };
}

const vertexShader = (segmentCount: number): string => /* glsl */ `
  ${skinningDeclarations(segmentCount)}
  varying vec3 vFacing;
  varying vec3 vTowards;

  void main() {
    mat2x4 motion = blendedMotion();
    vec4 seen = viewMatrix * vec4(moved(motion, position), 1.0);
    vFacing = mat3(viewMatrix) * movedNormal(motion);
    vTowards = -seen.xyz;
    gl_Position = projectionMatrix * seen;
  }
`;

/** Its edge can be seen, its middle hardly. */
const fragmentShader = /* glsl */ `
  uniform vec3 colour;
  uniform float strength;
  varying vec3 vFacing;
  varying vec3 vTowards;

  void main() {
    float edge = 1.0 - abs(dot(normalize(vFacing), normalize(vTowards)));
    gl_FragColor = vec4(colour, strength * (0.10 + 0.42 * edge * edge));
    #include <colorspace_fragment>
  }
`;
