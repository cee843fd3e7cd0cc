import type { Catalogue, Fault } from '@sacra/pose';
import { parsePractice } from '../parse-practice.ts';
import { practiceLimits, type Practice } from '../practice.ts';
import { nestingOf } from './scan-json.ts';

/** What a file may be: its length in UTF-16 units (look at the file's size before reading it), and how deep it is nested. */
export const importLimits = { characters: 200_000, nesting: 8, faultsTold: 20 } as const;

export type ReadPractice =
  | { readonly ok: true; readonly value: Practice }
  | {
      readonly ok: false;
      readonly kind: ImportRefusal;
      /** what is to be mended and where; one at least, the first ones where there are many */
      readonly faults: readonly Fault[];
      /** how many more there are than `faults` tells */
      readonly more: number;
    };

/**
 * `too-large`, `too-deep`: not looked into · `not-json` · `other-format`: something else than a practice · `newer-version`: written by a later
 * Sacra · `faults`: a practice with something in it that can't be
 */
export type ImportRefusal = 'too-large' | 'too-deep' | 'not-json' | 'other-format' | 'newer-version' | 'faults';

const format = 'sacra.practice';
const version = 1;

/**
 * Reads the text of a file as a practice document. Nothing of a text that is refused gets through, and no text makes it throw. A key
 * `$schema` at the root, by which editors find the published schema, is passed over.
 */
export function readPractice(text: string, catalogue: Catalogue): ReadPractice {
  const { characters, nesting } = importLimits;
  if (text.length > characters) {
    return refused('too-large', [], `is ${text.length} characters long`, [`up to ${characters} characters`]);
  }
  if (nestingOf(text) > nesting) return refused('too-deep', [], 'is nested too deep', [`up to ${nesting} levels`]);
  const parsed = parseJson(text);
  if (!parsed.ok) return refused('not-json', [], `is not JSON: ${parsed.message}`, ['a practice as JSON']);
  const { data } = parsed;
  if (!isRecord(data) || data['format'] !== format) {
    return refused('other-format', ['format'], 'is not a practice of Sacra', [`"${format}"`]);
  }
  const written = data['version'];
  if (typeof written === 'number' && Number.isInteger(written) && written > version) {
    return refused('newer-version', ['version'], `was written by a later version (${written})`, [String(version)]);
  }
  if (Array.isArray(data['steps']) && data['steps'].length > practiceLimits.steps) {
    // told before each of them is looked at
    const message = `has ${data['steps'].length} steps`;
    return refused('faults', ['steps'], message, [`1 … ${practiceLimits.steps}`]);
  }
  const { $schema: _, ...document } = data;
  const result = parsePractice(document, catalogue);
  if (result.ok) return result;
  const faults = result.faults.slice(0, importLimits.faultsTold);
  return { ok: false, kind: 'faults', faults, more: result.faults.length - faults.length };
}

/** A practice as the text of a file that {@link readPractice} gives back as it was. */
export function writePractice(practice: Practice): string {
  return `${JSON.stringify(practice, null, 2)}\n`;
}

function refused(kind: ImportRefusal, path: Fault['path'], message: string, valid: readonly string[]): ReadPractice {
  return { ok: false, kind, faults: [{ path, message, valid }], more: 0 };
}

function parseJson(text: string): { ok: true; data: unknown } | { ok: false; message: string } {
  try {
    // a byte order mark is no part of what is written
    return { ok: true, data: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
