import { easeBySide, easeLimits, expandPaired } from '@sacra/body';
import {
  checkName,
  nameFaults,
  resolveShape,
  tokensIn,
  tryAnswers,
  trySchema,
  tryShape,
  type ContentError,
  type Fault,
  type Parsed,
  type PoseContext,
  type Try,
  type YamlFile,
} from '@sacra/pose';
import { parsed } from './parsed.ts';

/** Reads the files of `tries/`: one for each answer of a person's ease, in the order of their places. */
export function readTries(
  files: readonly YamlFile[],
  names: Pick<PoseContext, 'vocabulary' | 'sources'>,
): Parsed<readonly Try[]> {
  const read = files.map((file) => ({ file, result: parsed(file, trySchema) }));
  const written = read.flatMap(({ result }) => (result.ok ? [result.value] : []));
  const errors: ContentError[] = read.flatMap(({ file, result }) =>
    result.ok ? tryFaults(result.value, file, written, names).map(file.locate) : result.errors,
  );
  const unanswered = tryAnswers.filter((answer) => !written.some(({ answers }) => answers === answer));
  if (errors.length === 0 && unanswered.length > 0) {
    const message = `nothing can be tried for ${unanswered.join(', ')}`;
    errors.push({ file: 'content/tries', line: 1, column: 1, message, valid: [] });
  }
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: written.toSorted((a, b) => a.place - b.place) };
}

function tryFaults(
  one: Try,
  { file, data }: YamlFile,
  all: readonly Try[],
  { vocabulary, sources }: Pick<PoseContext, 'vocabulary' | 'sources'>,
): Fault[] {
  const nothing = new Set<string>();
  const context: PoseContext = { vocabulary, sources, keyframes: nothing, poses: nothing, practised: nothing };
  // the rules for names are about shapes inside a form
  const ofNames = nameFaults({ form: data }, context).map((fault) => ({ ...fault, path: fault.path.slice(1) }));
  const fileName = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  return [
    ...ofNames,
    ...checkName('id', one.id, new Set([fileName]), ['id']),
    ...sharedFaults(one, all, 'answers'),
    ...sharedFaults(one, all, 'place'),
    ...sliderFaults(one),
    ...sideFaults(one),
    ...shapeFaults(one),
  ];
}

function sharedFaults(one: Try, all: readonly Try[], key: 'answers' | 'place'): Fault[] {
  const other = all.find((candidate) => candidate !== one && candidate[key] === one[key]);
  return other ? [{ path: [key], message: `"${other.id}" has ${key} ${one[key]} too`, valid: [] }] : [];
}

/** A slider gives only answers that a person may have. */
function sliderFaults({ answers, slider }: Try): Fault[] {
  const { least, most } = easeLimits[answers];
  return (['least', 'most'] as const)
    .filter((end) => slider[end] < least || slider[end] > most)
    .map((end) => ({
      path: ['slider', end],
      message: `${answers} lies between ${least} and ${most}; ${slider[end]} is outside`,
      valid: [`${least} … ${most}`],
    }));
}

function sideFaults(one: Try): Fault[] {
  const bySide = easeBySide[one.answers];
  const faults: Fault[] =
    one.bySide === bySide
      ? []
      : [
          {
            path: ['bySide'],
            message: `${one.answers} is answered ${bySide ? 'for each side' : 'once'}`,
            valid: [String(bySide)],
          },
        ];
  const lines = [
    ...one.how.map((line, index) => [line, ['how', index]] as const),
    [one.question, ['question']] as const,
  ];
  const allowed = bySide ? ['side', 'other', 'Side', 'Other'] : [];
  for (const [line, path] of lines) {
    for (const token of tokensIn(line).filter((name) => !allowed.includes(name))) {
      faults.push({ path, message: `{${token}} stands for nothing here`, valid: allowed.map((name) => `{${name}}`) });
    }
  }
  return faults;
}

/** The shape stands by itself at every value, and what it leans on is there. */
function shapeFaults(one: Try): Fault[] {
  return [one.slider.least, one.slider.most].flatMap((value): Fault[] => {
    const source = tryShape(one, value);
    try {
      const shape = resolveShape(source, () => undefined, { isPaired: (name) => expandPaired(name).length === 2 });
      const surfaces = new Set(['mat', ...shape.props.map(({ name }) => name)]);
      return shape.contacts.flatMap(({ on = 'mat' }) => checkName('surface', on, surfaces, ['shape', 'contacts']));
    } catch (error) {
      return [{ path: ['shape'], message: error instanceof Error ? error.message : String(error), valid: [] }];
    }
  });
}
