import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BodyTables } from '@sacra/body';
import { drawCard } from '@sacra/figure';
import type { CardPlan } from './card-list.ts';
import { posedScene, referenceModel } from './model.ts';

/** What one process is to draw. */
export interface CardTask {
  readonly bodyTables: BodyTables;
  readonly figureFile: string;
  readonly cardsDir: string;
  readonly plans: readonly CardPlan[];
}

/** Draws and writes the cards of a task. */
export function drawCards(task: CardTask): void {
  mkdirSync(task.cardsDir, { recursive: true });
  const model = referenceModel(task.bodyTables, readFileSync(task.figureFile));
  for (const { file, alt, view, q, props } of task.plans) {
    const svg = drawCard(posedScene(model, q, props), { view, title: alt });
    writeFileSync(join(task.cardsDir, file), svg);
  }
}

// As a process of its own it is handed one task as a message.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.once('message', (task) => drawCards(task as CardTask));
