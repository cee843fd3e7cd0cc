import type { Body, BodyState } from '@sacra/body';
import { clothesFields } from './clothes.ts';
import { bindState } from './figure.ts';
import { ear, skull } from './head-parts.ts';
import { hairlineDistance } from './hairline.ts';
import type { FigureMesh, FigureShape } from './mesh.ts';
import type { HairStyle, Outfit } from './outfit.ts';
import { leftOfParting } from './parting.ts';
import { proportionsOf } from './proportions.ts';
import { scarfRegion } from './scarf-parts.ts';
import { inSegment } from './segment-frame.ts';

/** Beside the ear hair ends sharply: distances to it count this much. */
const EDGE_AT_EAR = 4;
/** A field where no edge is near. */
const FAR_M = 0.06;

/**
 * The bare figure of `body` in an outfit: clothes are painted on its skin, and so is hair that lies close; `hair` is the mesh of the
 * outfit's style where it has one (`isMeshed`). Symmetric in both sides. Takes some milliseconds; dress first, then reshape.
 */
export function dressFigure(body: Body, skin: FigureShape, hair: FigureShape | undefined, outfit: Outfit): FigureMesh {
  const bind = bindState(body);
  const skinCount = skin.positions.length / 3;
  const hairCount = (hair?.positions.length ?? 0) / 3;
  const fields = new Float32Array(3 * (skinCount + hairCount));
  const clothes = clothesFields(body, bind, skin, outfit);
  const grows = scalpOf(body, bind, outfit.hair);
  const rims = outfit.hair === 'scarf' ? () => FAR_M : hairlineOf(body, bind, outfit.hair);
  for (let v = 0; v < skinCount; v++) {
    fields[3 * v] = clothes[2 * v]!;
    fields[3 * v + 1] = clothes[2 * v + 1]!;
    fields[3 * v + 2] = grows(skin.positions[3 * v]!, skin.positions[3 * v + 1]!, skin.positions[3 * v + 2]!);
  }
  for (let v = 0; v < hairCount; v++) {
    const [x, y, z] = [hair!.positions[3 * v]!, hair!.positions[3 * v + 1]!, hair!.positions[3 * v + 2]!];
    fields.set([-FAR_M, -FAR_M, rims(x, y, z)], 3 * (skinCount + v));
  }
  return {
    ...skin,
    positions: joined(Float32Array, skin.positions, hair?.positions),
    normals: joined(Float32Array, skin.normals, hair?.normals),
    boneIndices: joined(Uint8Array, skin.boneIndices, hair?.boneIndices),
    boneWeights: joined(Float32Array, skin.boneWeights, hair?.boneWeights),
    indices: joined(
      Uint32Array,
      skin.indices,
      hair?.indices.map((index) => index + skinCount),
    ),
    fields,
    skinIndexCount: skin.indices.length,
  };
}

/** Signed distance to the edge of what has the colour of hair, positive inside: all but the ears above the hairline, or the scarf. */
function scalpOf(body: Body, bind: BodyState, style: HairStyle): (x: number, y: number, z: number) => number {
  if (style === 'bare') return () => -FAR_M;
  const p = proportionsOf(body, 1);
  const scale = p.length(1);
  const earShape = ear(p);
  const region = scarfRegion(p);
  const inHead = inSegment(body, bind, 'head');
  return (x, y, z) => {
    const [hx, hy, hz] = inHead(x, Math.abs(y), z);
    const inside =
      style === 'scarf'
        ? region(hx, hy, hz)
        : Math.min(hairlineDistance(hx, hy, hz, scale), EDGE_AT_EAR * (earShape.distance(hx, hy, hz) - 0.0015 * scale));
    return Math.max(-FAR_M, Math.min(FAR_M, inside));
  };
}

/** Hair that stands off from the skull by more than this does not thin out, wherever it is: metres at 1.70 m. */
const STANDS_OFF_M = 0.0095;

/** Signed distance of hair to the hairline, where it thins out: positive behind it. What hangs over the skin has no such edge. */
function hairlineOf(body: Body, bind: BodyState, style: HairStyle): (x: number, y: number, z: number) => number {
  const p = proportionsOf(body, 1);
  const scale = p.length(1);
  const under = skull(p);
  const inHead = inSegment(body, bind, 'head');
  return (x, y, z) => {
    const [hx, hy, hz] = inHead(x, y, z);
    if (style === 'bob' && leftOfParting(hx / scale, hy / scale) < 0) return FAR_M;
    const off = under.distance(hx, hy, hz) - STANDS_OFF_M * scale;
    return Math.max(-FAR_M, Math.min(FAR_M, Math.max(off, hairlineDistance(hx, hy, hz, scale))));
  };
}

function joined<T extends Float32Array | Uint8Array | Uint32Array>(
  Store: new (length: number) => T,
  first: T,
  second: T | undefined,
): T {
  if (second === undefined) return first;
  const all = new Store(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
