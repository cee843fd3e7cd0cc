import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '@sacra/pose';
import { readContent } from './content/read-content.ts';
import { safetyPage } from './safety-page.ts';

// `npm run safety:print`: the checklist and all that follows from it, on one page, for a clinician to read and mark.
const root = fileURLToPath(new URL('../../', import.meta.url));
const content = readContent(join(root, 'content'));
if (content.ok) {
  const file = join(root, 'artifacts/safety.md');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, safetyPage(content.value));
  console.log(file);
} else {
  for (const error of content.errors) console.error(describeError(error));
  process.exitCode = 1;
}
