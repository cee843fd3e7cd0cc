import type { Cue, Span, TimedStep, Timeline } from '@sacra/practice';
import fc from 'fast-check';

/** A made-up timeline: arriving, some steps (announced, gone to, held), and the end, in whole seconds. */
const seconds = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** Lengths of lines with a second of quiet between them. */
const lines = (maxLength: number): fc.Arbitrary<number[]> => fc.array(seconds(1, 5), { maxLength });

interface Stretch {
  readonly announceLines: number[];
  readonly moveS: number;
  readonly holdLines: number[];
  readonly holdQuietS: number;
  readonly sided: boolean;
}

const stretch: fc.Arbitrary<Stretch> = fc.record({
  announceLines: lines(3),
  moveS: seconds(2, 8),
  holdLines: lines(3),
  holdQuietS: seconds(3, 20),
  sided: fc.boolean(),
});

export const timeline: fc.Arbitrary<Timeline> = fc
  .record({ opening: lines(2), stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }), closing: lines(2) })
  .map(({ opening, stretches, closing }) => build(opening, stretches, closing));

function build(opening: number[], stretches: Stretch[], closing: number[]): Timeline {
  const spans: Span[] = [];
  const cues: Cue[] = [];
  const steps: TimedStep[] = [];
  let atS = 0;
  const add = (
    kind: Span['kind'],
    stepIndex: number | null,
    lengths: number[],
    quietS: number,
    bell?: 'begin' | 'side' | 'end',
  ) => {
    const startS = atS;
    const place = { spanIndex: spans.length, stepIndex };
    if (bell !== undefined) {
      cues.push({ kind: 'bell', id: `bell-${cues.length}`, startS: atS, endS: atS + 2, bell, ...place });
      atS += 2;
    }
    for (const lengthS of lengths) {
      const text = `Line ${cues.length}`;
      const times = { startS: atS, endS: atS + lengthS };
      cues.push({
        kind: 'say',
        id: `say-${cues.length}`,
        ...times,
        text,
        captionText: text,
        purpose: 'guide',
        ...place,
      });
      atS += lengthS + 1;
    }
    atS += quietS;
    spans.push({ kind, startS, endS: atS, stepIndex, motion: { kind: 'still', keyframe: 'floor' } });
  };

  add('arrive', null, opening, 2, 'begin');
  for (const [index, { announceLines, moveS, holdLines, holdQuietS, sided }] of stretches.entries()) {
    for (const side of sided ? (['right', 'left'] as const) : (['both'] as const)) {
      const [stepIndex, startS] = [steps.length, atS];
      add('announce', stepIndex, announceLines, 1, side === 'left' ? 'side' : undefined);
      add('move', stepIndex, [], moveS);
      const holdStartS = atS;
      add('hold', stepIndex, holdLines, holdQuietS);
      steps.push({
        ...{
          id: sided ? `step-${index}@${side}` : `step-${index}`,
          stepId: `step-${index}`,
          pose: 'p',
          variation: null,
          side,
        },
        ...{ keyframe: 'floor', title: 'P', variationName: null, instruction: 'Be.', counted: 'breaths', breaths: 1 },
        ...{ startS, holdStartS, endS: atS },
      });
    }
  }
  add('end', null, closing, 2, 'end');
  const laid = { practiceId: 'p', practiceTitle: 'P', totalS: atS, spans, steps, cues, breaths: [] };
  return { ...laid, fingerprint: JSON.stringify([opening, stretches, closing]) };
}
