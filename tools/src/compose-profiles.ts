import { propKinds, type Area } from '@sacra/pose';
import type { ComposeRequest } from '@sacra/practice';
import { clearanceOf, itemsOf, type Answer, type Checklist, type Clearance } from '@sacra/safety';

export interface Profile {
  readonly name: string;
  readonly request: ComposeRequest;
}

/** What follows from a no to everything but what is given. */
export function clearanceWith(checklist: Checklist, given: Readonly<Record<string, Answer>>): Clearance {
  const at = '2026-03-02T12:00:00+01:00';
  return clearanceOf(
    checklist,
    new Map(itemsOf(checklist).map(({ id }) => [id, { answer: given[id] ?? 'no', at }] as const)),
  );
}

/** Somebody free, at the second level, with everything at hand. */
export function plainRequest(checklist: Checklist): ComposeRequest {
  return {
    ...{ minutes: 12, pains: [], otherPain0to10: 0, wish: 'ease-lower-back', clearance: clearanceWith(checklist, {}) },
    ...{ props: new Set(propKinds), reach: 'floor', level: 'steady', lastSessions: [], isFlare: false },
    ...{ liked: new Set(), kept: new Set(), unwanted: new Set(), painful: new Set() },
    ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow', seed: 1 },
  };
}

/** Twenty people that a teacher meets, for reading what they get. */
export function printedProfiles(checklist: Checklist): readonly Profile[] {
  const plain = plainRequest(checklist);
  const hurts = (area: Area, pain0to10: number) => [{ area, pain0to10, side: 'both' as const }];
  const after = (...given: string[]) =>
    clearanceWith(checklist, Object.fromEntries(given.map((id) => [id, 'yes' as const])));
  const gone = (...done: string[]) => ({ done, painAfter0to10: 1 });
  const hips = gone(
    'cat-cow',
    'childs-pose',
    'downward-dog',
    'bird-dog',
    'bridge',
    'reclined-figure-four',
    'supine-twist',
    'lying-rest',
  );
  const person = (name: string, more: Partial<ComposeRequest>): Profile => ({ name, request: { ...plain, ...more } });
  return [
    person('First time, sacrum 4, 10 minutes', { minutes: 10, level: 'starter', pains: hurts('sacrum', 4) }),
    person('Free, lower back 2, 12 minutes', { pains: hurts('lower-back', 2) }),
    person('Wants open hips, hips 2, full, Pigeon earned, 25 minutes', {
      ...{ minutes: 25, level: 'full', wish: 'open-hips', pains: hurts('hips', 2), lastSessions: [hips, hips, hips] },
    }),
    person('Wants open hips, full, Pigeon not earned yet, 25 minutes', {
      ...{ minutes: 25, level: 'full', wish: 'open-hips', lastSessions: [gone('cat-cow', 'downward-dog', 'bridge')] },
    }),
    person('A knee that hurts, 15 minutes', { minutes: 15, clearance: after('knees'), pains: hurts('sacrum', 3) }),
    person('No kneeling at all, 15 minutes', {
      minutes: 15,
      clearance: after('kneeling'),
      pains: hurts('lower-back', 3),
    }),
    person('Glaucoma, cleared, 20 minutes', {
      ...{ minutes: 20, wish: 'loosen-up', clearance: clearanceWith(checklist, { eyes: 'cleared' }) },
    }),
    person('Pregnant, 15 minutes', { minutes: 15, clearance: after('pregnant'), pains: hurts('lower-back', 3) }),
    person('Chair only, 20 minutes', { minutes: 20, clearance: after('floor'), pains: hurts('lower-back', 3) }),
    person('Chair today, 8 minutes', { minutes: 8, reach: 'chair', wish: 'settle' }),
    person('Flare: sacrum 8, asks for 30 minutes', { minutes: 30, pains: hurts('sacrum', 8) }),
    person('One-sided pain, barred to even poses, 15 minutes', {
      ...{ minutes: 15, clearance: after('one-side'), pains: [{ area: 'sacrum', pain0to10: 4, side: 'left' }] },
    }),
    person('Wrists, 15 minutes', { minutes: 15, clearance: after('wrists'), wish: 'loosen-up' }),
    person('Over 65, first time, 20 minutes', { minutes: 20, clearance: after('over-65'), level: 'starter' }),
    person('Worse bending forward, 15 minutes', {
      minutes: 15,
      clearance: after('worse-bending-forward'),
      pains: hurts('lower-back', 4),
    }),
    person('Settle before sleep, 20 minutes', { minutes: 20, wish: 'settle', level: 'starter' }),
    person('No props at hand, 12 minutes', { props: new Set(), pains: hurts('upper-back', 3), wish: 'loosen-up' }),
    person('To ask a doctor first: rest only, 10 minutes', { minutes: 10, clearance: after('thin-bones') }),
    person('Five minutes, everything barred', {
      minutes: 5,
      clearance: after(...itemsOf(checklist).flatMap(({ id, effect }) => (effect.kind === 'adapt' ? [id] : []))),
    }),
    person('A whole hour, full', {
      minutes: 60,
      level: 'full',
      wish: 'loosen-up',
      pains: hurts('hamstrings', 2),
      lastSessions: [hips, hips, hips],
    }),
  ];
}
