import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '@sacra/pose';
import { writeContent } from './content/compile.ts';
import { practiceJsonSchema, practiceSchemaPath } from './content/practice-json-schema.ts';
import { readContent, type Content } from './content/read-content.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Checks all content and writes what the app carries of it. Undefined, with every error told, when something isn't right. */
export function bakeContent(tell: (line: string) => void): Content | undefined {
  const content = readContent(join(root, 'content'));
  if (!content.ok) {
    for (const error of content.errors) tell(describeError(error));
    return undefined;
  }
  writeContent(content.value, join(root, 'apps/web/src/lib/content/generated'));
  const schemaFile = join(root, 'apps/web/static', practiceSchemaPath);
  mkdirSync(dirname(schemaFile), { recursive: true });
  writeFileSync(schemaFile, `${JSON.stringify(practiceJsonSchema(content.value.catalogue), null, 2)}\n`);
  return content.value;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (bakeContent((line) => console.error(line)) === undefined) process.exitCode = 1;
}
