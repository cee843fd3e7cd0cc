import { createBody, mirrorConfiguration, referencePerson } from '@sacra/body';
import {
  bindState,
  decodeFigure,
  dressFigure,
  meshedHairStyles,
  poseFigure,
  usualOutfit,
  type FigureShape,
  type MeshedHairStyle,
} from '@sacra/figure';
import { atlasKeyframe } from '@sacra/solve';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { atlasPath } from '../src/bake-atlas.ts';
import { figurePath, hairPath } from '../src/bake-figure.ts';
import { readBodyTables } from '../src/content/read-body.ts';
import { readAtlas } from '../src/model.ts';

const tables = readBodyTables(join(fileURLToPath(new URL('../../', import.meta.url)), 'content'));
if (!tables.ok) throw new Error('The body tables cannot be read; their own tests say why.');
const body = createBody(referencePerson, tables.value);
const bind = bindState(body);
const atlas = readAtlas(readFileSync(atlasPath));
const skin = shapeIn(figurePath);

/** How far hair may be pressed into a mat, beyond where skin is. */
const GIVE_M = 0.008;

describe.each(meshedHairStyles)('hair worn as %s, as it was baked for the app', (style) => {
  test('costs less than 10 kB on the wire, or 14 kB where its sides differ and both are sent', () => {
    const limit = isSameOnBothSides(style) ? 10_000 : 14_000;
    expect(gzipSync(readFileSync(hairPath(style))).length).toBeLessThan(limit);
  });

  test('does not go through the mat in any pose, whichever side leads', () => {
    const mesh = dressFigure(body, skin, shapeIn(hairPath(style)), { ...usualOutfit, hair: style });
    const ofSkin = skin.positions.length / 3;
    const through = [...atlas.keyframes.keys()].flatMap((key) => {
      const { q } = atlasKeyframe(atlas, body, key)!;
      return (isSameOnBothSides(style) ? [q] : [q, mirrorConfiguration(body, q)]).flatMap((posed, i) => {
        const { positions } = poseFigure(body, mesh, bind, posed);
        let [hairM, skinM] = [Infinity, 0];
        for (let v = 0; v < positions.length / 3; v++) {
          const heightM = positions[3 * v + 2]!;
          if (v >= ofSkin) hairM = Math.min(hairM, heightM);
          else skinM = Math.min(skinM, heightM);
        }
        const name = i === 0 ? key : `${key} mirrored`;
        return hairM < Math.max(skinM, -0.003) - GIVE_M ? [`${name}: ${(1000 * hairM).toFixed(1)} mm`] : [];
      });
    });
    expect(through).toEqual([]);
  });
});

function isSameOnBothSides(style: MeshedHairStyle): boolean {
  const across = new Set(shapeIn(hairPath(style)).positions.filter((_, i) => i % 3 === 1));
  return [...across].every((y) => across.has(-y));
}

function shapeIn(path: string): FigureShape {
  const shape = decodeFigure(readFileSync(path));
  if (!shape.ok) throw new Error(`${path}: ${shape.error.type}`);
  return shape.value;
}
