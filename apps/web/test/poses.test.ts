import fc from 'fast-check';
import { limits, mirrorKey, poseAsDone, type PracticePose } from '@sacra/pose';
import { keyOfStepId, parsePractice, practiceOfOne, timeline } from '@sacra/practice';
import { clearanceOf, mayPlay, type Clearance } from '@sacra/safety';
import { describe, expect, test } from 'vitest';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { groupedBars } from '../src/lib/poses/bars.ts';
import { findablePoses, findPoses } from '../src/lib/poses/find-poses.ts';
import { foldName } from '../src/lib/poses/fold-name.ts';
import { forPerson } from '../src/lib/poses/for-person.ts';
import { poseAlone } from '../src/lib/poses/pose-alone.ts';
import { filmAt, filmOf } from '../src/lib/poses/pose-film.ts';
import { stepsOf } from '../src/lib/poses/pose-steps.ts';
import { aboutSource, allSources, howSure, sourceOf } from '../src/lib/content/sources.ts';
import { sourcesOfPose } from '../src/lib/poses/sources-of-pose.ts';
import { versionsOf } from '../src/lib/poses/versions.ts';
import { chipGroups } from '../src/lib/poses/ways-to-find.ts';
import { waysToWiden } from '../src/lib/poses/widen.ts';
import { addressOfWish, noWish, wishFrom, type Wish } from '../src/lib/poses/wish.ts';
import { checklist } from '../src/lib/safety/safety-content.ts';

const poses = findablePoses(catalogue);
const practised = [...catalogue.poses.values()].filter((pose): pose is PracticePose => pose.purpose === 'practice');
const named = (words: string): string[] => findPoses(poses, { ...noWish, words }).map(({ pose }) => pose.id);
const chosen = (chips: Partial<Wish['chosen']>): Wish => ({ words: '', chosen: { ...noWish.chosen, ...chips } });

const anyWish: fc.Arbitrary<Wish> = fc.record({
  words: fc.constantFrom('', 'dog', 'kapota', 'chair', 'no such pose'),
  chosen: fc.record(
    Object.fromEntries(chipGroups.map(({ id, chips }) => [id, fc.subarray(chips.map((chip) => chip.id))])),
  ) as fc.Arbitrary<Wish['chosen']>,
});

describe('finding by name', () => {
  test('every pose is found first by either of its names, whole, as it is written and shouted without accents', () => {
    for (const { id, names } of practised) {
      for (const name of [names.english, names.sanskrit ?? names.english]) {
        expect(named(name), name).toContain(id);
        expect(named(name.normalize('NFD').toUpperCase()), name).toContain(id);
      }
      expect(named(names.english)[0], names.english).toBe(id);
    }
  });

  test.each([
    ['rajakapotasana', 'pigeon'],
    ['Eka Pāda Rājakapotāsana', 'pigeon'],
    ['Śavāsana', 'lying-rest'],
    ['shavasana', 'lying-rest'],
    ['Adho Mukha Śvānāsana', 'downward-dog'],
    ['shwanasana', 'downward-dog'],
    ['childs', 'childs-pose'],
    ['child’s pose', 'childs-pose'],
  ])('%s finds %s', (words, id) => {
    expect(named(words)).toContain(id);
  });

  test('one sound has one spelling, and folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)));
  });

  test('a name comes before what is only said of a pose', () => {
    const chairs = named('chair');
    expect(chairs[0]).toMatch(/^chair-/);
    expect(chairs).toContain('seated-fold-on-table');
  });

  test('fewer letters never find less', () => {
    const names = practised.flatMap(({ names: { english, sanskrit } }) => [english, sanskrit ?? english]);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(30), (name, cut) => {
        const shorter = name.replaceAll(/\P{L}.*$/gu, '').slice(0, 3 + cut);
        fc.pre(shorter.length >= 3);
        const all = new Set(named(shorter));
        return named(name).every((id) => all.has(id));
      }),
    );
  });
});

describe('finding by chips', () => {
  test('each chip finds a pose, and every pose lies under one place', () => {
    for (const group of chipGroups)
      for (const chip of group.chips)
        expect(findPoses(poses, chosen({ [group.id]: [chip.id] })).length, chip.label).toBeGreaterThan(0);
    expect(poses).toHaveLength(practised.length);
  });

  test('on a chair one is shown the way that is done on a chair, not the one on the floor', () => {
    const found = findPoses(poses, chosen({ place: ['chair'] }));
    for (const { form } of found) {
      expect(form.done.needs.map(({ prop }) => prop)).toContain('chair');
      expect(form.done.position).toBe('sitting');
    }
    expect(found.find(({ pose }) => pose.id === 'easy-seat')?.form.choice.variation).toBe('chair');
  });

  test('what is found answers every kind of chip that is chosen; a second chip of a kind only adds', () => {
    fc.assert(
      fc.property(anyWish, fc.constantFrom(...chipGroups), (wish, group) => {
        const found = findPoses(poses, wish);
        for (const { form } of found)
          for (const { id, chips } of chipGroups)
            if (wish.chosen[id].length > 0)
              expect(chips.some((chip) => wish.chosen[id].includes(chip.id) && chip.holds(form.done))).toBe(true);
        if (wish.chosen[group.id].length === 0) return;
        const more = { ...wish, chosen: { ...wish.chosen, [group.id]: group.chips.map(({ id }) => id) } };
        expect(findPoses(poses, more).length).toBeGreaterThanOrEqual(found.length);
      }),
    );
  });

  test('an address gives back the wish it was made of, and what it doesn’t know it passes over', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        expect(wishFrom(new URLSearchParams(addressOfWish(wish)))).toEqual(wish);
      }),
    );
    expect(addressOfWish(wishFrom(new URLSearchParams('place=moon&tomorrow=1')))).toBe('');
  });

  test('who finds nothing is told only of ways that find something', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        for (const wider of waysToWiden(poses, wish)) {
          expect(wider.count).toBeGreaterThan(0);
          expect(findPoses(poses, wider.wish)).toHaveLength(wider.count);
        }
      }),
    );
    const [first] = waysToWiden(poses, { words: 'pigeon', chosen: { ...noWish.chosen, place: ['standing'] } });
    expect(first?.without).toBe('On your feet');
  });
});

describe('for a person', () => {
  const free = clearanceOf(checklist, new Map());
  const limited = (limit: (typeof limits)[number]): Clearance => ({
    ...{ level: 'with-limits', heldBy: [], limits: [{ limit, becauseOf: ['knees'] }], actions: [] },
    depth: { atMost: 'deep', becauseOf: [] },
    holds: { share: 1, becauseOf: [] },
    startFrom: { place: 'anywhere', becauseOf: [] },
  });

  test('a pose is marked when a limit bars it, and what stands in may be done', () => {
    for (const limit of limits)
      for (const { id } of practised) {
        const clearance = limited(limit);
        const standing = forPerson(clearance, catalogue, { pose: id, variation: null });
        const mayBeDone = mayPlay(clearance, poseAsDone(catalogue, id, null).character);
        expect(standing.kind === 'allowed', `${id}, ${limit}`).toBe(mayBeDone);
        if (standing.kind !== 'barred' || standing.instead === undefined) continue;
        const { pose, variation } = standing.instead.choice;
        expect(mayPlay(clearance, poseAsDone(catalogue, pose, variation).character), `${id}, ${limit}`).toBe(true);
      }
  });

  test('where nobody was asked anything nothing may be done', () => {
    expect(forPerson(free, catalogue, { pose: 'pigeon', variation: null }).kind).toBe('barred');
  });

  test('limits with one answer stand together, and none is lost', () => {
    for (const { character } of practised) {
      const groups = groupedBars(catalogue, character.barredBy);
      expect(groups.flatMap(({ bars }) => bars.map(({ limit }) => limit)).toSorted()).toEqual(
        character.barredBy.map(({ limit }) => limit).toSorted(),
      );
      for (const { bars, standsIn } of groups)
        for (const bar of bars) expect(standsIn).toHaveLength(bar.standsIn.length);
    }
  });
});

describe('a pose by itself', () => {
  const choices = practised.flatMap(({ id, variations }) =>
    [null, ...variations.map((one) => one.id)].map((variation) => ({ pose: id, variation })),
  );
  const pace = { breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' } as const;

  test('is a practice that can be played, of that pose and nothing else', () => {
    for (const choice of choices) {
      const practice = practiceOfOne(catalogue, choice, pace);
      expect(parsePractice(practice, catalogue), practice.id).toEqual({ ok: true, value: practice });
      expect(practice.steps.map(({ pose, variation }) => ({ pose, variation }))).toEqual([choice]);
    }
  });

  test('goes by an id that leads back to it, and to nothing else', () => {
    const ids = choices.map((choice) => practiceOfOne(catalogue, choice, pace).id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, id] of ids.entries()) {
      const { pose, variation } = choices[index] ?? {};
      expect(poseAlone(id, catalogue)?.steps[0]).toMatchObject({ pose, variation });
    }
    expect(poseAlone('pose-headstand', catalogue)).toBeUndefined();
  });

  test('the diary can tell what was done from the id of its step', () => {
    for (const choice of choices) {
      const [step] = practiceOfOne(catalogue, choice, pace).steps;
      const key = keyOfStepId(catalogue, step?.id ?? '');
      const { form } = poseAsDone(catalogue, choice.pose, choice.variation).variation ?? {};
      const written = choice.variation === null ? choice.pose : `${choice.pose}/${choice.variation}`;
      expect(key).toBe(form?.kind === 'pose' ? form.pose : written);
    }
  });

  test('who rests in it stays there, who works in it is led back to a place to get up from', () => {
    expect(practiceOfOne(catalogue, { pose: 'lying-rest', variation: null }, pace).closesIn).toBe('lying-rest');
    expect(practiceOfOne(catalogue, { pose: 'pigeon', variation: null }, pace).closesIn).toBe('tabletop');
  });

  test('its film enters it, is there, and leaves it, in the time that movements take', () => {
    for (const choice of choices) {
      const line = timeline(practiceOfOne(catalogue, choice, pace), catalogue);
      const film = filmOf(line, catalogue);
      const moves = line.spans.filter(({ kind }) => kind === 'move');
      const held = film.scenes.filter(({ motion }) => motion.kind !== 'way');
      expect(film.scenes.length - held.length, line.practiceId).toBe(moves.length);
      expect(held.length, line.practiceId).toBeGreaterThan(0);
      expect(film.totalS).toBeLessThan(line.totalS);
      expect(filmAt(line, film, -1).scene).toBe(film.scenes[0]);
      expect(filmAt(line, film, film.totalS + 1).scene).toBe(film.scenes.at(-1));
    }
  });

  test('its film never jumps: a scene begins where the one before it ended', () => {
    for (const choice of choices) {
      const line = timeline(practiceOfOne(catalogue, choice, pace), catalogue);
      const film = filmOf(line, catalogue);
      const placeAt = (tS: number): string => {
        const { figure } = filmAt(line, film, tS);
        if (figure.kind === 'still') return figure.keyframe;
        const [start = ''] = figure.way.split('>');
        const isForward = (figure.side === 'left' ? mirrorKey(start) : start) === figure.from;
        return figure.clip01 > 0.5 === isForward ? figure.to : figure.from;
      };
      for (const { fromS } of film.scenes.slice(1))
        expect(placeAt(fromS), `${line.practiceId} at ${fromS} s`).toBe(placeAt(fromS - 0.01));
    }
  });
});

describe('the page of a pose', () => {
  test('its steps lead from the start into the pose and back to the start', () => {
    for (const { id, variations } of practised)
      for (const variation of [null, ...variations.map((one) => one.id)]) {
        const { start, into, there, out } = stepsOf(catalogue, { pose: id, variation }, 'in-to-cow');
        expect(into.at(-1)?.keyframe ?? there.keyframe, id).toBe(there.keyframe);
        if (start !== undefined) expect(out.at(-1)?.keyframe ?? start.keyframe, id).toBe(start.keyframe);
        expect(
          [...into, ...out].every(({ says }) => says.length > 0),
          id,
        ).toBe(true);
      }
  });

  test('who breathes in to Cat is told so', () => {
    const halves = stepsOf(catalogue, { pose: 'cat-cow', variation: null }, 'in-to-cat').there.halves;
    expect(halves.map(({ breath, keyframe }) => [breath, keyframe])).toEqual([
      ['in', 'cat'],
      ['out', 'cow'],
    ]);
    expect(halves[0]?.says).toMatch(/^Breathe in/);
  });

  test('each variation is told once, on its own page or here, and everything said has a numbered source', () => {
    for (const pose of practised) {
      const { easier, other, further } = versionsOf(catalogue, pose);
      const all = [...easier, ...other, ...further];
      expect(new Set(all.map(({ name }) => name)).size, pose.id).toBe(all.length);
      const here = all.flatMap(({ choice, done }) => (done === undefined ? [] : [choice.variation]));
      const own = pose.variations.filter(({ form }) => form.kind !== 'pose').map(({ id }) => id);
      expect(here.toSorted(), pose.id).toEqual(own.toSorted());
      const numbers = [...sourcesOfPose(pose).values()].map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test('what a source is, is told with it; only a publication is called one', () => {
    const sure = (id: string): string => howSure(sourceOf(id));
    expect(sure('cramer-2018')).toMatch(/^A review of published studies says so, and we have read it/);
    expect(sure('soucie-2011')).toMatch(/^A published study that measured it says so; we have not read it again/);
    for (const id of ['yoga-teaching-pages', 'sacrum-pain-article', 'lasater-yoga-journal'])
      expect(sure(id), id).toMatch(/^Teachers say so/);
    expect(sure('sacra-proposal')).toMatch(/^A thought of our own/);
    expect(sure('clinical-common-knowledge')).toMatch(/commonly/);
    for (const id of allSources)
      expect(`${aboutSource(sourceOf(id))} ${howSure(sourceOf(id))}`, id).not.toMatch(/undefined/);
    expect(aboutSource(sourceOf('sherman-2011'))).toMatch(/^Randomised trial\./);
    expect(aboutSource(sourceOf('yoga-teaching-pages'))).toMatch(/^Yoga teaching\. What several teachers/);
  });
});
