import {
  ExtrudeGeometry,
  Group,
  Mesh,
  MeshStandardMaterial,
  PlaneGeometry,
  ShadowMaterial,
  Shape,
  type Color,
} from 'three';
import { standardMat } from '@sacra/figure';
import { showPoolsOnMat, type MarkUniforms } from './marks-shader.ts';
import { groundShadeDeclarations } from './capsule-shade.ts';
import { softenWithDistance } from './soft-shadows.ts';
import type { StageTheme } from './palette.ts';

/** The mat, and a floor that shows nothing but shadows: behind it is the page. */
export interface Ground {
  readonly group: Group;
  paint(theme: StageTheme): void;
  dispose(): void;
}

const MAT_THICKNESS_M = 0.006;
const CORNER_M = 0.035;
/** Contact shade is worked out at vertices this far apart. */
const GRID_M = 0.014;
const FLOOR_GRID_M = 0.045;
const FLOOR_LENGTH_M = 4.2;
const FLOOR_WIDTH_M = 3.4;

export function createGround(
  shadeCapsules: { value: Float32Array },
  capsuleCount: number,
  marks: MarkUniforms,
): Ground {
  const { lengthM, widthM, centreM } = standardMat;
  const declarations = groundShadeDeclarations(capsuleCount);
  const side = new MeshStandardMaterial({ roughness: 0.95, dithering: true });
  const top = new MeshStandardMaterial({ roughness: 0.95, dithering: true });
  top.onBeforeCompile = (shader) => {
    shader.uniforms['shadeCapsules'] = shadeCapsules;
    shader.vertexShader = withContactShade(shader.vertexShader, declarations);
    shader.fragmentShader = softenWithDistance(shader.fragmentShader)
      .replace('#include <common>', '#include <common>\nvarying float vOpen;\nvarying vec2 vPlace;')
      .replace('#include <color_fragment>', roundedCorners(lengthM, widthM))
      .replace(
        '#include <lights_fragment_end>',
        /* glsl */ `#include <lights_fragment_end>
        vec3 dimmed = mix(vec3(0.26, 0.22, 0.17), vec3(1.0), vOpen);
        reflectedLight.indirectDiffuse *= dimmed;
        reflectedLight.directDiffuse *= mix(vec3(1.0), dimmed, 0.5);`,
      );
  };
  showPoolsOnMat(top, marks);
  const floor = new ShadowMaterial({ transparent: true });
  floor.onBeforeCompile = (shader) => {
    shader.uniforms['shadeCapsules'] = shadeCapsules;
    shader.vertexShader = withContactShade(shader.vertexShader, declarations);
    shader.fragmentShader = softenWithDistance(shader.fragmentShader)
      .replace('#include <common>', '#include <common>\nvarying float vOpen;\nvarying vec2 vPlace;')
      .replace(
        'opacity * ( 1.0 - getShadowMask() )',
        /* glsl */ `opacity * (1.0 - getShadowMask() * (0.25 + 0.75 * vOpen))
          * (1.0 - smoothstep(0.6, 1.0, length(vPlace / vec2(${(FLOOR_LENGTH_M / 2).toFixed(3)}, ${(FLOOR_WIDTH_M / 2).toFixed(3)}))))
          + (interleavedGradientNoise(gl_FragCoord.xy) - 0.5) / 255.0`,
      );
  };

  const slab = new Mesh(slabGeometry(lengthM, widthM), side);
  const cloth = new Mesh(gridGeometry(lengthM, widthM, GRID_M), top);
  const shadows = new Mesh(gridGeometry(FLOOR_LENGTH_M, FLOOR_WIDTH_M, FLOOR_GRID_M), floor);
  slab.castShadow = true;
  cloth.receiveShadow = slab.receiveShadow = shadows.receiveShadow = true;
  slab.position.z = -MAT_THICKNESS_M;
  shadows.position.z = -MAT_THICKNESS_M;
  shadows.renderOrder = -1;
  const group = new Group();
  group.position.set(centreM[0], centreM[1], 0);
  group.add(slab, cloth, shadows);

  return {
    group,
    paint(theme) {
      const set = (colour: Color, value: string): void => void colour.set(value);
      set(top.color, theme.mat);
      set(side.color, theme.matEdge);
      set(floor.color, theme.shadow);
      floor.opacity = theme.shadowOpacity;
    },
    dispose() {
      for (const mesh of [slab, cloth, shadows]) mesh.geometry.dispose();
      for (const material of [side, top, floor]) material.dispose();
    },
  };
}

function withContactShade(vertexShader: string, declarations: string): string {
  return vertexShader
    .replace('#include <common>', `#include <common>\n${declarations}\nvarying float vOpen;\nvarying vec2 vPlace;`)
    .replace(
      '#include <project_vertex>',
      /* glsl */ `vPlace = position.xy;
      vOpen = groundShade((modelMatrix * vec4(transformed, 1.0)).xyz);
      #include <project_vertex>`,
    );
}

/** Leaves out what lies beyond the mat's rounded corners; the slab beneath shows its edge. */
const roundedCorners = (lengthM: number, widthM: number): string => /* glsl */ `
  vec2 corner = abs(vPlace) - vec2(${(lengthM / 2 - CORNER_M).toFixed(4)}, ${(widthM / 2 - CORNER_M).toFixed(4)});
  if (length(max(corner, 0.0)) > ${CORNER_M.toFixed(4)}) discard;
`;

function gridGeometry(lengthM: number, widthM: number, stepM: number): PlaneGeometry {
  return new PlaneGeometry(lengthM, widthM, Math.round(lengthM / stepM), Math.round(widthM / stepM));
}

function slabGeometry(lengthM: number, widthM: number): ExtrudeGeometry {
  const [x, y, r] = [lengthM / 2, widthM / 2, CORNER_M];
  const outline = new Shape();
  outline.moveTo(-x + r, -y);
  outline.lineTo(x - r, -y);
  outline.absarc(x - r, -y + r, r, -Math.PI / 2, 0);
  outline.lineTo(x, y - r);
  outline.absarc(x - r, y - r, r, 0, Math.PI / 2);
  outline.lineTo(-x + r, y);
  outline.absarc(-x + r, y - r, r, Math.PI / 2, Math.PI);
  outline.lineTo(-x, -y + r);
  outline.absarc(-x + r, -y + r, r, Math.PI, 1.5 * Math.PI);
  // a hair lower than the cloth, so that the two never flicker
  return new ExtrudeGeometry(outline, { depth: MAT_THICKNESS_M - 0.0008, bevelEnabled: false, curveSegments: 10 });
}
