import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { limits, poseAsDone, type PracticePose } from '@sacra/pose';
import {
  answerWords,
  clearanceOf,
  itemsOf,
  mayMove,
  mayPlay,
  tiers,
  vetSteps,
  type Answer,
  type Answers,
  type Clearance,
  type Effect,
} from '@sacra/safety';
import { readContent } from '../src/content/read-content.ts';
import { listFaults } from '../src/content/read-safety.ts';
import { safetyPage } from '../src/safety-page.ts';
import { seeded } from '../src/compose-requests.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const { safety, catalogue, practices, sources } = read.value;
const { checklist, regions } = safety;
const items = itemsOf(checklist);
const choices = [...catalogue.poses.values()]
  .filter((pose): pose is PracticePose => pose.purpose === 'practice')
  .flatMap(({ id, variations }) =>
    [null, ...variations.map((one) => one.id)].map((variation) => ({ pose: id, variation })),
  );

describe('the checklist', () => {
  it('asks everything that the evidence lists, tier by tier', () => {
    const refs = new Set(items.map(({ ref }) => ref));
    for (const [letter, count] of [
      ['E', 12],
      ['U', 11],
      ['G', 12],
      ['M', 13],
    ] as const) {
      for (let number = 1; number <= count; number += 1) expect(refs).toContain(`${letter}${number}`);
    }
    expect(checklist.lists.map(({ tier }) => tier)).toEqual(tiers);
  });

  it('names no finding, no likelihood and no promise, and everything awaits its review', () => {
    const words = JSON.stringify(safety);
    expect(
      words.match(
        /\d\s?(%|per cent|percent)|\brisk of\b|\blikely\b|you have (a|an) \w+ (disease|condition)|diagnos/i,
      )?.[0],
    ).toBeUndefined();
    for (const { review, sources: cited } of [...items, ...checklist.lists.map(({ action }) => action), ...regions]) {
      expect(review).toBe('awaited');
      for (const id of cited) expect(sources[id]).toBeDefined();
    }
    expect(safety.frame.reviewNote).toContain('No clinician has reviewed');
  });

  it('can give every limit, so that no bar of a pose is dead', () => {
    const given = new Set(items.flatMap(({ effect }) => adaptationsOf(effect).flatMap((one) => one.limits)));
    expect([...given].sort()).toEqual([...limits].sort());
  });

  it('is refused with the place when a tier has another’s effect, an id stands twice, or words are missing', () => {
    const [emergency, urgent] = checklist.lists as [(typeof checklist.lists)[number], (typeof checklist.lists)[number]];
    expect(
      listFaults({ ...emergency, items: urgent.items.slice(0, 1) }, [urgent], 'emergency').map(({ path }) =>
        path.join('.'),
      ),
    ).toEqual(['items.0.id', 'items.0.effect.kind', '']);
    expect(listFaults({ ...urgent, known: safety.known }, [], 'urgent')).toMatchObject([{ path: ['known'] }]);
    expect(listFaults(emergency, [], 'urgent')[0]).toMatchObject({ path: ['tier'], valid: ['urgent'] });
  });
});

describe('100,000 random sets of answers', () => {
  it('never let anyone move past an emergency or urgent answer, and never play a barred pose', () => {
    const random = seeded(20_261_122);
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
    let moved = 0;
    for (let run = 0; run < 100_000; run += 1) {
      // Mostly no, or hardly any set would get past the first tier.
      const share = random() ** 3;
      const answers: Answers = new Map(
        items.flatMap(({ id }) => {
          const answer: Answer | undefined = random() < share ? pick([...answerWords, undefined]) : 'no';
          return answer === undefined ? [] : [[id, { answer, at: '2026-03-02T12:00:00+01:00' }] as const];
        }),
      );
      const clearance = clearanceOf(checklist, answers);
      const isShut = items.some(({ id, effect }) => {
        const answer = answers.get(id)?.answer;
        if (effect.kind === 'stop') return answer !== 'no' && !(effect.mayBeKnown && answer === 'cleared');
        return effect.kind === 'no-practice' && answer !== 'no' && !(effect.mayBeCleared && answer === 'cleared');
      });
      if (isShut && mayMove(clearance)) throw new Error(`moves with ${JSON.stringify([...answers])}`);
      if (mayMove(clearance)) moved += 1;
      const choice = pick(choices);
      if (mayPlay(clearance, characterOf(choice)) && isBarred(clearance, choice)) {
        throw new Error(`plays ${choice.pose}/${choice.variation} with ${JSON.stringify([...answers])}`);
      }
      if (run % 20 > 0) continue;
      const steps = pick(practices).steps;
      vetSteps(clearance, catalogue, steps).forEach((vetted, index) => {
        const played = vetted.kind === 'allowed' ? steps[index]! : vetted.kind === 'replaced' ? vetted.by : undefined;
        if (played !== undefined && isBarred(clearance, played))
          throw new Error(`plays ${played.pose}/${played.variation}`);
      });
    }
    expect(moved).toBeGreaterThan(10_000);
    expect(moved).toBeLessThan(90_000);
  });
});

describe('the regions', () => {
  it('carry the numbers of the best-known, and say where we know none', () => {
    const first = Object.fromEntries(regions.map(({ id, emergency }) => [id, emergency[0]]));
    expect(first).toMatchObject({ 'united-kingdom': '999', 'european-union': '112', 'united-states': '911' });
    expect(first).toMatchObject({ australia: '000', 'new-zealand': '111', elsewhere: undefined });
    expect(regions.at(-1)?.note).toBeDefined();
  });
});

describe('the page for a clinician', () => {
  const page = safetyPage(read.value);

  it('has every question, every limit with its poses, and what nobody has reviewed', () => {
    for (const { text, ref } of items) {
      expect(page).toContain(text);
      expect(page).toContain(ref);
    }
    for (const { name } of Object.values(safety.limits)) expect(page).toContain(name);
    for (const { pose } of choices) expect(page).toContain(catalogue.poses.get(pose)!.names.english);
    expect(page).toContain(safety.frame.reviewNote);
    for (const { name } of regions) expect(page).toContain(name);
  });
});

const characterOf = ({ pose, variation }: (typeof choices)[number]) => poseAsDone(catalogue, pose, variation).character;

/** Told apart from the package's own way of deciding: straight from the pose's words and the clearance's lists. */
function isBarred(
  { level, limits: held, depth }: Clearance,
  choice: { pose: string; variation: string | null },
): boolean {
  const { depth: itsDepth, barredBy } = poseAsDone(catalogue, choice.pose, choice.variation).character;
  const order = ['rest', 'gentle', 'moderate', 'deep'];
  return (
    level === 'none' ||
    (level === 'rest-and-breathing' && itsDepth !== 'rest') ||
    order.indexOf(itsDepth) > order.indexOf(depth.atMost) ||
    barredBy.some(({ limit }) => held.some((one) => one.limit === limit))
  );
}

function adaptationsOf(effect: Effect) {
  switch (effect.kind) {
    case 'adapt':
      return [effect.adaptation];
    case 'no-practice':
    case 'rest-only':
      return effect.whenCleared === undefined ? [] : [effect.whenCleared];
    case 'stop':
    case 'advise':
      return [];
  }
}
