import type { Page } from 'playwright-core';

const lists = [
  { tier: 'emergency', title: /help now/ },
  { tier: 'urgent', title: /about today/ },
  { tier: 'ask-first', title: /asking a professional/ },
  { tier: 'adapt', title: /suits you/ },
] as const;

type Mark = readonly [item: RegExp, answer: 'Yes' | 'Not sure'];
type Marks = Partial<Readonly<Record<(typeof lists)[number]['tier'], readonly Mark[]>>>;

/** Waits for a list of the checklist by its title. */
export async function listed(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

export async function tick(page: Page, item: RegExp, answer: Mark[1]): Promise<void> {
  await page.getByRole('group', { name: item }).getByRole('button', { name: answer, exact: true }).click();
}

/** Goes through all four lists: a no to everything but what is marked. What is told in between is read. */
export async function answerChecklist(page: Page, marks: Marks = {}): Promise<void> {
  for (const { tier, title } of lists) {
    await listed(page, title);
    const marked = marks[tier] ?? [];
    for (const [item, answer] of marked) await tick(page, item, answer);
    await page.getByRole('button', { name: marked.length === 0 ? 'None of these' : /^Go on/ }).click();
    if (tier === 'ask-first' && marked.length > 0)
      await page.getByRole('button', { name: 'Go on', exact: true }).click();
  }
}
