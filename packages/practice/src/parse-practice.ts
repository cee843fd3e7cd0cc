import { doingOf, nearestFirst, reachableFrom, type Catalogue, type Fault, type PracticePose } from '@sacra/pose';
import * as v from 'valibot';
import { directWay } from './direct-way.ts';
import { practiceSchema } from './practice-schema.ts';
import { entryOf, type Practice, type Step } from './practice.ts';
import { restingPlace } from './step-as.ts';
import { sidesAllowed } from './step-sides.ts';

export type PracticeResult =
  { readonly ok: true; readonly value: Practice } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a practice document: its form, and that everything it names is in the catalogue and can be reached in its order. */
export function parsePractice(data: unknown, catalogue: Catalogue): PracticeResult {
  const parsed = v.safeParse(practiceSchema, data);
  return parsed.success ? checkPractice(parsed.output, catalogue) : { ok: false, faults: parsed.issues.map(faultOf) };
}

/** {@link parsePractice} for a practice whose form is known to be good. */
export function checkPractice(practice: Practice, catalogue: Catalogue): PracticeResult {
  const faults = [...namesFaults(practice, catalogue)];
  // Routes are looked for only where every name is known.
  if (faults.length === 0) faults.push(...routeFaults(practice, catalogue));
  return faults.length === 0 ? { ok: true, value: practice } : { ok: false, faults };
}

function namesFaults(practice: Practice, catalogue: Catalogue): Fault[] {
  const ids = practice.steps.map((step) => step.id);
  const keyframes = [...catalogue.keyframes.values()]
    .filter((keyframe) => !keyframe.sided)
    .map((keyframe) => keyframe.key);
  return [
    ...practice.steps.flatMap((step, index) => [
      ...(ids.indexOf(step.id) < index
        ? [{ path: ['steps', index, 'id'], message: `two steps are called "${step.id}"`, valid: [] }]
        : []),
      ...stepFaults(step, catalogue).map((fault) => ({ ...fault, path: ['steps', index, ...fault.path] })),
    ]),
    ...oneOf(practice.opensIn, keyframes, 'keyframe', ['opensIn']),
    ...oneOf(practice.closesIn, [...keyframes, ...restingPlace(catalogue, practice.steps.at(-1))], 'keyframe', [
      'closesIn',
    ]),
  ];
}

function stepFaults(step: Step, catalogue: Catalogue): Fault[] {
  const practised = [...catalogue.poses.values()].filter((pose) => pose.purpose === 'practice');
  const pose = practised.find((one) => one.id === step.pose);
  if (pose === undefined)
    return oneOf(
      step.pose,
      practised.map((one) => one.id),
      'pose',
      ['pose'],
    );

  const variations = pose.variations.map((variation) => variation.id);
  const { min, max } = pose.breaths;
  return [
    ...(step.variation === null ? [] : oneOf(step.variation, variations, `variation of ${pose.id}`, ['variation'])),
    ...sidesFaults(step, pose),
    ...(step.breaths >= min && step.breaths <= max
      ? []
      : [{ path: ['breaths'], message: `${pose.id} takes ${min} to ${max} breaths`, valid: [`${min} … ${max}`] }]),
  ];
}

function sidesFaults({ sides, variation }: Step, pose: PracticePose): Fault[] {
  const form = pose.variations.find(({ id }) => id === variation);
  const allowed = sidesAllowed({ pose, character: form?.character ?? pose.character });
  if (allowed.some((one) => one.join() === sides.join())) return [];
  const valid = allowed.map((one) => `[${one.join(', ')}]`);
  return [{ path: ['sides'], message: `${pose.id} is done ${valid.join(' or ')}`, valid }];
}

function routeFaults(practice: Practice, catalogue: Catalogue): Fault[] {
  const faults: Fault[] = [];
  const goTo = (from: string, to: string, path: Fault['path']): void => {
    const reachable = reachableFrom(catalogue, from);
    if (!reachable.has(to))
      faults.push({ path, message: `there is no way from "${from}" to "${to}"`, valid: [...reachable] });
  };
  let at = practice.opensIn;
  practice.steps.forEach((step, index) => {
    for (const side of step.sides) {
      const doing = doingOf(catalogue, step.pose, step.variation, side);
      goTo(at, entryOf(doing), ['steps', index, step.variation === null ? 'pose' : 'variation']);
      at = entryOf(doing);
      if (doing.kind === 'hold') continue;
      for (const [from, to] of [
        ...[[doing.home, doing.in] as const, [doing.home, doing.out] as const],
        ...[[doing.in, doing.out] as const, [doing.out, doing.in] as const],
        ...[[doing.in, doing.home] as const, [doing.out, doing.home] as const],
      ]) {
        if (directWay(catalogue, from, to) !== undefined) continue;
        faults.push({
          path: ['steps', index, 'pose'],
          message: `the cycle has no way from "${from}" to "${to}"`,
          valid: [],
        });
      }
    }
  });
  goTo(at, practice.closesIn, ['closesIn']);
  return faults;
}

const longestMessage = 160;

function oneOf(name: string, valid: readonly string[], what: string, path: Fault['path']): Fault[] {
  return valid.includes(name) ? [] : [{ path, message: `unknown ${what} "${name}"`, valid: nearestFirst(name, valid) }];
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  const expected = issue.expected === null ? [] : issue.expected.replace(/^\((.*)\)$/, '$1').split(' | ');
  // the library repeats what was given, however long that is
  const message =
    issue.message.length <= longestMessage ? issue.message : `${issue.message.slice(0, longestMessage)} …`;
  return { path, message, valid: issue.kind === 'schema' ? expected : [] };
}
