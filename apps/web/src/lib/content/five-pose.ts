import { createCatalogue, limits, type Catalogue, type Pose } from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import first from './generated/first-practice.json';

// Checked when it is made (tools), so it is taken at its word here.

const silent = {
  ...{ cautions: [], easier: [], faults: [], sources: [], reach: { text: '', source: '' } },
  // Every limit bars what nothing is known of.
  character: {
    ...{ areas: [], aims: [], depth: 'deep' },
    barredBy: limits.map((limit) => ({ limit, standsIn: [], source: '' })),
  },
  bodies: { gives: {}, answeredBy: [] },
};

/**
 * The poses that the five-pose practice can come through, as far as playing them needs: words, ways and cycles. The others, and cautions,
 * easier ways and what is said of bodies, are in `whole-catalogue.ts`: the first practice need not wait for them, however many there are.
 */
export const catalogue: Catalogue = createCatalogue(
  first.poses.map((pose) => ({ ...silent, ...pose })) as unknown as readonly Pose[],
);

/** The practice that the app begins with one press. */
export const fivePosePractice = first.practice as unknown as Practice;
