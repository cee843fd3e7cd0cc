import { poseAsDone, type Catalogue } from '@sacra/pose';
import { vetSteps, type Barring, type Choice, type Clearance } from '@sacra/safety';
import { formOf } from '../compose/form.ts';
import { groundOf } from '../compose/openers.ts';
import { neutralPlaces } from '../neutral-places.ts';
import type { Practice, Step } from '../practice.ts';
import { asLast, entriesOf, restingPlace, stepAs, within } from '../step-as.ts';
import type { StepChange } from './adapted.ts';
import { legsBetween, passingFor, type Passing } from './passing.ts';

/** How a practice is laid out for one person from one place. */
export interface Laying {
  readonly clearance: Clearance;
  /** the clearance, or what a step at a chair is held to */
  readonly clearanceFor: (stepId: string) => Clearance;
  readonly canPlay: (choice: Choice) => boolean;
  readonly opensIn: string;
  /** whether steps are done at a chair, and the practice closes there */
  readonly isOnChair: boolean;
}

export interface Laid {
  readonly practice: Practice;
  readonly changes: readonly StepChange[];
  readonly endsInRest: boolean;
  /** it opens where it would anyhow, and begins with the pose it would */
  readonly isOwnStart: boolean;
  readonly waySeconds: number;
}

/** The practice opened in one place; undefined where that place or every step is barred. */
export function layWithin(practice: Practice, catalogue: Catalogue, laying: Laying): Laid | undefined {
  const { clearance, opensIn } = laying;
  const passing = passingFor(catalogue, clearance);
  if (!catalogue.keyframes.has(opensIn) || !passing.mayBeIn(opensIn)) return undefined;
  const { steps, changes } = withLast(catalogue, layAlong(practice, catalogue, laying, passing));
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const at = exitOf(catalogue, last);
  const near = [...neutralPlaces].filter((key) => catalogue.keyframes.has(key) && passing.canGo(at, key));
  const nearest = near.toSorted((a, b) => waySeconds(catalogue, [at, a]) - waySeconds(catalogue, [at, b]));
  const isPlace = (key: string): boolean =>
    catalogue.keyframes.get(key)?.sided === false || restingPlace(catalogue, last).includes(key);
  const closesIn = [...(laying.isOnChair ? [] : [practice.closesIn]), at, ...nearest].find(
    (key) => isPlace(key) && passing.mayBeIn(key) && passing.canGo(at, key),
  );
  if (closesIn === undefined) return undefined;
  return {
    practice: { ...practice, steps, opensIn, closesIn },
    changes,
    endsInRest: isRest(catalogue, last),
    isOwnStart: opensIn === practice.opensIn && changes[0]?.step !== practice.steps[0]?.id,
    waySeconds: waySeconds(catalogue, [opensIn, ...steps.flatMap((step) => entriesOf(catalogue, step)), closesIn]),
  };
}

interface Along {
  readonly steps: readonly Step[];
  readonly changes: readonly StepChange[];
}

function layAlong(practice: Practice, catalogue: Catalogue, laying: Laying, passing: Passing): Along {
  const { clearance, canPlay, opensIn } = laying;
  // what stays is known first, so that nothing stands in for one step that is done in another anyway
  const outcomes = practice.steps.map((step) => {
    const verdict = canPlay(step) ? verdictOn(step, catalogue, laying, canPlay) : undefined;
    if (verdict?.kind === 'replaced') return { choice: verdict.by, stays: false };
    return { choice: verdict?.kind === 'allowed' ? step : undefined, stays: verdict?.kind === 'allowed' };
  });
  const taken = new Set(
    practice.steps.filter((_, index) => outcomes[index]?.stays).map((step) => entriesOf(catalogue, step)[0]),
  );
  const steps: Step[] = [];
  const changes: StepChange[] = [];
  let at = opensIn;
  practice.steps.forEach((step, index) => {
    const canBeDone = (choice: Choice): boolean =>
      canPlay(choice) && canPass(passing, at, entriesOf(catalogue, choice));
    // One pose in the place of two would be no practice. Resting twice is fine.
    const isFree = (choice: Choice): boolean =>
      canBeDone(choice) && (isRest(catalogue, choice) || !taken.has(entriesOf(catalogue, choice)[0]));
    const goesDownAgain = outcomes
      .slice(index + 1)
      .some(({ choice: later }) => later !== undefined && !isUp(catalogue, later));
    const isBetweenFloors = goesDownAgain && steps.some((before) => !isUp(catalogue, before));
    const verdict = verdictOn(
      step,
      catalogue,
      laying,
      // getting up for one pose and down again costs more than the pose gives
      (choice) => isFree(choice) && !(isBetweenFloors && isUp(catalogue, choice)),
    );
    const choice = verdict?.kind === 'replaced' ? verdict.by : verdict?.kind === 'allowed' ? step : undefined;
    const because: readonly Barring[] = verdict !== undefined && 'because' in verdict ? verdict.because : [];
    if (choice === undefined || !canBeDone(choice)) {
      const isOnTheWay = verdict?.kind === 'allowed' && canPlay(step);
      const upright = isBetweenFloors ? verdictOn(step, catalogue, laying, isFree) : undefined;
      changes.push({
        ...{ step: step.id, kind: 'left-out', because: isOnTheWay ? passing.barring : because },
        ...(upright?.kind === 'replaced' ? { couldBe: upright.by } : {}),
      });
      return;
    }
    const done = stepAs(catalogue, step, choice, clearance.holds.share);
    const before = steps.at(-1);
    const changeBefore = changes.find((change) => change.step === before?.id);
    const isChanged = verdict?.kind === 'replaced' || changeBefore !== undefined;
    if (isChanged && before?.pose === done.pose && before.variation === done.variation) {
      const { breaths } = poseAsDone(catalogue, done.pose, done.variation).pose;
      steps[steps.length - 1] = { ...before, breaths: within(breaths, before.breaths + done.breaths) };
      const why = because.length > 0 ? because : (changeBefore?.because ?? []);
      changes.push({ step: step.id, kind: 'joined', to: before.id, because: why });
      return;
    }
    steps.push(done);
    taken.add(entriesOf(catalogue, choice)[0]);
    at = exitOf(catalogue, done);
    if (verdict?.kind === 'replaced') changes.push({ step: step.id, kind: 'replaced', by: choice, because });
  });
  return { steps, changes };
}

/** What stands in for the last step does so as a last step. */
function withLast(catalogue: Catalogue, { steps, changes }: Along): Along {
  const last = steps.at(-1);
  const standsIn = changes.some(({ step, kind }) => kind === 'replaced' && step === last?.id);
  return last !== undefined && standsIn
    ? { steps: [...steps.slice(0, -1), asLast(catalogue, last)], changes }
    : { steps, changes };
}

/** What safety makes of a step. One that is allowed and can't be done has nothing that stands in: no limit asks for it. */
function verdictOn(step: Step, catalogue: Catalogue, { clearanceFor }: Laying, suits: (choice: Choice) => boolean) {
  return vetSteps(clearanceFor(step.id), catalogue, [step], suits)[0];
}

const canPass = ({ canGo }: Passing, from: string, through: readonly string[]): boolean =>
  through.every((to, index) => canGo(through[index - 1] ?? from, to));

const exitOf = (catalogue: Catalogue, step: Step): string => entriesOf(catalogue, step).at(-1) ?? '';

/** On a chair, at a table or a wall, or on one's feet. */
const isUp = (catalogue: Catalogue, choice: Choice): boolean =>
  ['chair', 'standing'].includes(groundOf(formOf(catalogue, choice)));

const isRest = (catalogue: Catalogue, { pose, variation }: Choice): boolean =>
  poseAsDone(catalogue, pose, variation).character.depth === 'rest';

function waySeconds(catalogue: Catalogue, keys: readonly string[]): number {
  return keys
    .slice(1)
    .flatMap((to, index) => legsBetween(catalogue, keys[index] ?? to, to) ?? [])
    .reduce((sum, { seconds }) => sum + seconds, 0);
}
