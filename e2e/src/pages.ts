import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The path of every page in the built app, such as `` (home) and `history/`: found, not listed. */
export function pagesOf(buildFolder: string): string[] {
  return readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
    .map((path) => (path === 'index.html' ? '' : `${dirname(path)}/`))
    .sort();
}
