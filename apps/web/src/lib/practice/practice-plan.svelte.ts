import { poseAsDone, supportedBy, type Catalogue, type PoseAsDone, type Solved } from '@sacra/pose';
import { fitStep, type FitOf, type Practice, type Step, type StepFit, type Timeline } from '@sacra/practice';
import { timelineFor } from '../session/running-session.ts';
import type { Settings } from '../settings/settings.ts';
import { wordsPerMinute } from './speaking-pace.ts';

/** What a step can be: the pose as it is (`null`) or one of its variations. */
export interface StepOption {
  readonly variation: string | null;
  readonly name: string;
  readonly why: string;
}

/** A step as the screen shows it. */
export interface PlannedStep {
  readonly step: Step;
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
  readonly #catalogue: Catalogue;
  readonly #supported: ReturnType<typeof supportedBy>;
  readonly #settings: () => Settings;
  readonly #fitOf: FitOf;

  /** `fitOf` says how keyframes come out on the person's body; without one every step stays as it is written. */
  constructor(
    base: Practice,
    catalogue: Catalogue,
    solved: Solved,
    settings: () => Settings,
    fitOf: FitOf = () => undefined,
  ) {
    this.#base = base;
    this.#catalogue = catalogue;
    this.#supported = supportedBy(catalogue, solved, base.opensIn);
    this.#settings = settings;
    this.#fitOf = fitOf;
  }

  readonly #laidOut: readonly Omit<PlannedStep, 'asDone' | 'options'>[] = $derived.by(() => {
    const { breaths } = this.#settings();
    return this.#base.steps.map((step) => {
      const chosen = this.#choiceFor(step);
      const asWritten = {
        ...step,
        variation: chosen === undefined ? step.variation : chosen,
        breaths: this.#breathsOf(step, breaths),
      };
      const fit = fitStep(this.#catalogue, asWritten, this.#fitOf, (answer) => this.#canPlay(answer));
      const isChosen = chosen !== undefined;
      return { step: fit?.kind === 'answered' && !isChosen ? fit.step : asWritten, asWritten, fit, isChosen };
    });
  });

  readonly practice: Practice = $derived.by(() => {
    const { breathInS, breathOutS, catCowBreath } = this.#settings();
    return {
      ...this.#base,
      breath: { inS: breathInS, outS: breathOutS },
      catCowBreath,
      steps: this.#laidOut.map(({ step }) => step),
    };
  });

  readonly steps: readonly PlannedStep[] = $derived.by(() =>
    this.#laidOut.map((laidOut) => ({
      ...laidOut,
      asDone: poseAsDone(this.#catalogue, laidOut.step.pose, laidOut.step.variation),
      options: this.#optionsOf(laidOut.asWritten.pose),
    })),
  );

  readonly timeline: Timeline = $derived.by(() =>
    timelineFor(this.practice, this.#catalogue, wordsPerMinute(this.#settings().voiceRate)),
  );

  /** The choice made for this step if there is one that can still be played. */
  #choiceFor(step: Step): string | null | undefined {
    const chosen = this.#settings().variationByStep[step.id];
    const canPlay = chosen !== undefined && this.#canPlay({ ...step, variation: chosen });
    return canPlay ? chosen : undefined;
  }

  #canPlay({ pose, variation }: Step): boolean {
    return this.#optionsOf(pose).some((option) => option.variation === variation);
  }

  /** As many as the person likes, within what the pose bears. */
  #breathsOf(step: Step, wanted: number): number {
    const { min, max } = poseAsDone(this.#catalogue, step.pose, null).pose.breaths;
    return Math.min(max, Math.max(min, wanted));
  }

  #optionsOf(poseId: string): StepOption[] {
    const { pose } = poseAsDone(this.#catalogue, poseId, null);
    const supported = this.#supported.get(poseId);
    const plain: StepOption[] = supported?.plain === true ? [{ variation: null, name: 'As it is', why: '' }] : [];
    const variations = pose.variations
      .filter(({ id }) => supported?.variations.includes(id))
      .map(({ id, name, why }) => ({ variation: id, name, why }));
    return [...plain, ...variations];
  }
}
