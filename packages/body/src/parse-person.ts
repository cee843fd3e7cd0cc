import type { Ease } from './ease.ts';
import { jointNames } from './names.ts';
import {
  easeBySide,
  easeLimits,
  hingeLimit,
  massForStatureLimit,
  personLimits,
  type FieldLimit,
} from './person-limits.ts';
import type { Person } from './person.ts';
import type { Result } from './result.ts';
import { sides } from './sides.ts';

/** The version that `personDocument` writes. A change that an older reader would misread gets the next number. */
export const personVersion = 1;

/** A person as it is kept and sent: what `parsePerson` reads back. */
export interface PersonDocument extends Person {
  readonly version: typeof personVersion;
}

export const personDocument = (person: Person): PersonDocument => ({ version: personVersion, ...person });

/** Why a person can't be taken. */
export interface PersonFault {
  /** Where, from the top: `statureM`, `ease.straightLegLiftDeg.left`. Empty when the whole is no person. */
  readonly field: string;
  /** What is there, in words: `1.7e+3`, `"tall"`, `NaN`, `nothing`. */
  readonly given: string;
  /** What may stand there: `1.2 to 2.2 m`. */
  readonly valid: string;
  /** All of it in one sentence for people. */
  readonly message: string;
}

/**
 * Reads a person document, `{ version: 1, sex, statureM, massKg, … }`. All faults come back, not only the first: numbers that are none
 * or out of what is plausible, ranges the wrong way round, fields that nobody knows, and documents of a newer version.
 */
export function parsePerson(data: unknown): Result<Person, readonly PersonFault[]> {
  if (!isObject(data))
    return { ok: false, error: [fault('', data, 'an object with version, sex, statureM and massKg')] };
  const { version, ...fields } = data;
  const versionFault = faultOfVersion(version);
  if (versionFault) return { ok: false, error: [versionFault] };
  const faults = personFaults(fields);
  return faults.length > 0 ? { ok: false, error: faults } : { ok: true, value: fields as unknown as Person };
}

/** What is wrong with the fields of a person; nothing when a body can be made from them. */
export function personFaults(fields: Readonly<Record<string, unknown>>): PersonFault[] {
  const { sex, ease, rangesDeg } = fields;
  return [
    ...unknownFields('', fields, ['sex', ...Object.keys(personLimits), 'ease', 'rangesDeg']),
    ...(sex === 'female' || sex === 'male' ? [] : [fault('sex', sex, 'female or male')]),
    ...Object.entries(personLimits).flatMap(([name, limit]) =>
      fields[name] === undefined && !required.includes(name) ? [] : numberFaults(name, fields[name], limit),
    ),
    ...massForStatureFaults(fields['statureM'], fields['massKg']),
    ...(ease === undefined ? [] : easeFaults(ease)),
    ...(rangesDeg === undefined ? [] : rangesFaults(rangesDeg)),
  ];
}

const required: readonly string[] = ['statureM', 'massKg'];

function faultOfVersion(version: unknown): PersonFault | undefined {
  if (version === personVersion) return undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > personVersion) {
    const message = `This body was saved by a newer Sacra (version ${version}); this one reads version ${personVersion}.`;
    return { field: 'version', given: String(version), valid: String(personVersion), message };
  }
  return fault('version', version, String(personVersion));
}

/** Stature and weight may each be plausible and not go together. */
function massForStatureFaults(statureM: unknown, massKg: unknown): PersonFault[] {
  const fits = (value: unknown, limit: FieldLimit): value is number => numberFaults('', value, limit).length === 0;
  if (!fits(statureM, personLimits.statureM) || !fits(massKg, personLimits.massKg)) return [];
  const { least, most } = massForStatureLimit;
  const bodyMassIndex = massKg / statureM ** 2;
  if (bodyMassIndex >= least && bodyMassIndex <= most) return [];
  const [from, to] = [Math.ceil(least * statureM ** 2), Math.floor(most * statureM ** 2)];
  return [fault('massKg', massKg, `${from} to ${Math.min(to, personLimits.massKg.most)} kg at ${statureM} m`)];
}

function easeFaults(ease: unknown): PersonFault[] {
  if (!isObject(ease)) return [fault('ease', ease, `an object with any of ${Object.keys(easeLimits).join(', ')}`)];
  return [
    ...unknownFields('ease.', ease, Object.keys(easeLimits)),
    ...(Object.keys(easeLimits) as (keyof Ease)[]).flatMap((name) => {
      const [given, limit, field] = [ease[name], easeLimits[name], `ease.${name}`];
      if (given === undefined) return [];
      if (!easeBySide[name]) return numberFaults(field, given, limit);
      if (!isObject(given)) return [fault(field, given, `{ left, right }, each ${told(limit)}`)];
      return [
        ...unknownFields(`${field}.`, given, sides),
        ...sides.flatMap((side) => numberFaults(`${field}.${side}`, given[side], limit)),
      ];
    }),
  ];
}

const hingeNames = jointNames.filter((name) => !name.startsWith('shoulder'));

function rangesFaults(ranges: unknown): PersonFault[] {
  if (!isObject(ranges)) return [fault('rangesDeg', ranges, 'an object with [least, most] by hinge')];
  return [
    ...unknownFields('rangesDeg.', ranges, hingeNames),
    ...hingeNames.flatMap((name) => {
      const [given, field] = [ranges[name], `rangesDeg.${name}`];
      if (given === undefined) return [];
      if (!Array.isArray(given) || given.length !== 2) return [fault(field, given, '[least, most] in degrees')];
      const [least, most] = given as [unknown, unknown];
      const faults = [least, most].flatMap((end, i) => numberFaults(`${field}.${i}`, end, hingeLimit));
      if (faults.length > 0) return faults;
      if (Number(least) > Number(most)) return [fault(field, given, `[${most}, ${least}]: the least comes first`)];
      // at rest the body stands: every hinge at 0
      return Number(least) <= 0 && Number(most) >= 0 && least !== most
        ? []
        : [fault(field, given, 'a range with 0 in it, where the joint is when standing')];
    }),
  ];
}

function numberFaults(field: string, given: unknown, limit: FieldLimit): PersonFault[] {
  const fits = typeof given === 'number' && given >= limit.least && given <= limit.most;
  return fits ? [] : [fault(field, given, told(limit))];
}

function unknownFields(prefix: string, given: object, known: readonly string[]): PersonFault[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const valid = `one of ${known.join(', ')}`;
      return {
        field: prefix + name,
        given: 'a name that nobody knows',
        valid,
        message: `Nothing is called ${prefix}${name}.`,
      };
    });
}

const told = ({ least, most, unit }: FieldLimit): string => `${least} to ${most}${unit}`;

function fault(field: string, given: unknown, valid: string): PersonFault {
  const name = field === '' ? 'A body' : field;
  return { field, given: inWords(given), valid, message: `${name} is ${inWords(given)}; it may be ${valid}.` };
}

function inWords(given: unknown): string {
  if (given === undefined) return 'missing';
  if (typeof given === 'number' || given === null) return String(given);
  return (JSON.stringify(given) ?? typeof given).slice(0, 60);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
