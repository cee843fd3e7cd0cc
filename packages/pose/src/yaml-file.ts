import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Fault } from './fault.ts';

/** Something a content file says that can't be, and where. */
export interface ContentError {
  readonly file: string;
  /** counted from 1 */
  readonly line: number;
  /** counted from 1 */
  readonly column: number;
  readonly message: string;
  /** what could stand there instead, the nearest first; empty when there is nothing to name */
  readonly valid: readonly string[];
}

/** A YAML text whose every value knows its place. */
export interface YamlFile {
  readonly file: string;
  /** the plain data; undefined when the text isn't YAML */
  readonly data: unknown;
  /** errors of the text itself */
  readonly errors: readonly ContentError[];
  /** turns a fault in the data into an error with its line */
  readonly locate: (fault: Fault) => ContentError;
}

export function readYaml(text: string, file: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors = document.errors.map((error) => ({
    file,
    ...at(error.pos[0]),
    message: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.message,
    valid: [],
  }));
  return {
    file,
    data: errors.length > 0 ? undefined : document.toJS(),
    errors,
    locate: (fault) => ({ file, ...at(offsetOf(document, fault)), message: fault.message, valid: fault.valid }),
  };
}

/** `content/poses/pigeon.yaml:12:9: unknown joint "kne.flexion". Valid: knee.flexion, …` */
export function describeError({ file, line, column, message, valid }: ContentError): string {
  const shown = valid.slice(0, 8).join(', ') + (valid.length > 8 ? `, … (${valid.length} in all)` : '');
  return `${file}:${line}:${column}: ${message}.${valid.length > 0 ? ` Valid: ${shown}` : ''}`;
}

/** Where the named part begins in the text; for a part that isn't there, where the nearest part around it begins. */
function offsetOf(document: Document, { path, at }: Fault): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      const isLast = depth === path.length - 1;
      node = pair.value;
      offset = (isLast && at === 'key' ? startOf(pair.key) : (startOf(node) ?? startOf(pair.key))) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
