import type { Catalogue } from '@sacra/pose';
import {
  adaptPractice,
  alternativesFor,
  bearsToday,
  dropStep,
  explainPractice,
  moveStep,
  stepIdFor,
  swapStep,
  wholeMinutes,
  type ComposeRequest,
  type Explained,
  type Practice,
  type Step,
  type TimedStep,
  type Timeline,
  type TimelineSettings,
} from '@sacra/practice';
import type { Choice } from '@sacra/safety';
import { timelineFor } from '../practice/timeline-for.ts';
import { fittedTo, type Fitting } from './fitted-to.ts';
import type { LikingsDocument } from './likings-document.ts';
import type { LikingsStore } from './likings.svelte.ts';
import { requestWith } from './request-for.ts';
import { adviceInWords, changeInWords, nameOf, orderInWords, titleOf } from './why-words.ts';

/** A practice while it is being changed, with what the changes rest on. */
interface Version {
  readonly practice: Practice;
  /** What it is asked to take. */
  readonly minutes: number;
  /** Ids of steps that stay as they are. */
  readonly locked: readonly string[];
  /** Poses that are left out today. */
  readonly droppedToday: readonly string[];
}

export interface MadeSurroundings {
  readonly catalogue: Catalogue;
  readonly likings: LikingsStore;
  /** What the practice is made for, as things stand now. What is locked or dropped here is added to it. */
  readonly request: () => ComposeRequest;
  readonly settings: () => TimelineSettings;
}

/** A practice that was made for today, and every change that can be made to it by hand. Each one can be undone. */
export class MadePractice {
  readonly #around: MadeSurroundings;
  #now: Version;
  #past = $state.raw<readonly { readonly version: Version; readonly likings: LikingsDocument }[]>([]);
  #name = $state<string>();
  #said = $state('');

  constructor(practice: Practice, around: MadeSurroundings) {
    this.#around = around;
    const { minutes } = around.request();
    this.#now = $state.raw({ practice, minutes, locked: [], droppedToday: [] });
  }

  readonly practice: Practice = $derived.by(() => {
    const { practice } = this.#now;
    return { ...practice, title: this.#name ?? practice.title };
  });

  /** What the last change did, for those who hear the screen. */
  get said(): string {
    return this.#said;
  }

  get isChanged(): boolean {
    return this.#past.length > 0;
  }

  get wantedMinutes(): number {
    return this.#now.minutes;
  }

  isLocked(stepId: string): boolean {
    return this.#now.locked.includes(stepId);
  }

  readonly request: ComposeRequest = $derived.by(() => {
    const { practice, minutes, locked, droppedToday } = this.#now;
    const lockedKeys = practice.steps.filter(({ id }) => locked.includes(id)).map(keyOf);
    return requestWith(this.#around.request(), { minutes, locked: lockedKeys, dropped: droppedToday });
  });

  readonly explained: Explained = $derived.by(() =>
    explainPractice(this.#around.catalogue, this.request, this.#now.practice.steps),
  );

  readonly timeline: Timeline = $derived.by(() =>
    timelineFor(this.practice, this.#around.catalogue, this.#around.settings().speech.wordsPerMinute),
  );

  readonly minutes: number = $derived(wholeMinutes(this.timeline.totalS));

  readonly #bears = $derived.by(() => bearsToday(this.#around.catalogue, this.#around.request()));

  get mostMinutes(): number {
    return this.#bears.mostMinutes;
  }

  /** What a teacher would say of the order, and what safety will at the door, step by step. */
  readonly advice: readonly (readonly string[])[] = $derived.by(() => {
    const { catalogue } = this.#around;
    const { practice } = this.#now;
    const { clearance } = this.#around.request();
    // the way of doing each step was chosen here, and its holds are as short as they have to be
    const asTheyAre = { chosen: practice.steps.map(({ id }) => id), holdsShare: clearance.holds.share };
    const { changes } = adaptPractice(practice, catalogue, clearance, asTheyAre);
    const order = orderInWords(catalogue, practice.steps);
    return practice.steps.map((step, index) => [
      ...(order[index] ?? []),
      ...changes.filter((change) => change.step === step.id).map((change) => changeInWords(catalogue, step, change)),
    ]);
  });

  /** Seconds that a step takes, all its sides, and how many of them are for getting into it. */
  secondsOf(stepId: string): { readonly all: number; readonly gettingThere: number } {
    const timed = this.timeline.steps.filter((one) => one.stepId === stepId);
    const sum = (seconds: (step: TimedStep) => number): number => timed.reduce((all, one) => all + seconds(one), 0);
    return {
      all: sum(({ startS, endS }) => endS - startS),
      gettingThere: sum(({ startS, holdStartS }) => holdStartS - startS),
    };
  }

  alternatives(step: Step): readonly Choice[] {
    const others = this.#now.practice.steps.filter(({ id }) => id !== step.id);
    return alternativesFor(this.#around.catalogue, this.request, step, others);
  }

  toggleLock(stepId: string): void {
    const { locked, practice } = this.#now;
    const title = this.#title(stepIn(practice, stepId));
    const isLocked = locked.includes(stepId);
    this.#change({ locked: isLocked ? locked.filter((id) => id !== stepId) : [...locked, stepId] });
    this.#said = isLocked ? `${title} may change again.` : `${title} stays as it is.`;
  }

  swap(stepId: string, choice: Choice): void {
    const { practice, locked } = this.#now;
    const before = stepIn(practice, stepId);
    const swapped = swapStep(practice, this.#around.catalogue, stepId, choice);
    if (!swapped.ok) return;
    const others = practice.steps.map(({ id }) => id).filter((id) => id !== stepId);
    const id = stepIdFor(keyOf(choice), others);
    const steps = swapped.value.steps.map((step) => (step.id === stepId ? { ...step, id } : step));
    const stillLocked = locked.map((one) => (one === stepId ? id : one));
    this.#change({ practice: { ...swapped.value, steps }, locked: stillLocked });
    this.#said = `${this.#title(choice)} in place of ${this.#title(before)}.`;
  }

  dropToday(stepId: string): void {
    const step = stepIn(this.#now.practice, stepId);
    const droppedToday = [...this.#now.droppedToday, step.pose];
    if (this.#drop([stepId], { droppedToday })) this.#said = `${this.#title(step)} is left out today.`;
  }

  /** Every step of that pose goes, and it comes no more until it is brought back. */
  dropForGood(stepId: string): void {
    const { likings, catalogue } = this.#around;
    const pose = this.#dropPose(stepId);
    if (pose === undefined) return;
    likings.dropForGood(catalogue, { pose, variation: null });
    this.#said = `${nameOf(catalogue, pose)} is left out for good. It can be brought back further down this page.`;
  }

  /** Every step of that pose goes, and it comes no more for four weeks, or until it is brought back. */
  sayHurt(stepId: string, now: string): void {
    const { likings, catalogue } = this.#around;
    const pose = this.#dropPose(stepId);
    if (pose === undefined) return;
    likings.sayHurt(pose, now);
    this.#said = `${nameOf(catalogue, pose)} waits for four weeks. It can be brought back sooner, further down this page.`;
  }

  bringBack(pose: string): void {
    const { likings, catalogue } = this.#around;
    this.#change({ droppedToday: this.#now.droppedToday.filter((one) => one !== pose) });
    likings.bringBack(catalogue, { pose, variation: null });
    this.#said = `${nameOf(catalogue, pose)} may come again. Make the practice anew to see whether it fits today.`;
  }

  /** To a place in the new order, counted from 0; beyond an end means at that end. */
  move(stepId: string, to: number): void {
    const { practice } = this.#now;
    const { catalogue } = this.#around;
    const step = stepIn(practice, stepId);
    const place = Math.min(practice.steps.length - 1, Math.max(0, to));
    if (practice.steps[place]?.id === stepId) return;
    const moved = moveStep(practice, catalogue, stepId, place);
    if (!moved.ok) return;
    this.#change({ practice: moved.value });
    const { steps } = moved.value;
    const told = moved.fresh.map((one) => adviceInWords(one, nameOf(catalogue, steps[one.step]?.pose ?? '')));
    this.#said = [`${this.#title(step)} is number ${place + 1} of ${steps.length} now.`, ...told].join(' ');
  }

  /** The same steps with more breaths, or fewer. */
  lengthen(minutes: number): void {
    const { practice } = this.#now;
    const fitted = fittedTo(minutes, practice, this.#now.locked, this.#fitting);
    if (fitted === undefined) return;
    this.#change({ practice: fitted.value, minutes });
    const now = wholeMinutes(fitted.seconds);
    this.#said = fitted.reached
      ? `About ${now} minutes now.`
      : `With these poses it is about ${now} minutes. Make it anew to come to ${minutes}.`;
  }

  /** Another practice for the same request: what is locked keeps its form and its breaths. */
  takeAnew(composed: Practice): void {
    const { practice: before, locked, minutes } = this.#now;
    const lockedSteps = before.steps.filter(({ id }) => locked.includes(id));
    const lockedAs = (step: Choice): Step | undefined => lockedSteps.find((one) => keyOf(one) === keyOf(step));
    const steps = composed.steps.map((step) => ({ ...step, breaths: lockedAs(step)?.breaths ?? step.breaths }));
    const practice = { ...composed, id: before.id, steps };
    const stillLocked = steps.filter(lockedAs).map(({ id }) => id);
    const fitted = stillLocked.length === 0 ? undefined : fittedTo(minutes, practice, stillLocked, this.#fitting);
    this.#change({ practice: fitted?.value ?? practice, locked: stillLocked });
    const gone = lockedSteps.length - stillLocked.length;
    this.#said = `Made anew, ${steps.length} steps.${gone > 0 ? ' Not everything that you keep fits.' : ''}`;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#now = before.version;
    this.#around.likings.put(before.likings);
    this.#said = 'The last change is undone.';
  }

  nameIt(name: string): void {
    this.#name = name;
  }

  say(sentence: string): void {
    this.#said = sentence;
  }

  get #fitting(): Fitting {
    return { catalogue: this.#around.catalogue, bears: this.#bears, settings: this.#around.settings() };
  }

  /** The pose whose steps have gone, all of them; undefined where none would be left. */
  #dropPose(stepId: string): string | undefined {
    const { practice } = this.#now;
    const { pose } = stepIn(practice, stepId);
    const ids = practice.steps.filter((step) => step.pose === pose).map(({ id }) => id);
    return this.#drop(ids, {}) ? pose : undefined;
  }

  #drop(stepIds: readonly string[], change: Partial<Version>): boolean {
    let { practice } = this.#now;
    for (const id of stepIds) {
      const dropped = dropStep(practice, this.#around.catalogue, id);
      if (!dropped.ok) {
        this.#said = 'A practice needs one step at least. Swap this one for another instead.';
        return false;
      }
      practice = dropped.value;
    }
    this.#change({ ...change, practice });
    return true;
  }

  #change(change: Partial<Version>): void {
    this.#past = [...this.#past, { version: this.#now, likings: this.#around.likings.current }];
    this.#now = { ...this.#now, ...change };
  }

  #title(choice: Choice): string {
    return titleOf(this.#around.catalogue, choice);
  }
}

const keyOf = ({ pose, variation }: Choice): string => (variation === null ? pose : `${pose}/${variation}`);

function stepIn({ steps }: Practice, stepId: string): Step {
  const step = steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new Error(`no step "${stepId}"; there are ${steps.map(({ id }) => id).join(', ')}`);
  return step;
}
