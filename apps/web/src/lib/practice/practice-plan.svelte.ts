import { poseAsDone, supportedBy, type Catalogue, type PoseAsDone, type Solved } from '@sacra/pose';
import type { Practice, Step, Timeline } from '@sacra/practice';
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
  readonly asDone: PoseAsDone;
  /** At least one; only what can be played. */
  readonly options: readonly StepOption[];
}

/** A practice with a person's choices laid over it: variations, breaths and pace. */
export class PracticePlan {
  readonly #base: Practice;
  readonly #catalogue: Catalogue;
  readonly #supported: ReturnType<typeof supportedBy>;
  readonly #settings: () => Settings;

  constructor(base: Practice, catalogue: Catalogue, solved: Solved, settings: () => Settings) {
    this.#base = base;
    this.#catalogue = catalogue;
    this.#supported = supportedBy(catalogue, solved, base.opensIn);
    this.#settings = settings;
  }

  readonly practice: Practice = $derived.by(() => {
    const { breathInS, breathOutS, breaths, catCowBreath } = this.#settings();
    return {
      ...this.#base,
      breath: { inS: breathInS, outS: breathOutS },
      catCowBreath,
      steps: this.#base.steps.map((step) => ({
        ...step,
        variation: this.#variationOf(step),
        breaths: this.#breathsOf(step, breaths),
      })),
    };
  });

  readonly steps: readonly PlannedStep[] = $derived.by(() =>
    this.practice.steps.map((step) => ({
      step,
      asDone: poseAsDone(this.#catalogue, step.pose, step.variation),
      options: this.#optionsOf(step.pose),
    })),
  );

  readonly timeline: Timeline = $derived.by(() =>
    timelineFor(this.practice, this.#catalogue, wordsPerMinute(this.#settings().voiceRate)),
  );

  /** The choice made for this step if it can still be played, else what the practice was composed with. */
  #variationOf(step: Step): string | null {
    const chosen = this.#settings().variationByStep[step.id];
    const canPlay = chosen !== undefined && this.#optionsOf(step.pose).some(({ variation }) => variation === chosen);
    return canPlay ? chosen : step.variation;
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
