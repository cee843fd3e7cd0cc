import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describeError } from '@sacra/pose';
import { bakeCards } from './bake-cards.ts';
import { readContent } from './content/read-content.ts';
import { acceptLooks } from './looks/check-looks.ts';
import { looksDir } from './looks/looks-dir.ts';
import { lookFolder } from './looks/look-folder.ts';
import { lookPictures } from './looks/look-pictures.ts';

/** Takes the pictures as they are drawn today for those that tools/test/looks.test.ts compares with. Needs the bake. */
async function main(): Promise<void> {
  const content = readContent(join(fileURLToPath(new URL('../../', import.meta.url)), 'content'));
  if (!content.ok) {
    for (const error of content.errors) console.error(describeError(error));
    process.exitCode = 1;
    return;
  }
  await bakeCards(content.value, console.log);
  const changes = await acceptLooks(lookPictures(content.value), lookFolder(looksDir));
  for (const { file, kind, share } of changes) {
    console.log(`${kind.padEnd(8)} ${file}${kind === 'changed' ? `  ${(100 * share).toFixed(1)} %` : ''}`);
  }
  console.log(
    changes.length === 0
      ? 'Everything looks as it did.'
      : `${changes.length} accepted: look at them before you commit.`,
  );
}

await main();
