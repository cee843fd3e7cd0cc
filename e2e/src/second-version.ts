import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Release {
  readonly folder: string;
  /** Turns what is served into the next version, in which the home page has another title. */
  publish(title: string): void;
  remove(): void;
}

/** A copy of the built app that can be replaced by a newer version while it is being served. */
export function copyToRelease(build: string): Release {
  const folder = mkdtempSync(join(tmpdir(), 'sacra-release-'));
  cpSync(build, folder, { recursive: true, filter: (path) => !path.endsWith('.br') && !path.endsWith('.gz') });
  const edit = (path: string, change: (text: string) => string): void => {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} has nothing that tells one version from the next`);
    writeFileSync(join(folder, path), after);
  };
  const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as { version: string };
  let published = 0;
  return {
    folder,
    publish(title) {
      published += 1;
      edit('service-worker.js', (text) => text.replaceAll(version, `${version}-next-${published}`));
      edit('index.html', (text) => text.replace('<body', `<body title="${title}"`));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
