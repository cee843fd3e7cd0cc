import { describe, expect, test } from 'vitest';
import { projectPoint } from '../src/camera.ts';
import { cardCamera, cardSize, drawCard } from '../src/card.ts';
import { limbNames, limbOfSegment, limbOfVertices } from '../src/limbs.ts';
import { labelOf, paintOfLabel, paints, tones } from '../src/paint.ts';
import type { Scene } from '../src/scene.ts';
import { allFours, rodFigure, rodMesh } from './capsule-figure.ts';

const mat = { centreM: [-0.2, 0], lengthM: 1.83, widthM: 0.61 } as const;
const scene: Scene = { figure: rodFigure(allFours), solids: [], mat };
const view = { azimuthRad: -1.3, elevationRad: 0.15 };
const svg = drawCard(scene, { view, title: 'On hands & knees' });

describe('cards', () => {
  test('are drawn the same every time', () => {
    expect(drawCard(scene, { view, title: 'On hands & knees' })).toBe(svg);
  });

  test('are small, and carry their title as an image does', () => {
    expect(svg.length).toBeLessThan(30_000);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>On hands &amp; knees</title>');
  });

  test('colour every path by a class, on light and on dark ground, and have no ground of their own', () => {
    const [, sheet] = /<style>(.*)<\/style>/.exec(svg)!;
    const [light, dark] = sheet!.split('@media(prefers-color-scheme:dark)');
    const classes = [...svg.matchAll(/<(?:path|use) class="([^"]+)"/g)].map(([, name]) => name!);
    expect(new Set(classes).size).toBeGreaterThan(8);
    for (const name of classes) {
      const colourIn = (part: string): string | undefined =>
        new RegExp(`\\.${name}\\{color:(#[0-9a-f]{6})`).exec(part)?.[1];
      expect(colourIn(light!), name).toBeDefined();
      // one by lamplight, too, unless it is the same
      expect(colourIn(dark!) === undefined, name).toBe(name === 'face');
    }
    expect(svg).not.toContain('<rect');
  });

  test('show every paint of the figure, and the far limbs in a darker tone', () => {
    for (const name of ['skin0', 'top0', 'leggings0', 'hair0', 'leggings2', 'skin2', 'mat', 'shadow', 'line']) {
      expect(svg).toContain(`class="${name}"`);
    }
  });

  test('in print are lines: shade and shadow are left out, and every outline is drawn', () => {
    expect(svg).toMatch(/^<svg [^>]*id="print"/);
    expect(svg).toContain('[id*=print]:target path{color:#fff;stroke:#000');
    const unprinted = [...svg.matchAll(/<g class="u">(.*?)<\/g>/g)].map(([, group]) => group!).join('');
    const printed = svg.replace(/<g class="u">.*?<\/g>/g, '');
    expect(svg).toMatch(/\[id\*=print\]:target \.u(,[^{]*)?\{display:none\}/);
    expect(printed).not.toMatch(/class="(shadow|[a-z]+[12])"/);
    expect(unprinted).not.toMatch(/class="([a-z]+0|line|mat)"/);
  });

  test('refer to nothing outside themselves', () => {
    expect(svg).not.toMatch(/url\((?!#)|href="(?!#)|<script|@import/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/(?:url\(|href=")#([^")]+)/g)) expect(ids).toContain(id);
  });

  test('keep the whole body and the mat inside the frame, from any side', () => {
    for (const azimuthRad of [-2.5, -1.57, -0.6, 0.4, 1.9]) {
      const camera = cardCamera(scene, { azimuthRad, elevationRad: 0.3 });
      const { positions } = scene.figure;
      const xs: number[] = [];
      const ys: number[] = [];
      for (let i = 0; i < positions.length; i += 3) {
        const { xPx, yPx } = projectPoint(camera, positions[i]!, positions[i + 1]!, positions[i + 2]!);
        xs.push(xPx);
        ys.push(yPx);
      }
      expect(Math.min(...xs)).toBeGreaterThan(10);
      expect(Math.max(...xs)).toBeLessThan(cardSize.widthUnits - 10);
      expect(Math.min(...ys)).toBeGreaterThan(10);
      expect(Math.max(...ys)).toBeLessThan(cardSize.heightUnits - 10);
    }
  });

  test('show a solid that stands in front of the figure', () => {
    const ball = {
      ...rodMesh({ from: [-0.2, -0.6, 0.3], to: [-0.2, -0.6, 0.3], radiusM: 0.2 }),
      paint: 'cushion',
    } as const;
    expect(drawCard({ ...scene, solids: [ball] }, { view, title: '' })).toContain('class="cushion0"');
    const behind = {
      ...rodMesh({ from: [-0.34, 0, 0.1], to: [-0.34, 0, 0.1], radiusM: 0.05 }),
      paint: 'cushion',
    } as const;
    expect(drawCard({ ...scene, solids: [behind] }, { view, title: '' })).not.toContain('class="cushion0"');
  });
});

describe('labels', () => {
  test('stand for one paint and tone each', () => {
    const seen = new Set<number>();
    for (const paint of paints) {
      for (const tone of tones) {
        const label = labelOf(paint, tone);
        expect(paintOfLabel(label)).toEqual({ paint, tone });
        seen.add(label);
      }
    }
    expect(seen.size).toBe(paints.length * tones.length);
    expect(seen.has(0)).toBe(false);
  });

  test('that mean nothing are refused', () => {
    expect(() => paintOfLabel(0)).toThrow(/1 to/);
    expect(() => paintOfLabel(200)).toThrow(/1 to/);
  });
});

describe('limbs', () => {
  test('follow from the names of segments', () => {
    expect(limbOfSegment('thigh.left')).toBe('leg.left');
    expect(limbOfSegment('fingertips.right')).toBe('hand.right');
    expect(limbOfSegment('clavicle.right')).toBe('trunk');
    expect(limbOfSegment('lumbar-lower')).toBe('trunk');
    expect(limbOfSegment('neck')).toBe('neck');
  });

  test('of a vertex are those of the segment that moves it most', () => {
    const limbs = limbOfVertices(
      [0, 1, 0, 0, 1, 0, 2, 0],
      [0.4, 0.6, 0, 0, 0.2, 0.3, 0.5, 0],
      ['pelvis', 'thigh.right', 'toes.left'],
    );
    expect([...limbs].map((limb) => limbNames[limb])).toEqual(['leg.right', 'foot.left']);
  });
});
