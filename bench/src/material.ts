import { describeError } from '@sacra/pose';
import { readContent, type Content } from '@sacra/tools';
import { fileURLToPath } from 'node:url';

/** The project's own content, read from its files. @throws naming every fault of it */
export function content(): Content {
  const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  if (!read.ok) throw new Error(read.errors.map(describeError).join('\n'));
  return read.value;
}

/** Where the built app lies, with what was baked for it. */
export const buildFolder = fileURLToPath(new URL('../../apps/web/build', import.meta.url));
