import { describe, expect, it } from 'vitest';
import { mirrorConfiguration } from '@sacra/body';
import {
  atlasFit,
  atlasKeyframe,
  atlasMoment,
  atlasOf,
  decodeAtlas,
  encodeAtlas,
  isEven,
  orderAlong,
  sampleClip,
  solveAtlas,
  type Atlas,
  type AtlasPiece,
} from '../src/index.ts';
import { bodyOf, gap, referenceBody } from './random-bodies.ts';
import { smallWays } from './small-ways.ts';

const nameOf = (piece: AtlasPiece): string => (piece.kind === 'clip' ? piece.clip.way : piece.keyframe.key);
const whole = [...solveAtlas(referenceBody, smallWays)];
const wholeAtlas = atlasOf(referenceBody.person, whole);

describe('an atlas in pieces', () => {
  it('has every keyframe and every way of the catalogue once, keyframes before clips', () => {
    const names = whole.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    const [keys, ways] = [[...smallWays.keyframes.keys()], [...smallWays.ways.keys()]];
    expect(new Set(names)).toEqual(new Set([...keys, ...ways]));
    expect(whole.slice(keys.length).every(({ kind }) => kind === 'clip')).toBe(true);
  });

  it('gives what is asked for first, a left one as its right one, and comes to the same whatever the order', () => {
    const order = ['reach-low@left', 'reach-up@right>reach-low@right', 'bend-forward'];
    const pieces = [...solveAtlas(referenceBody, smallWays, { order })];
    const names = pieces.map(nameOf);
    expect(names.slice(0, 2)).toEqual(['reach-low@right', 'bend-forward']);
    expect(names.filter((name) => name.includes('>'))[0]).toBe('reach-up@right>reach-low@right');
    for (const piece of pieces) expect(whole).toContainEqual(piece);
    expect(pieces.length).toBe(whole.length);
  });

  it('can be stopped between any two pieces and gone on with from what was kept, and comes to the same', () => {
    for (const stopAt of [1, 5, whole.length - 2]) {
      const first: AtlasPiece[] = [];
      for (const piece of solveAtlas(referenceBody, smallWays)) {
        first.push(piece);
        if (first.length === stopAt) break;
      }
      const kept = decodeAtlas(encodeAtlas(atlasOf(referenceBody.person, first)));
      if (!kept.ok) throw new Error(kept.error.type);
      const rest = [...solveAtlas(referenceBody, smallWays, { known: kept.value })];
      expect([...first, ...rest].map(nameOf)).toEqual(whole.map(nameOf));
      expect(rest).toEqual(whole.slice(stopAt));
    }
    expect([...solveAtlas(referenceBody, smallWays, { known: wholeAtlas })]).toEqual([]);
  });

  it('is plain data, as a worker posts it', () => {
    expect(structuredClone(whole)).toEqual(whole);
  });

  it('refuses to order what there is not, with an example of what there is', () => {
    const ordered = (name: string): void => void [...solveAtlas(referenceBody, smallWays, { order: [name] })];
    expect(() => ordered('flying')).toThrow(/No keyframe "flying"/);
    expect(() => ordered('standing>flying')).toThrow(/"standing>flying".*on-heels-alone>on-heels/);
  });
});

describe('what a practice needs', () => {
  it('is the keyframes of its steps, those between them, and the ways, as they are gone', () => {
    expect(orderAlong(smallWays, ['on-heels', 'reach-low@left', 'bend-forward'])).toEqual([
      'on-heels',
      ...['on-heels-alone', 'on-heels-alone>on-heels'],
      ...['reach-low@left', 'on-heels-alone>reach-low@left'],
      ...['on-heels-alone', 'on-heels-alone>reach-low@left'],
      ...['bend-forward', 'on-heels-alone>bend-forward'],
    ]);
    expect(orderAlong(smallWays, [])).toEqual([]);
  });
});

describe('a body that can’t do a pose', () => {
  const stiff = bodyOf({ ease: { seatToHeelsGapM: 0.2 } });
  const pieces = [...solveAtlas(stiff, smallWays, { reference: wholeAtlas })];
  const atlas = atlasOf(stiff.person, pieces);

  it('is shown what answers it, which comes just before, with the reason', () => {
    const fit = atlasFit(atlas, 'on-heels')!;
    expect(fit).toMatchObject({ shown: 'on-heels/cushion', because: { kind: 'wish', what: 'seat' } });
    const names = pieces.map(nameOf);
    expect(names.indexOf('on-heels/cushion')).toBe(names.indexOf('on-heels') - 1);
    expect(atlasFit(atlas, 'on-heels-alone')!.shown).toBeUndefined();
  });

  it('has no clip of a way that begins or ends where it can’t be', () => {
    expect([...atlas.clips.keys()]).toEqual(['reach-up@right>reach-low@right']);
  });

  it('keeps both when it is stored', () => {
    const back = decodeAtlas(encodeAtlas(atlas));
    if (!back.ok) throw new Error(back.error.type);
    expect(back.value.person).toEqual(stiff.person);
    for (const [key, { shown, gaveWay, because }] of atlas.fits) {
      expect(back.value.fits.get(key)).toMatchObject({
        key,
        gaveWay,
        ...(shown && { shown }),
        ...(because && { because }),
      });
    }
  });
});

describe('left and right', () => {
  const moments = [0, 0.21, 0.5, 0.83, 1];
  const id = 'on-heels-alone>reach-up@right';

  it('on an even body the left is the mirror image of the right, to the last digit', () => {
    expect(isEven(referenceBody)).toBe(true);
    for (const t of moments) {
      const right = atlasMoment(wholeAtlas, referenceBody, id, t, 'right')!;
      expect(right).toEqual(sampleClip(referenceBody, wholeAtlas.clips.get(id)!, t));
      expect(atlasMoment(wholeAtlas, referenceBody, id, t, 'left')).toEqual(mirrorConfiguration(referenceBody, right));
    }
    expect(atlasMoment(wholeAtlas, referenceBody, 'on-heels>flying', 0.5, 'left')).toBeUndefined();
    expect(atlasFit(wholeAtlas, 'reach-up@left')).toMatchObject({ key: 'reach-up@left', shown: 'reach-up@left' });
  });

  const uneven = bodyOf({
    ease: { figureFourRiseDeg: { left: 0, right: 50 }, straightLegLiftDeg: { left: 95, right: 60 } },
  });
  const other = bodyOf({
    ease: { figureFourRiseDeg: { left: 50, right: 0 }, straightLegLiftDeg: { left: 60, right: 95 } },
  });
  const order = ['reach-up@left', 'on-heels-alone>reach-up@left'];
  const solvedOn = (body: typeof uneven): Atlas => atlasOf(body.person, [...solveAtlas(body, smallWays, { order })]);

  it('on an uneven body the left has keyframes and clips of its own: the mirror images of those of its mirrored body', () => {
    const [here, there] = [solvedOn(uneven), solvedOn(other)];
    for (const key of ['reach-up', 'reach-low']) {
      const left = here.keyframes.get(`${key}@left`)!;
      expect(atlasKeyframe(here, uneven, `${key}@left`)).toBe(left);
      expect(left.q).toEqual(mirrorConfiguration(uneven, there.keyframes.get(`${key}@right`)!.q));
    }
    expect(gap(here.keyframes.get('reach-up@left')!.q, wholeAtlas.keyframes.get('reach-up@right')!.q)).toBeGreaterThan(
      0,
    );
    for (const t of moments) {
      const left = atlasMoment(here, uneven, id, t, 'left')!;
      expect(left).toEqual(sampleClip(uneven, here.clips.get('on-heels-alone>reach-up@left')!, t));
      expect(gap(left, mirrorConfiguration(uneven, atlasMoment(there, other, id, t, 'right')!))).toBeLessThan(1e-6);
    }
  });

  it('and each clip of either side ends in the keyframe of that side', () => {
    const here = solvedOn(uneven);
    for (const clip of here.clips.values()) {
      expect(gap(sampleClip(uneven, clip, 0), here.keyframes.get(clip.from)!.q), clip.way).toBeLessThan(1e-6);
      expect(gap(sampleClip(uneven, clip, 1), here.keyframes.get(clip.to)!.q), clip.way).toBeLessThan(1e-6);
    }
  });
});
