import { propSolids, type PropPlace } from '@sacra/figure';
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  Matrix4,
  Mesh,
  MeshStandardMaterial,
  PlaneGeometry,
  Vector3,
  type Box3,
} from 'three';
import { contactShadeDeclarations } from './capsule-shade.ts';
import { softenShadows } from './soft-shadows.ts';
import type { Ball } from './segment-motion.ts';
import type { StageTheme } from './palette.ts';

/** Cushions, blocks, a chair, a wall: the same solids that the cards show. */
export interface Props {
  readonly group: Group;
  /** What is new fades in from `nowMs` on, what is no longer there fades out; at once when nothing has been drawn yet. */
  set(props: readonly PropPlace[], nowMs: number): void;
  /** Shows everything as it is at `nowMs`; true while something fades, and when it has just gone. */
  fade(nowMs: number): boolean;
  /** Points that should be in the picture with the body; a wall may run out of it. */
  readonly corners: readonly Ball[];
  paint(theme: StageTheme): void;
  dispose(): void;
}

type PropPaint = keyof StageTheme['props'];
const isPropPaint = (paint: string, theme: StageTheme): paint is PropPaint => paint in theme.props;

/** One thing: its meshes, and since when it comes or goes. */
interface Standing {
  readonly group: Group;
  readonly materials: readonly MeshStandardMaterial[];
  readonly corners: readonly Ball[];
  readonly sinceMs: number;
  readonly isGoing: boolean;
}

const FADE_MS = 600;
const Y_DOWN = new Vector3(0, -1, 0);
const Z_UP = new Vector3(0, 0, 1);
const X_BACK = new Vector3(-1, 0, 0);
const WALL_WIDTH_M = 2.8;
const WALL_HEIGHT_M = 2.1;

export function createProps(shadeCapsules: { value: Float32Array }, capsuleCount: number, isStill: boolean): Props {
  const group = new Group();
  const standing = new Map<string, Standing>();
  let theme: StageTheme | undefined;
  let hasFaded = false;

  const build = (prop: PropPlace, sinceMs: number): Standing => {
    if (prop.kind === 'wall') return buildWall(prop, sinceMs);
    const solids = propSolids(prop);
    const materials = new Map<string, MeshStandardMaterial>();
    const one = new Group();
    const corners: Ball[] = [];
    for (const { indices, positions, normals, paint } of solids) {
      const geometry = new BufferGeometry();
      geometry.setIndex(new BufferAttribute(indices, 1));
      geometry.setAttribute('position', new BufferAttribute(positions, 3));
      geometry.setAttribute('normal', new BufferAttribute(normals, 3));
      let material = materials.get(paint);
      if (!material) {
        material = new MeshStandardMaterial({ roughness: 0.9, dithering: true });
        material.name = paint;
        shadeByBody(material, shadeCapsules, capsuleCount);
        materials.set(paint, material);
      }
      const mesh = new Mesh(geometry, material);
      mesh.castShadow = mesh.receiveShadow = true;
      one.add(mesh);
      geometry.computeBoundingBox();
      if (geometry.boundingBox) corners.push(...cornersOf(geometry.boundingBox));
    }
    group.add(one);
    return { group: one, materials: [...materials.values()], corners, sinceMs, isGoing: false };
  };
  /** A wall has no end: it goes over into the page all around, and may run out of the picture. */
  const buildWall = ({ positionM, yawRad }: PropPlace, sinceMs: number): Standing => {
    const material = new MeshStandardMaterial({
      roughness: 0.95,
      dithering: true,
      side: DoubleSide,
      depthWrite: false,
    });
    material.name = 'wall';
    shadeByBody(material, shadeCapsules, capsuleCount);
    fadeTowardsRim(material);
    const mesh = new Mesh(new PlaneGeometry(WALL_WIDTH_M, WALL_HEIGHT_M, 48, 40), material);
    mesh.receiveShadow = true;
    // it stands upright, its face towards −x before it is turned
    mesh.quaternion.setFromRotationMatrix(new Matrix4().makeBasis(Y_DOWN, Z_UP, X_BACK));
    mesh.position.z = WALL_HEIGHT_M / 2;
    const one = new Group();
    one.position.set(...positionM);
    one.rotation.z = yawRad;
    one.add(mesh);
    group.add(one);
    return { group: one, materials: [material], corners: [], sinceMs, isGoing: false };
  };
  const colour = ({ materials }: Standing): void => {
    for (const made of materials) if (theme && isPropPaint(made.name, theme)) made.color.set(theme.props[made.name]);
  };
  const remove = (name: string, one: Standing): void => {
    for (const child of one.group.children) if (child instanceof Mesh) child.geometry.dispose();
    for (const material of one.materials) material.dispose();
    group.remove(one.group);
    standing.delete(name);
  };

  return {
    group,
    get corners() {
      return [...standing.values()].flatMap(({ corners, isGoing }) => (isGoing ? [] : corners));
    },
    set(props, nowMs) {
      const sinceMs = isStill || !hasFaded ? -Infinity : nowMs;
      const wanted = new Map(props.map((prop) => [JSON.stringify(prop), prop]));
      for (const [name, one] of standing) {
        if (one.isGoing === wanted.has(name)) standing.set(name, { ...one, isGoing: !one.isGoing, sinceMs });
      }
      for (const [name, prop] of wanted) {
        if (standing.has(name)) continue;
        const one = build(prop, sinceMs);
        colour(one);
        standing.set(name, one);
      }
    },
    fade(nowMs) {
      hasFaded = true;
      let isFading = false;
      for (const [name, one] of standing) {
        const passed01 = Math.min(1, Math.max(0, (nowMs - one.sinceMs) / FADE_MS));
        if (one.isGoing && passed01 === 1) {
          remove(name, one);
          isFading = true;
          continue;
        }
        if (passed01 < 1) isFading = true;
        for (const material of one.materials) {
          const isThin = passed01 < 1 || material.name === 'wall';
          if (material.transparent !== isThin) material.needsUpdate = true;
          material.transparent = isThin;
          material.opacity = one.isGoing ? 1 - passed01 : passed01;
        }
      }
      return isFading;
    },
    paint(next) {
      theme = next;
      for (const one of standing.values()) colour(one);
    },
    dispose() {
      for (const [name, one] of standing) remove(name, one);
    },
  };
}

const cornersOf = ({ min, max }: Box3): Ball[] =>
  [min.x, max.x].flatMap((x) => [min.y, max.y].flatMap((y) => [min.z, max.z].map((z): Ball => [x, y, z, 0.01])));

function shadeByBody(
  material: MeshStandardMaterial,
  shadeCapsules: { value: Float32Array },
  capsuleCount: number,
): void {
  material.onBeforeCompile = (shader) => {
    shader.uniforms['shadeCapsules'] = shadeCapsules;
    shader.vertexShader = shader.vertexShader
      .replace(
        '#include <common>',
        `#include <common>\n${contactShadeDeclarations(capsuleCount)}\nvarying float vOpen;`,
      )
      .replace(
        '#include <project_vertex>',
        'vOpen = contactShade((modelMatrix * vec4(transformed, 1.0)).xyz, mat3(modelMatrix) * objectNormal, 0.7);\n#include <project_vertex>',
      );
    shader.fragmentShader = softenShadows(shader.fragmentShader)
      .replace('#include <common>', '#include <common>\nvarying float vOpen;')
      .replace(
        '#include <lights_fragment_end>',
        '#include <lights_fragment_end>\nreflectedLight.indirectDiffuse *= mix(0.3, 1.0, vOpen);',
      );
  };
}

/** From the front it is there, less and less towards its rim; from behind it is hardly seen, so that it hides nobody. */
function fadeTowardsRim(material: MeshStandardMaterial): void {
  const before = material.onBeforeCompile;
  material.customProgramCacheKey = () => 'wall';
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', 'varying vec2 vPlace;\nvoid main() {')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvPlace = position.xy;');
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', 'varying vec2 vPlace;\nvoid main() {')
      .replace(
        '#include <alphamap_fragment>',
        /* glsl */ `
      vec2 fromMiddle = vPlace / vec2(${(WALL_WIDTH_M / 2).toFixed(2)}, ${(WALL_HEIGHT_M / 2).toFixed(2)});
      diffuseColor.a *= (1.0 - smoothstep(0.35, 1.0, abs(fromMiddle.x))) * (1.0 - smoothstep(0.3, 1.0, fromMiddle.y));
      if (!gl_FrontFacing) diffuseColor.a *= 0.15;
      #include <alphamap_fragment>`,
      );
  };
}
