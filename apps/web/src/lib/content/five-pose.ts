import { createCatalogue, type Catalogue, type Pose, type Solved } from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import cards from './generated/cards.json';
import poses from './generated/playing.json';
import practices from './generated/practices.json';

// The files are checked when they are made (tools), so they are taken at their word here.

const silent = {
  ...{ cautions: [], easier: [], faults: [], sources: [], reach: { text: '', source: '' } },
  character: { areas: [], aims: [], depth: 'rest', barredBy: [] },
  bodies: { gives: {}, answeredBy: [] },
};

/**
 * All poses as far as playing them needs: words, ways and cycles. Cautions, easier ways and what is said of bodies are empty here,
 * so that the first practice need not wait for them: they are in `whole-catalogue.ts`.
 */
export const catalogue: Catalogue = createCatalogue(
  poses.map((pose) => ({ ...silent, ...pose })) as unknown as readonly Pose[],
);

/** The practice that the app begins with one press. */
export const fivePosePractice: Practice = practiceNamed('five-pose');

/** What the figure can show. */
export const solved: Solved = { keyframes: new Set(Object.keys(cards)), ways: new Set(catalogue.ways.keys()) };

function practiceNamed(id: string): Practice {
  const known = practices as unknown as readonly Practice[];
  const practice = known.find((one) => one.id === id);
  if (practice === undefined)
    throw new Error(`No practice "${id}"; there are ${known.map((one) => one.id).join(', ')}.`);
  return practice;
}
