import { describe, expect, it } from 'vitest';
import { atlasReport, brokenLaws, laws } from '../src/atlas-report.ts';
import { clipLaws } from './atlas-laws/clip-laws.ts';
import { continuityLaws } from './atlas-laws/continuity-laws.ts';
import { keyframeLaws } from './atlas-laws/keyframe-laws.ts';
import { limitLaws } from './atlas-laws/limit-laws.ts';
import { loadLaws } from './atlas-laws/load-laws.ts';
import { mirrorLaws } from './atlas-laws/mirror-laws.ts';
import { routeLaws } from './atlas-laws/route-laws.ts';
import { samenessLaws } from './atlas-laws/sameness-laws.ts';
import { solveContent } from './atlas-laws/solved.ts';

const solved = solveContent();

keyframeLaws(solved);
clipLaws(solved);
continuityLaws(solved);
mirrorLaws(solved);
routeLaws(solved);
samenessLaws(solved);
loadLaws(solved);
limitLaws(solved);

describe('the report of an atlas', () => {
  const report = atlasReport(solved.body, solved.pieces);

  it('finds no law broken', () => {
    expect(brokenLaws(report)).toEqual([]);
  });

  it('says of a broken law whose it is, and by how much', () => {
    const [key, measure] = Object.entries(report.keyframes)[0]!;
    const sunk = { ...report, keyframes: { [key]: { ...measure, belowMatMm: laws.keyframe.belowMatMm + 1 } } };
    expect(brokenLaws(sunk)).toEqual([`keyframe ${key}: belowMatMm is 3.00, may be 2`]);
    const unknown = { ...report, keyframes: { [key]: { ...measure, belowMatMm: Number.NaN } } };
    expect(brokenLaws(unknown)).toHaveLength(1);
  });
});
