import { readFileSync } from 'node:fs';
import {
  bodyTableNames,
  createBody,
  describeProblem,
  parseBodyTables,
  referencePerson,
  type Body,
  type Person,
} from '@sacra/body';
import { parse } from 'yaml';

const content = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8'));

const tables = parseBodyTables(
  Object.fromEntries(bodyTableNames.map((name) => [name, content(`body/${name}.yaml`)])),
  Object.keys(content('sources.yaml') as object),
);
if (!tables.ok) throw new Error(tables.error.map(describeProblem).join('\n'));
const { value } = tables;

export const bodyOf = (person: Person): Body => createBody(person, value);
export const referenceBody = bodyOf(referencePerson);

/** Fine enough for toes to be there, coarse enough to build in a second. */
export const TEST_CELL_M = 0.011;
