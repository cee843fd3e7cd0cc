import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bakeAtlas } from './bake-atlas.ts';
import { bakeCards } from './bake-cards.ts';
import { bakeContent } from './bake-content.ts';
import { bakeFonts } from './bake-fonts.ts';

/**
 * Makes all that the app is given ready-made: the content as JSON, the faces, the atlas, the figure and the cards. The figure is modelled in
 * another process while the atlas is solved; the cards need both.
 */
async function bake(tell: (line: string) => void): Promise<boolean> {
  const content = bakeContent(tell);
  if (content === undefined) return false;
  await bakeFonts(tell);
  const figure = runElsewhere('./bake-figure.ts');
  const atlasIsFit = bakeAtlas(content, tell);
  if (!(await figure) || !atlasIsFit) return false;
  await bakeCards(content, tell);
  return true;
}

/** Runs another tool in its own process, started as this one was. */
function runElsewhere(script: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}

if (!(await bake(console.log))) process.exitCode = 1;
