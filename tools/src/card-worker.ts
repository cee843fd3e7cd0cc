import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BodyTables } from '@sacra/body';
import { drawCard, drawStrip } from '@sacra/figure';
import type { CardPlan } from './card-list.ts';
import { posedScene, readReferenceModel, type Model } from './model.ts';
import type { StripPlan } from './strip-list.ts';

/** One picture to draw: of a keyframe or of a way. */
export type Drawn =
  { readonly kind: 'card'; readonly plan: CardPlan } | { readonly kind: 'strip'; readonly plan: StripPlan };

/** What one process is to draw. */
export interface CardTask {
  readonly bodyTables: BodyTables;
  readonly cardsDir: string;
  readonly pictures: readonly Drawn[];
}

/** Draws and writes the pictures of a task. */
export function drawCards(task: CardTask): void {
  const model = readReferenceModel(task.bodyTables);
  for (const picture of task.pictures) {
    const file = join(task.cardsDir, picture.plan.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, drawPicture(model, picture));
  }
}

/** A card or strip of a model as SVG. */
export function drawPicture(model: Model, { kind, plan }: Drawn): string {
  const words = { view: plan.view, title: plan.alt };
  if (kind === 'card') return drawCard(posedScene(model, plan.q, plan.props), words);
  const panels = plan.panels.map(({ q, props, travels }) => ({
    scene: posedScene(model, q, props),
    travels: travels.map(({ pointsM }) => pointsM),
  }));
  return drawStrip(panels, words);
}

// As a process of its own it is handed one task as a message.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.once('message', (task) => drawCards(task as CardTask));
