import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The path of every page in the built app, such as `` (home) and `history/`: found, not listed. Of pages that are written from one
 * template, such as those of the poses, the first and the last stand for all: the journeys that go through every page would learn
 * nothing from the others, and take ten times as long.
 */
export function pagesOf(buildFolder: string): string[] {
  const pages = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
    .map((path) => (path === 'index.html' ? '' : `${dirname(path)}/`))
    .sort();
  return pages.filter((page) => {
    const template = folderOf(page);
    if (template === '') return true;
    const written = pages.filter((other) => folderOf(other) === template);
    return page === written[0] || page === written.at(-1);
  });
}

/** `poses/` for `poses/pigeon/`, and nothing for a page at the top. */
const folderOf = (page: string): string => page.replace(/[^/]+\/$/, '');
