import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '@sacra/pose';
import { createComposer } from '@sacra/practice';
import { composePage } from './compose-page.ts';
import { printedProfiles } from './compose-profiles.ts';
import { readContent } from './content/read-content.ts';

// `npm run compose:print`: twenty practices for twenty people, with reasons, for a teacher to read.
const root = fileURLToPath(new URL('../../', import.meta.url));
const content = readContent(join(root, 'content'));
if (content.ok) {
  const { catalogue, safety } = content.value;
  const compose = createComposer(catalogue);
  const pages = printedProfiles(safety.checklist).map(({ name, request }) =>
    composePage(content.value, name, request, compose(request)),
  );
  const file = join(root, 'artifacts/practices.md');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `# Composed practices\n\n${pages.join('\n')}`);
  console.log(file);
} else {
  for (const error of content.errors) console.error(describeError(error));
  process.exitCode = 1;
}
