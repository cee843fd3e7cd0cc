import { describe, expect, it } from 'vitest';
import { parsePose, parsePoses } from '../src/parse-pose.ts';
import { describeError, type ContentError } from '../src/yaml-file.ts';
import { context, restingText, withLine } from './pose-files.ts';

const parse = (text: string) => parsePose({ file: 'content/poses/resting.yaml', text }, context);

function errorsOf(text: string): readonly ContentError[] {
  const result = parse(text);
  if (result.ok) throw new Error('this text was expected to have errors');
  return result.errors;
}

/** The one error of the file with one line replaced. */
function errorAt(line: number, replacement: string): ContentError {
  const errors = errorsOf(withLine(restingText, line, replacement));
  expect(errors.map(describeError)).toHaveLength(1);
  return errors[0]!;
}

describe('a pose file', () => {
  it('that is right gives the pose it describes', () => {
    const result = parse(restingText);
    expect(result).toMatchObject({
      ok: true,
      value: { id: 'resting', breaths: { counted: 'breaths' }, words: { there: ['Let the floor carry you.'] } },
    });
  });

  it('with a wrong joint name is told the line and the nearest joint first', () => {
    const error = errorAt(14, '      kne.flexion: 140');
    expect(error).toMatchObject({
      file: 'content/poses/resting.yaml',
      line: 14,
      column: 7,
      message: 'unknown joint "kne.flexion"',
    });
    expect(error.valid[0]).toBe('knee.flexion');
    expect(error.valid).toHaveLength(context.vocabulary.joints.size);
  });

  it('with an unknown contact patch is told the line, the column and the nearest patch first', () => {
    const error = errorAt(11, '      - { patch: pam, tier: must }');
    expect(error).toMatchObject({ line: 11, column: 18, message: 'unknown contact patch "pam"' });
    expect(error.valid[0]).toBe('palm');
  });

  it('with an unknown landmark or segment is told so at its place', () => {
    const wishes = [
      '    spacings: [{ from: palm-heal, to: knee, along: left, distanceM: 0.1 }]',
      '    facings: [{ segment: thigh.lft, face: front, towards: { segment: pelvs, face: up } }]',
    ];
    const errors = errorsOf(restingText.replace('    symmetric: true', ['    symmetric: true', ...wishes].join('\n')));
    expect(errors.map(({ line, message, valid }) => [line, message, valid[0]])).toEqual([
      [10, 'unknown landmark "palm-heal"', 'palm-heel'],
      [11, 'unknown segment "thigh.lft"', 'thigh.left'],
      [11, 'unknown segment "pelvs"', 'pelvis'],
    ]);
  });

  it('with min over max is told that the range is the wrong way round', () => {
    const error = errorAt(16, 'breaths: { default: 5, min: 10, max: 2 }');
    expect(error).toMatchObject({ line: 16, message: expect.stringContaining('the wrong way round') });
  });

  it('with a default outside its range is told so', () => {
    expect(errorAt(16, 'breaths: { default: 12, min: 1, max: 10 }')).toMatchObject({
      line: 16,
      message: 'default lies outside min … max',
    });
  });

  it('with an angle past the joint is told the range of the joint', () => {
    expect(errorAt(14, '      knee.flexion: 170')).toMatchObject({ line: 14, column: 21, valid: ['0 … 155'] });
    expect(errorAt(15, '      hip.flexion: { deg: -40 }')).toMatchObject({ line: 15, valid: ['-20 … 122'] });
  });

  it('with an unknown source is told the nearest source first', () => {
    const error = errorAt(24, '    source: tought');
    expect(error).toMatchObject({
      line: 24,
      column: 13,
      message: 'unknown source "tought"',
      valid: ['taught', 'measured'],
    });
    expect(errorAt(47, 'sources: [taught, mesured]')).toMatchObject({
      line: 47,
      column: 19,
      message: 'unknown source "mesured"',
    });
  });

  it('with a way from an unknown keyframe is told the nearest keyframe first', () => {
    const error = errorAt(38, '  - from: tableto');
    expect(error).toMatchObject({ line: 38, column: 11, message: 'unknown keyframe "tableto"' });
    expect(error.valid[0]).toBe('tabletop');
  });

  it('whose easier version names no variation of it is told its variations', () => {
    expect(errorAt(27, '    variation: razed')).toMatchObject({
      line: 27,
      message: 'unknown variation "razed"',
      valid: ['raised'],
    });
  });

  it('that names something else to stand in, to answer or to be than there is, is told what there is', () => {
    const text = restingText
      .replace('standsIn: [resting/raised]', 'standsIn: [resting/raisd]')
      .replace('answeredBy: [resting/raised]', 'answeredBy: [resting/lowered]')
      .replace('form: { kind: hold, shape: {} }', 'form: { kind: pose, pose: tabletop }');
    expect(errorsOf(text).map(({ line, message, valid }) => [line, message, valid[0]])).toEqual([
      [34, 'unknown pose to practise "tabletop"', 'resting'],
      [53, 'unknown pose or variation to practise "resting/raisd"', 'resting/raised'],
      [56, 'unknown keyframe "resting/lowered"', 'resting/raised'],
    ]);
  });

  it('without its character, or barred by a limit that nobody has, is told so', () => {
    expect(errorsOf(restingText.replace(/character:[^]*?bodies:/, 'bodies:'))[0]?.message).toBe(
      'missing key "character"',
    );
    expect(errorsOf(restingText.replace('limit: no-kneeling', 'limit: no-kneelin'))[0]?.valid[0]).toBe('no-kneeling');
  });

  it('with a value that is not among the choices is told the choices', () => {
    const error = errorAt(3, 'position: kneling');
    expect(error).toMatchObject({ line: 3, column: 11, message: '"kneling" is not a valid choice' });
    expect(error.valid[0]).toBe('kneeling');
  });

  it('with a token that words don’t know is told the tokens', () => {
    expect(errorAt(21, '    - Let your {sied} hand rest.')).toMatchObject({
      line: 21,
      message: 'unknown token "sied"',
    });
  });

  it('whose id is not its name is told its name', () => {
    const errors = errorsOf(withLine(restingText, 1, 'id: restin'));
    expect(errors).toContainEqual(expect.objectContaining({ line: 1, valid: ['resting'] }));
  });

  it('that is not YAML is told where', () => {
    expect(errorsOf(withLine(restingText, 2, 'names: { english: Resting'))[0]!.line).toBeGreaterThanOrEqual(2);
  });

  it('hears of all its errors at once, in the order of the file', () => {
    let text = withLine(restingText, 3, 'position: kneling');
    text = withLine(text, 11, '      - { patch: pam, tier: must }');
    text = withLine(text, 14, '      kne.flexion: 140');
    text = withLine(text, 24, '    source: tought');
    text = withLine(text, 38, '  - from: tableto');
    expect(errorsOf(text).map((error) => error.line)).toEqual([3, 11, 14, 24, 38]);
  });

  it('that lacks a key is told which, at the place where it is missing', () => {
    const text = restingText.replace('    seconds: 6\n    say:', '    say:');
    expect(errorsOf(text)).toEqual([expect.objectContaining({ line: 38, message: 'missing key "seconds"' })]);
  });
});

describe('an unknown key', () => {
  it('is told its line and the keys that could stand there, the nearest first', () => {
    const [error] = errorsOf(restingText.replace('  instruction: Rest.', '  instruction: Rest.\n  breeth: Slowly.'));
    expect(error).toMatchObject({ line: 20, column: 3, message: 'unknown key "breeth"' });
    expect(error?.valid).toEqual(['breath', 'there', 'cycle', 'instruction']);
  });

  it('deep inside a variation is told as well', () => {
    const [error] = errorsOf(restingText.replace('    why: For knees.', '    why: For knees.\n    nane: x'));
    expect(error).toMatchObject({ line: 33, message: 'unknown key "nane"' });
    expect(error?.valid[0]).toBe('name');
  });

  it('inside a shape is told as well', () => {
    const [error] = errorsOf(restingText.replace('    symmetric: true', '    symetric: true'));
    expect(error).toMatchObject({ line: 9, message: 'unknown key "symetric"' });
    expect(error?.valid[0]).toBe('symmetric');
  });
});

describe('several pose files', () => {
  const tabletop = restingText
    .replace('id: resting', 'id: tabletop')
    .replaceAll('from: tabletop', 'from: resting/raised')
    .replace('variation: raised', 'variation: raised');

  it('may name each other’s keyframes', () => {
    const files = [
      { file: 'resting.yaml', text: restingText },
      { file: 'tabletop.yaml', text: tabletop },
    ];
    expect(parsePoses(files, context)).toMatchObject({ ok: true });
  });

  it('report the errors of all of them, each with its file', () => {
    const files = [
      { file: 'resting.yaml', text: withLine(restingText, 14, '      kne.flexion: 140') },
      { file: 'tabletop.yaml', text: withLine(tabletop, 11, '      - { patch: pam }') },
    ];
    const result = parsePoses(files, context);
    expect(!result.ok && result.errors.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'resting.yaml:14',
      'tabletop.yaml:11',
    ]);
  });

  it('with a side may be named with either side, and without one only without', () => {
    const sided = restingText.replace('both-together', 'one-then-other');
    const from = (key: string) => tabletop.replaceAll('from: resting/raised', `from: ${key}`);
    const errors = (first: string, key: string) => {
      const result = parsePoses(
        [
          { file: 'resting.yaml', text: first },
          { file: 'tabletop.yaml', text: from(key) },
        ],
        context,
      );
      return result.ok ? 0 : result.errors.length;
    };
    expect(errors(sided, 'resting@left')).toBe(0);
    expect(errors(sided, 'resting')).toBe(0);
    expect(errors(restingText, 'resting@left')).toBe(2);
  });
});

describe('an error', () => {
  it('reads as one line: file, line, column, what is there and what could be', () => {
    const [error] = errorsOf(withLine(restingText, 11, '      - { patch: pam, tier: must }'));
    expect(describeError(error!)).toBe(
      'content/poses/resting.yaml:11:18: unknown contact patch "pam". Valid: palm, knee, palm.left, forehead, palm.right',
    );
  });
});
