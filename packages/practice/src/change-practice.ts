import type { Catalogue, Fault } from '@sacra/pose';
import { checkPractice, parsePractice, type PracticeResult } from './parse-practice.ts';
import type { BreathPace, CatCowBreath, Practice, Step } from './practice.ts';

/** The practice with another variation of a step; null for the pose as it is. */
export function chooseVariation(
  practice: Practice,
  catalogue: Catalogue,
  stepId: string,
  variation: string | null,
): PracticeResult {
  return changeStep(practice, catalogue, stepId, { variation });
}

/** The practice with another number of breaths (or rounds) in a step. */
export function setBreaths(practice: Practice, catalogue: Catalogue, stepId: string, breaths: number): PracticeResult {
  return changeStep(practice, catalogue, stepId, { breaths });
}

/** The practice at another breath: in 2 … 8 s, out 2 … 10 s. */
export function setBreath(practice: Practice, catalogue: Catalogue, breath: BreathPace): PracticeResult {
  return parsePractice({ ...practice, breath }, catalogue);
}

export function setCatCowBreath(practice: Practice, catCowBreath: CatCowBreath): Practice {
  return { ...practice, catCowBreath };
}

/** The practice under another title: one line, 120 characters at most. */
export function renamePractice(practice: Practice, catalogue: Catalogue, title: string): PracticeResult {
  return parsePractice({ ...practice, title }, catalogue);
}

/** A practice of its own with the same steps, to be changed without touching the first. */
export function copyPractice(practice: Practice, catalogue: Catalogue, id: string, title: string): PracticeResult {
  return parsePractice({ ...practice, id, title }, catalogue);
}

function changeStep(practice: Practice, catalogue: Catalogue, stepId: string, change: Partial<Step>): PracticeResult {
  const ids = practice.steps.map((step) => step.id);
  if (!ids.includes(stepId)) {
    const fault: Fault = { path: ['steps'], message: `no step is called "${stepId}"`, valid: ids };
    return { ok: false, faults: [fault] };
  }
  const steps = practice.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step));
  return checkPractice({ ...practice, steps }, catalogue);
}
