import type { Page } from 'playwright-core';

/** A practice with Pigeon in it, as somebody would have saved it on another device. */
export const sharedPractice = {
  ...{ format: 'sacra.practice', version: 1, id: 'from-ada', title: 'Evening hips, from Ada' },
  steps: [
    { id: 'wave', pose: 'cat-cow', variation: null, sides: ['both'], breaths: 5 },
    { id: 'hips', pose: 'pigeon', variation: null, sides: ['right', 'left'], breaths: 6 },
    { id: 'rest', pose: 'lying-rest', variation: null, sides: ['both'], breaths: 8 },
  ],
  ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow', opensIn: 'tabletop', closesIn: 'lying-rest' },
};

/** Chooses a file on the page that opens practices. */
export async function chooseFile(page: Page, text: string, name = 'ada.practice.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel(/Choose (a|another) file/).setInputFiles(file);
}
