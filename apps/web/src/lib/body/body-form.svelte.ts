import {
  massForStatureLimit,
  personFaults,
  personLimits,
  referencePerson,
  type Ease,
  type PerSide,
  type Person,
} from '@sacra/body';
import { massInWords, parseMass, parseStature, statureInWords, type Units } from './units.ts';

/** Proportions that a slider can change: what is said of them, and how far they go. */
export type Proportion = 'legRatio' | 'armRatio' | 'frameRatio' | 'fleshAtMiddle';

/** How far people usually differ; the body takes a little more (`personLimits`). */
export const proportionRanges: Readonly<Record<Proportion, { min: number; max: number; step: number; usual: number }>> =
  {
    legRatio: { min: 0.94, max: 1.06, step: 0.01, usual: 1 },
    armRatio: { min: 0.94, max: 1.06, step: 0.01, usual: 1 },
    frameRatio: { min: 0.92, max: 1.08, step: 0.01, usual: 1 },
    fleshAtMiddle: { min: -1, max: 1, step: 0.1, usual: 0 },
  };

export const statureRange = { min: 1.4, max: 2.05, step: 0.01 } as const;

/** kg/m² of the reference person: what stands for a weight that someone would rather not say. */
const USUAL_MASS_FOR_STATURE = referencePerson.massKg / referencePerson.statureM ** 2;

/** @internal The weight that stands in when none is said, kilograms: usual for the height. */
export const usualMassKg = (statureM: number): number => Math.round(USUAL_MASS_FOR_STATURE * statureM ** 2 * 10) / 10;

/** What someone says about their body, as they say it. Always a whole person: what isn't said is as usual. */
export class BodyForm {
  #person = $state.raw<Person>(referencePerson);
  #saysMass = $state(true);

  constructor(person: Person | undefined) {
    this.#person = person ?? { ...referencePerson, massKg: usualMassKg(referencePerson.statureM) };
    this.#saysMass = person !== undefined && person.massKg !== usualMassKg(person.statureM);
  }

  get person(): Person {
    return this.#person;
  }

  /** Whether a weight has been said. */
  get saysMass(): boolean {
    return this.#saysMass;
  }

  /** What may be typed, told beside the field when something else was typed. */
  statureProblem(text: string, units: Units): string | undefined {
    const statureM = parseStature(text, units);
    const { least, most } = personLimits.statureM;
    if (statureM !== undefined && statureM >= least && statureM <= most) return undefined;
    return `Anything from ${statureInWords(least, units)} to ${statureInWords(most, units)}.`;
  }

  massProblem(text: string, units: Units): string | undefined {
    const massKg = parseMass(text, units);
    const { min, max } = this.massRange;
    if (massKg !== undefined && massKg >= min && massKg <= max) return undefined;
    return `Anything from ${massInWords(min, units)} to ${massInWords(max, units)} at this height. You can also leave it out.`;
  }

  /** Weights that go with the height, kilograms. */
  get massRange(): { readonly min: number; readonly max: number; readonly step: number } {
    const square = this.#person.statureM ** 2;
    return {
      min: Math.ceil(Math.max(personLimits.massKg.least, massForStatureLimit.least * square)),
      max: Math.floor(Math.min(personLimits.massKg.most, massForStatureLimit.most * square)),
      step: 1,
    };
  }

  setStature(statureM: number): void {
    const { least, most } = personLimits.statureM;
    const within = Math.round(Math.min(most, Math.max(least, statureM)) * 1000) / 1000;
    // the weight goes along when it wasn't said, and stays within what goes with the height
    this.#change({ statureM: within });
    const { min, max } = this.massRange;
    const massKg = this.#saysMass ? Math.min(max, Math.max(min, this.#person.massKg)) : usualMassKg(within);
    this.#change({ massKg });
  }

  setMass(massKg: number): void {
    this.#saysMass = true;
    const { min, max } = this.massRange;
    this.#change({ massKg: Math.round(Math.min(max, Math.max(min, massKg)) * 10) / 10 });
  }

  leaveMassOut(): void {
    this.#saysMass = false;
    this.#change({ massKg: usualMassKg(this.#person.statureM) });
  }

  setSex(sex: Person['sex']): void {
    this.#change({ sex });
  }

  proportion(name: Proportion): number {
    return this.#person[name] ?? proportionRanges[name].usual;
  }

  setProportion(name: Proportion, value: number): void {
    const { [name]: _, ...others } = this.#person;
    const rounded = Math.round(value * 100) / 100;
    this.#person = rounded === proportionRanges[name].usual ? others : { ...others, [name]: rounded };
  }

  /** What was said in a try; undefined when it was skipped. */
  answer<Name extends keyof Ease>(name: Name): Ease[Name] | undefined {
    return this.#person.ease?.[name];
  }

  setAnswer(name: keyof Ease, answer: number | PerSide): void {
    this.#change({ ease: { ...this.#person.ease, [name]: answer } });
  }

  skip(name: keyof Ease): void {
    const { [name]: _, ...ease } = this.#person.ease ?? {};
    const { ease: _all, ...person } = this.#person;
    this.#person = Object.keys(ease).length === 0 ? person : { ...person, ease };
  }

  /** What a body can't be made from; there is nothing as long as only this form has written it. */
  get faults(): readonly string[] {
    return personFaults({ ...this.#person }).map(({ message }) => message);
  }

  #change(changes: Partial<Person>): void {
    this.#person = { ...this.#person, ...changes };
  }
}
