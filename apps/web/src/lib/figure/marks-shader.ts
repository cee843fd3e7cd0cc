import { Color, type MeshStandardMaterial } from 'three';
import { MOST_PLACES, MOST_POOLS } from './marks.ts';
import type { ThemeName } from './palette.ts';

/** What the shaders of marks read. */
export interface MarkUniforms {
  readonly markPlaces: { value: Float32Array };
  readonly markPools: { value: Float32Array };
  readonly areaTint: { value: Color };
  readonly namedGlow: { value: Color };
}

const colours: Readonly<Record<ThemeName, { readonly area: string; readonly named: string }>> = {
  light: { area: '#ffc062', named: '#ffe6b4' },
  dark: { area: '#f0b05a', named: '#ffe9bd' },
};

export function markUniforms(places: Float32Array, pools: Float32Array): MarkUniforms {
  return {
    markPlaces: { value: places },
    markPools: { value: pools },
    areaTint: { value: new Color() },
    namedGlow: { value: new Color() },
  };
}

export function paintMarks(uniforms: MarkUniforms, theme: ThemeName): void {
  uniforms.areaTint.value.set(colours[theme].area);
  uniforms.namedGlow.value.set(colours[theme].named);
}

/** Lets a material of the figure show marks, after whatever else it does to its shader. Places lie in the bind pose, where `position` is. */
export function showMarksOnBody(material: MeshStandardMaterial, uniforms: MarkUniforms): void {
  extend(material, uniforms, {
    name: 'marks on the body',
    vertexDeclarations: /* glsl */ `
      uniform vec4 markPlaces[${2 * MOST_PLACES}];
      varying vec2 vMarks;

      // x: area, y: named contact
      vec2 marksAt(vec3 point) {
        vec2 marks = vec2(0.0);
        for (int i = 0; i < ${MOST_PLACES}; i++) {
          vec4 start = markPlaces[2 * i];
          vec4 end = markPlaces[2 * i + 1];
          if (end.w == 0.0) break;
          vec3 along = end.xyz - start.xyz;
          float t = clamp(dot(point - start.xyz, along) / max(dot(along, along), 1e-8), 0.0, 1.0);
          float inside = 1.0 - smoothstep(0.1 * start.w, 1.15 * start.w, distance(point, start.xyz + along * t));
          marks = max(marks, inside * vec2(max(end.w, 0.0), max(-end.w, 0.0)));
        }
        return marks;
      }`,
    vertex: 'vMarks = marksAt(position);',
    fragmentDeclarations: 'varying vec2 vMarks;\nuniform vec3 areaTint;\nuniform vec3 namedGlow;',
    colour: /* glsl */ `
      // as light lies over a colour: lighter on the way, where a mixture with the green of cloth would be brown
      diffuseColor.rgb += (1.0 - diffuseColor.rgb) * areaTint * (0.45 * vMarks.x);
      diffuseColor.rgb = mix(diffuseColor.rgb, namedGlow, 0.5 * vMarks.y);`,
    light: 'totalEmissiveRadiance += namedGlow * (0.16 * vMarks.y) + areaTint * (0.26 * vMarks.x);',
  });
}

/** Lets the mat show pools of light where named contacts lie. `vPlace` is the place on the mat, whose middle is at the origin. */
export function showPoolsOnMat(material: MeshStandardMaterial, uniforms: MarkUniforms): void {
  extend(material, uniforms, {
    name: 'pools on the mat',
    vertexDeclarations: '',
    vertex: '',
    fragmentDeclarations: /* glsl */ `
      uniform vec4 markPools[${MOST_POOLS}];
      uniform vec3 namedGlow;

      float poolAt(vec2 place) {
        float light = 0.0;
        for (int i = 0; i < ${MOST_POOLS}; i++) {
          vec4 pool = markPools[i];
          light = max(light, pool.w * (1.0 - smoothstep(0.25, 1.0, distance(place, pool.xy) / max(pool.z, 1e-4))));
        }
        return light;
      }`,
    colour: '',
    light: /* glsl */ `
      float pool = poolAt(vPlace);
      diffuseColor.rgb = mix(diffuseColor.rgb, namedGlow, 0.5 * pool);
      totalEmissiveRadiance += namedGlow * (0.14 * pool);`,
  });
}

interface Additions {
  readonly name: string;
  readonly vertexDeclarations: string;
  readonly vertex: string;
  readonly fragmentDeclarations: string;
  readonly colour: string;
  readonly light: string;
}

function extend(material: MeshStandardMaterial, uniforms: MarkUniforms, additions: Additions): void {
  const before = material.onBeforeCompile;
  // Programs are told apart by the text of this function, which is the same for all that are extended.
  material.customProgramCacheKey = () => additions.name;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', `${additions.vertexDeclarations}\nvoid main() {`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${additions.vertex}`);
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', `${additions.fragmentDeclarations}\nvoid main() {`)
      .replace('#include <metalnessmap_fragment>', `${additions.colour}\n#include <metalnessmap_fragment>`)
      .replace('#include <emissivemap_fragment>', `#include <emissivemap_fragment>\n${additions.light}`);
  };
}
