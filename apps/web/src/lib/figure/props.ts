import { propSolids, type PropPlace } from '@sacra/figure';
import { BufferAttribute, BufferGeometry, Group, Mesh, MeshStandardMaterial, ShaderChunk, type Box3 } from 'three';
import { contactShadeDeclarations, softenShadows } from './segment-shader.ts';
import type { Ball } from './segment-motion.ts';
import type { StageTheme } from './palette.ts';

/** Cushions, blocks, a chair, a wall: the same solids that the cards show. */
export interface Props {
  readonly group: Group;
  set(props: readonly PropPlace[]): void;
  /** Points that should be in the picture with the body; a wall may run out of it. */
  readonly corners: readonly Ball[];
  paint(theme: StageTheme): void;
  dispose(): void;
}

type PropPaint = keyof StageTheme['props'];
const isPropPaint = (paint: string, theme: StageTheme): paint is PropPaint => paint in theme.props;

export function createProps(shadeCapsules: { value: Float32Array }, capsuleCount: number): Props {
  const group = new Group();
  const material = new Map<string, MeshStandardMaterial>();
  let theme: StageTheme | undefined;
  let corners: Ball[] = [];

  const materialFor = (paint: string): MeshStandardMaterial => {
    let made = material.get(paint);
    if (!made) {
      made = new MeshStandardMaterial({ roughness: 0.9, dithering: true });
      shadeByBody(made, shadeCapsules, capsuleCount);
      material.set(paint, made);
      if (theme && isPropPaint(paint, theme)) made.color.set(theme.props[paint]);
    }
    return made;
  };
  const clear = (): void => {
    for (const child of group.children) if (child instanceof Mesh) child.geometry.dispose();
    group.clear();
  };

  return {
    group,
    get corners() {
      return corners;
    },
    set(props) {
      clear();
      corners = [];
      for (const solid of props.flatMap((prop) => propSolids(prop))) {
        const geometry = new BufferGeometry();
        geometry.setIndex(new BufferAttribute(solid.indices, 1));
        geometry.setAttribute('position', new BufferAttribute(solid.positions, 3));
        geometry.setAttribute('normal', new BufferAttribute(solid.normals, 3));
        const mesh = new Mesh(geometry, materialFor(solid.paint));
        mesh.castShadow = solid.paint !== 'wall';
        mesh.receiveShadow = true;
        group.add(mesh);
        geometry.computeBoundingBox();
        if (solid.paint !== 'wall' && geometry.boundingBox) corners.push(...cornersOf(geometry.boundingBox));
      }
    },
    paint(next) {
      theme = next;
      for (const [paint, made] of material) if (isPropPaint(paint, next)) made.color.set(next.props[paint]);
    },
    dispose() {
      clear();
      for (const made of material.values()) made.dispose();
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
        'vOpen = contactShade(transformed, objectNormal, 0.7);\n#include <project_vertex>',
      );
    shader.fragmentShader = softenShadows(shader.fragmentShader, ShaderChunk.shadowmap_pars_fragment)
      .replace('#include <common>', '#include <common>\nvarying float vOpen;')
      .replace(
        '#include <lights_fragment_end>',
        '#include <lights_fragment_end>\nreflectedLight.indirectDiffuse *= mix(0.3, 1.0, vOpen);',
      );
  };
}
