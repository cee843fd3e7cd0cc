import { poseAsDone, supportedBy, type Catalogue, type PoseAsDone, type Solved } from '@sacra/pose';
import {
  defaultBreaths,
  fitStep,
  type Adapted,
  type FitOf,
  type Practice,
  type Step,
  type StepChange,
  type StepFit,
  type Timeline,
} from '@sacra/practice';
import type { PlayRules } from '../safety/play-rules.ts';
import type { Settings } from '../settings/settings.ts';
import type { WrittenPractice } from './practice-by-id.ts';
import { wordsPerMinute } from './speaking-pace.ts';
import { timelineFor } from './timeline-for.ts';

/** What a step can be: the pose as it is (`null`) or one of its variations. */
export interface StepOption {
  readonly variation: string | null;
  readonly name: string;
  readonly why: string;
}

/** A step as the screen shows it. */
export interface PlannedStep {
  readonly step: Step;
  /** The step with the person's choice, before safety had a say in it. */
  readonly written: Step;
  /** What safety made of it; undefined where it is as it was. */
  readonly change: StepChange | undefined;
  /** The step before a body had a say in it. */
  readonly asWritten: Step;
  /** How `asWritten` comes out on the person's body; undefined without one, or while it isn't known yet. */
  readonly fit: StepFit | undefined;
  /** The person has chosen how to do this step; then that is how it is done. */
  readonly isChosen: boolean;
  readonly asDone: PoseAsDone;
  /** At least one; only what can be played. */
  readonly options: readonly StepOption[];
}

/** A practice with a person's choices and body laid over it: variations, breaths and pace. */
export class PracticePlan {
  readonly #base: Practice;
  readonly #obeyed: WrittenPractice['obeyed'];
  /** The poses that it is laid out in. */
  readonly catalogue: Catalogue;
  readonly #supported: ReturnType<typeof supportedBy>;
  readonly #settings: () => Settings;
  readonly #fitOf: FitOf;
  readonly #rules: PlayRules | undefined;

  /**
   * `fitOf` says how keyframes come out on the person's body, `rules` what may be played; without them every step stays as it is
   * written.
   */
  constructor(
    { practice: base, obeyed }: WrittenPractice,
    catalogue: Catalogue,
    solved: Solved,
    settings: () => Settings,
    fitOf: FitOf = () => undefined,
    rules?: PlayRules,
  ) {
    this.#base = base;
    this.#obeyed = obeyed;
    this.catalogue = catalogue;
    this.#supported = supportedBy(catalogue, solved, base.opensIn);
    this.#settings = settings;
    this.#fitOf = fitOf;
    this.#rules = rules;
  }

  /** The practice as it was written. */
  get written(): Practice {
    return this.#base;
  }

  /** The one in which every pose has as many breaths as the person has set. Any other has those that stand in it. */
  get isFivePoses(): boolean {
    return this.#base.id === 'five-pose';
  }

  /** The practice with the person's choices in it. */
  readonly #written: Practice = $derived.by(() => {
    const { breaths } = this.#settings();
    const steps = this.#base.steps.map((step) => {
      const chosen = this.#choiceFor(step);
      const variation = chosen === undefined ? step.variation : chosen;
      return { ...step, variation, breaths: this.#breathsOf(step, breaths) };
    });
    return { ...this.#base, steps };
  });

  /** The same as safety allows it. */
  readonly #adapted: Adapted | undefined = $derived.by(() => {
    const isChosen = (step: Step): boolean =>
      this.#obeyed?.startFrom === 'chair-or-wall' || this.#choiceFor(step) !== undefined;
    const chosen = this.#base.steps.filter(isChosen).map(({ id }) => id);
    const canPlay = ({ pose, variation }: Pick<Step, 'pose' | 'variation'>): boolean => this.#isSolved(pose, variation);
    return this.#rules?.adapt(this.#written, { canPlay, chosen, holdsShare: this.#obeyed?.holdsShare ?? 1 });
  });

  /** The steps that are left for the person, which may be none. */
  readonly #within: Practice = $derived.by(() => {
    if (this.#adapted === undefined) return this.#written;
    return this.#adapted.kind === 'practice' ? this.#adapted.practice : { ...this.#written, steps: [] };
  });

  readonly #laidOut: readonly Omit<PlannedStep, 'asDone' | 'options'>[] = $derived.by(() => {
    return this.#within.steps.map((asWritten) => {
      const written = this.#written.steps.find(({ id }) => id === asWritten.id) ?? asWritten;
      const fit = fitStep(this.catalogue, asWritten, this.#fitOf, (answer) => this.#canPlay(answer));
      const isChosen = this.#choiceFor(asWritten) !== undefined;
      const step = fit?.kind === 'answered' && !isChosen ? fit.step : asWritten;
      const change = this.changes.find((one) => one.step === asWritten.id);
      return { step, written, change, asWritten, fit, isChosen };
    });
  });

  readonly practice: Practice = $derived.by(() => {
    const { breathInS, breathOutS, catCowBreath } = this.#settings();
    return {
      ...this.#within,
      breath: { inS: breathInS, outS: breathOutS },
      catCowBreath,
      steps: this.#laidOut.map(({ step }) => step),
    };
  });

  readonly steps: readonly PlannedStep[] = $derived.by(() =>
    this.#laidOut.map((laidOut) => ({
      ...laidOut,
      asDone: poseAsDone(this.catalogue, laidOut.step.pose, laidOut.step.variation),
      options: this.#optionsOf(laidOut.written.pose),
    })),
  );

  /** What safety has changed, in the order of the steps. */
  get changes(): readonly StepChange[] {
    return this.#adapted?.changes ?? [];
  }

  readonly timeline: Timeline = $derived.by(() =>
    timelineFor(this.practice, this.catalogue, wordsPerMinute(this.#settings().voiceRate)),
  );

  /** What a choice of how to do a step is kept under: those of the five poses by the step alone. */
  choiceKey(stepId: string): string {
    return this.isFivePoses ? stepId : `${this.#base.id}/${stepId}`;
  }

  /** The choice made for this step if there is one that can still be played. */
  #choiceFor(step: Step): string | null | undefined {
    const chosen = this.#settings().variationByStep[this.choiceKey(step.id)];
    const pose = this.#base.steps.find(({ id }) => id === step.id)?.pose ?? step.pose;
    const canPlay = chosen !== undefined && this.#canPlay({ ...step, pose, variation: chosen });
    return canPlay ? chosen : undefined;
  }

  /** Whether it has been solved and can be reached, whoever practises. */
  #isSolved(pose: string, variation: string | null): boolean {
    const supported = this.#supported.get(pose);
    return variation === null ? supported?.plain === true : supported?.variations.includes(variation) === true;
  }

  #canPlay({ pose, variation }: Step): boolean {
    return this.#optionsOf(pose).some((option) => option.variation === variation);
  }

  /** As many as the person likes where "several" are written, more or fewer in the same measure; within what the pose bears. */
  #breathsOf(step: Step, wanted: number): number {
    if (!this.isFivePoses) return step.breaths;
    const { min, max } = poseAsDone(this.catalogue, step.pose, null).pose.breaths;
    return Math.min(max, Math.max(min, Math.round((step.breaths * wanted) / defaultBreaths)));
  }

  #optionsOf(poseId: string): StepOption[] {
    const { pose } = poseAsDone(this.catalogue, poseId, null);
    const supported = this.#supported.get(poseId);
    const plain: StepOption[] = supported?.plain === true ? [{ variation: null, name: 'As it is', why: '' }] : [];
    const variations = pose.variations
      .filter(({ id }) => supported?.variations.includes(id))
      .map(({ id, name, why }) => ({ variation: id, name, why }));
    const mayPlay = ({ variation }: StepOption): boolean => this.#rules?.mayPlay({ pose: poseId, variation }) ?? true;
    return [...plain, ...variations].filter(mayPlay);
  }
}
