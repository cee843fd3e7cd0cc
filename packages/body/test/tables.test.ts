import { expect, test } from 'vitest';
import { describeProblem, parseBodyTables, type ContentProblem } from '../src/index.ts';
import { rawTables, sourceIds } from './bodies.ts';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests damage plain data in many places */
type Damaged = any;

function problemsAfter(damage: (tables: Damaged) => void): readonly ContentProblem[] {
  const data = structuredClone(rawTables());
  damage(data);
  const result = parseBodyTables(data, sourceIds);
  if (result.ok) throw new Error('the damaged tables were taken as good');
  return result.error;
}

test('the tables of this project are whole', () => {
  expect(parseBodyTables(rawTables(), sourceIds).ok).toBe(true);
});

test('a range the wrong way round is named with the range that was meant', () => {
  const [problem] = problemsAfter((t) => (t.ranges.hinges['knee.flexion'].range = [157, 0]));
  expect(problem?.path).toEqual(['ranges', 'hinges', 'knee.flexion', 'range']);
  expect(problem?.message).toMatch(/wrong way round: 157/);
  expect(problem?.valid).toEqual(['[0, 157]']);
});

test('an unknown joint is named with the joints that there are', () => {
  const problems = problemsAfter((t) => {
    t.ranges.hinges['kne.flexion'] = t.ranges.hinges['knee.flexion'];
    delete t.ranges.hinges['knee.flexion'];
  });
  const unknown = problems.find(({ message }) => message.includes('kne.flexion'));
  expect(unknown?.path).toEqual(['ranges', 'hinges', 'kne.flexion']);
  expect(unknown?.valid).toContain('knee.flexion');
  expect(unknown?.valid).toContain('lumbosacral.side-bend');
  expect(problems.map(({ message }) => message)).toContain('"knee.flexion" is missing');
});

test('an unknown source is named with the sources that there are', () => {
  const [problem] = problemsAfter((t) => (t.masses.parts.thigh.source = 'de-lava-1996'));
  expect(problem?.path).toEqual(['masses', 'parts', 'thigh', 'source']);
  expect(problem?.valid).toContain('de-leva-1996');
  expect(describeProblem(problem!)).toMatch(/unknown source "de-lava-1996".*Valid: .*de-leva-1996/);
});

test('a word for a number, an unknown mark and a share that loses mass are problems', () => {
  expect(problemsAfter((t) => (t.proportions.lengths.thigh.share = 'long'))[0]?.message).toMatch(/number.*"long"/);
  expect(problemsAfter((t) => (t.proportions.lengths.thigh.mark = 'X'))[0]?.message).toMatch(/"V"/);
  expect(problemsAfter((t) => (t.masses.split.pelvis.from['lower-trunk'] = 0.7))[0]?.message).toMatch(
    /shares of "lower-trunk" add up to 0\.95/,
  );
  expect(problemsAfter((t) => (t.ranges.shoulder.twist = [85, -95]))[0]?.path).toEqual(['ranges', 'shoulder', 'twist']);
});

test('what tries change is about joints and muscles that there are, within bounds that hold the usual', () => {
  const [unknown] = problemsAfter((t) => (t.ease.figureFourRiseDeg.changes[0].hinge = 'hip.turning'));
  expect(unknown?.path.slice(0, 3)).toEqual(['ease', 'figureFourRiseDeg', 'changes']);
  const [backward] = problemsAfter((t) => (t.ease.straightLegLiftDeg.changes[0].between = [135, 35]));
  expect(backward).toMatchObject({
    path: ['ease', 'straightLegLiftDeg', 'changes', '0', 'between'],
    valid: ['[35, 135]'],
  });
  const [outside] = problemsAfter((t) => (t.ease.straightLegLiftDeg.changes[0].between = [35, 90]));
  expect(outside?.message).toBe('the usual 100 is not between 35 and 90');
  const [nobody] = problemsAfter((t) => (t.ease.toesToWallM.reference = 10));
  expect(nobody).toMatchObject({ path: ['ease', 'toesToWallM', 'reference'], valid: ['0 … 0.22'] });
  expect(problemsAfter((t) => (t.couplings.hamstrings.limited = 'hips')).map(({ path }) => path)).toContainEqual([
    'couplings',
    'hamstrings',
    'limited',
  ]);
});

test('every problem of a file comes back, not only the first', () => {
  const problems = problemsAfter((t) => {
    t.ranges.hinges['knee.flexion'].range = [157, 0];
    t.ranges.hinges['hip.flexion'].source = 'nobody';
  });
  expect(problems).toHaveLength(2);
});

test('what is no table at all is a problem, not a crash', () => {
  for (const nothing of [undefined, null, 3, 'text', [], {}])
    expect(parseBodyTables(nothing, sourceIds).ok).toBe(false);
});
