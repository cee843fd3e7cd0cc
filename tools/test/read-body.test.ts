import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError, type ContentError } from '@sacra/pose';
import { afterAll, expect, test } from 'vitest';
import { readBodyTables } from '../src/content/read-body.ts';

const contentDir = fileURLToPath(new URL('../../content', import.meta.url));
const textOf = (name: string): string => readFileSync(`${contentDir}/body/${name}.yaml`, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sacra-body-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The errors of a copy of the content whose `ranges.yaml` reads as given. */
function errorsWith(ranges: string): readonly ContentError[] {
  cpSync(join(contentDir, 'sources.yaml'), join(folder, 'sources.yaml'));
  cpSync(join(contentDir, 'body'), join(folder, 'body'), { recursive: true });
  writeFileSync(join(folder, 'body/ranges.yaml'), ranges);
  const result = readBodyTables(folder);
  return result.ok ? [] : result.errors;
}

const lineWith = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('the body files of this project can be read', () => {
  const read = readBodyTables(contentDir);
  expect(read.ok ? [] : read.errors.map(describeError)).toEqual([]);
});

test('a range the wrong way round is told with its file, its line and the range that was meant', () => {
  const text = textOf('ranges').replace(/(elbow\.flexion:.*?)\[0, 148\]/s, '$1[148, 0]');
  const [problem] = errorsWith(text);
  expect(problem).toMatchObject({ file: 'content/body/ranges.yaml', line: lineWith(text, '[148, 0]') });
  expect(describeError(problem!)).toBe(
    `content/body/ranges.yaml:${problem?.line}:${problem?.column}: the range is the wrong way round: 148 is not less than 0. Valid: [0, 148]`,
  );
});

test('an unknown joint is told with its line and the joints that there are', () => {
  const text = textOf('ranges').replace('knee.flexion:', 'kne.flexion:');
  const problem = errorsWith(text).find(({ message }) => message.includes('kne.flexion'));
  expect(problem?.line).toBe(lineWith(text, 'kne.flexion:'));
  expect(problem?.valid[0]).toBe('knee.flexion');
  expect(problem?.valid).toContain('lumbosacral.side-bend');
});

test('an unknown source is told with its line and the sources that there are', () => {
  const text = textOf('ranges').replace('hemmerich-2006', 'hemerich-2006');
  const [problem] = errorsWith(text);
  expect(problem?.line).toBe(lineWith(text, 'hemerich-2006'));
  expect(problem?.valid[0]).toBe('hemmerich-2006');
  expect(problem?.valid).toContain('de-leva-1996');
});

test('YAML that cannot be read is told with its line', () => {
  const text = `${textOf('ranges')}\n  crooked: [1, 2\nhinges: {}\n`;
  const problems = errorsWith(text);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ line }) => line > 1)).toBe(true);
});
