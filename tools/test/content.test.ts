import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  doingOf,
  fillWords,
  legsOf,
  mirrorKey,
  mirrorWords,
  parsePose,
  poseAsDone,
  reachableFrom,
  route,
  supportedBy,
  withoutSide,
  type PassageVariation,
  type Pose,
  type PracticePose,
} from '@sacra/pose';
import { englishPhrases, timeline } from '@sacra/practice';
import { compileContent } from '../src/content/compile.ts';
import { poseFiles, readContent, referenceVocabulary } from '../src/content/read-content.ts';
import { sourceFaults, wordFaults } from '../src/content/word-faults.ts';

const contentDir = fileURLToPath(new URL('../../content', import.meta.url));
const read = readContent(contentDir);
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const content = read.value;
const { catalogue } = content;
const poses = [...catalogue.poses.values()];
const practised = poses.filter((pose): pose is PracticePose => pose.purpose === 'practice');
const stepsToChoose = practised.flatMap(({ id, variations }) => [id, ...variations.map((one) => `${id}/${one.id}`)]);
const opensIn = 'tabletop';

describe('the content', () => {
  it('parses, every file of it, and names only what there is', () => {
    expect(poses.map((pose) => pose.id).sort()).toEqual(
      poseFiles(contentDir)
        .map(({ file }) => file.replace(/^.*\/|\.yaml$/g, ''))
        .sort(),
    );
  });

  it('compiles to the same text every time', () => {
    const again = readContent(contentDir);
    expect(again.ok && [...compileContent(again.value)]).toEqual([...compileContent(content)]);
  });

  it('brings to the app every source that something shown names, and no other', () => {
    const files = compileContent(content);
    const shown = [...files].filter(([name]) => name !== 'sources.json').map(([, text]) => JSON.parse(text) as unknown);
    const carried = Object.keys(JSON.parse(files.get('sources.json')!) as object);
    expect(shown.flatMap((data) => sourceFaults(data, new Set(carried)))).toEqual([]);
    for (const id of carried) expect(JSON.stringify(shown)).toContain(`"${id}"`);
  });

  it('with a wrong joint name in one of its files is told the file, the line and the joint that was meant', () => {
    const file = poseFiles(contentDir).find(({ text }) => text.includes('knee.flexion:'))!;
    const result = parsePose(
      { ...file, text: file.text.replace('knee.flexion:', 'kne.flexion:') },
      {
        vocabulary: referenceVocabulary(content.bodyTables),
        sources: new Set(Object.keys(content.sources)),
        keyframes: new Set([...catalogue.keyframes.keys()].flatMap((key) => [key, mirrorKey(key), withoutSide(key)])),
        poses: new Set(catalogue.poses.keys()),
        practised: new Set(stepsToChoose),
      },
    );
    const line = file.text.split('\n').findIndex((one) => one.includes('knee.flexion:')) + 1;
    expect(result).toMatchObject({
      ok: false,
      errors: [{ file: file.file, line, message: 'unknown joint "kne.flexion"' }],
    });
    expect(!result.ok && result.errors[0]?.valid[0]).toBe('knee.flexion');
  });
});

describe('every keyframe', () => {
  it('can be reached from hands and knees and left for them again, on either side', () => {
    const keys = [...catalogue.keyframes.keys()].flatMap((key) => [key, mirrorKey(key)]);
    expect([...reachableFrom(catalogue, opensIn)].sort()).toEqual([...new Set(keys)].sort());
    for (const key of keys) expect(() => route(catalogue, key, opensIn)).not.toThrow();
  });

  it('and every way solved, every pose and variation can be played', () => {
    const solved = { keyframes: new Set(catalogue.keyframes.keys()), ways: new Set(catalogue.ways.keys()) };
    const supported = supportedBy(catalogue, solved, opensIn);
    for (const pose of practised) {
      expect(supported.get(pose.id)).toEqual({
        plain: true,
        variations: pose.variations.map((variation) => variation.id),
      });
    }
  });
});

describe('words', () => {
  it('of ways and poses can be filled, and say for the left what their mirror says for the right', () => {
    const lines = practised.flatMap((pose) =>
      [null, ...pose.variations.map((one) => one.id)].flatMap((id) => spoken(pose, id)),
    );
    for (const { line, sided } of lines) {
      if (!sided) {
        expect(() => fillWords(line, { breath: 'in' }), line).not.toThrow();
        continue;
      }
      expect(fillWords(line, { side: 'left', breath: 'in' })).toBe(
        fillWords(mirrorWords(line), { side: 'right', breath: 'in' }),
      );
    }
    for (const way of catalogue.ways.values()) expect(() => legsOf(way)).not.toThrow();
  });

  it('name the side first wherever a pose with sides is entered', () => {
    for (const way of catalogue.ways.values()) {
      const [from, to] = [poseIn(way.from), poseIn(way.to)];
      if (to.purpose !== 'practice' || to.sides !== 'one-then-other' || from.id === to.id) continue;
      expect(way.say[0], way.id).toMatch(/^\{Side\} side\. /);
    }
  });

  it('that are spoken to everyone follow the same style as the poses', () => {
    expect(wordFaults(englishPhrases, () => false)).toEqual([]);
  });

  it('on the screen are one short line', () => {
    for (const pose of poses) {
      const variations: readonly PassageVariation[] = pose.variations;
      for (const words of [pose.words, ...variations.map((variation) => variation.words)]) {
        expect((words.instruction ?? '').length, words.instruction).toBeLessThanOrEqual(80);
      }
    }
  });
});

describe('the five-pose practice', () => {
  const practice = content.practices.find((one) => one.id === 'five-pose')!;

  it('has the steps, sides and breaths of its description, in order', () => {
    expect(
      practice.steps.map(({ pose, variation, sides, breaths }) => [pose, variation, sides.join('+'), breaths]),
    ).toEqual([
      ['childs-pose', null, 'both', 5],
      ['cat-cow', null, 'both', 5],
      ['downward-dog', 'pedal', 'both', 5],
      ['pigeon', null, 'right+left', 5],
      ['supine-twist', null, 'right+left', 5],
      ['lying-rest', null, 'both', 5],
    ]);
    expect(practice).toMatchObject({
      opensIn,
      closesIn: 'lying-rest',
      breath: { inS: 4, outS: 6 },
      catCowBreath: 'in-to-cow',
    });
  });

  it('offers every variation that belongs to its poses', () => {
    const offered = Object.fromEntries(practised.map((pose) => [pose.id, pose.variations.map((one) => one.id)]));
    expect(offered).toMatchObject({
      'childs-pose': ['wide-knees', 'arms-back', 'cushion', 'chair'],
      'cat-cow': ['fists', 'forearms', 'chair', 'small'],
      'downward-dog': ['pedal', 'bent-knees', 'puppy', 'wall', 'chair'],
      pigeon: ['fold', 'brace', 'cushion', 'reclined-figure-four', 'chair-figure-four'],
      'supine-twist': ['cushion', 'small', 'one-knee', 'side-lying', 'chair'],
    });
    const fromStart = practised.flatMap((pose) =>
      pose.variations.filter((one) => one.offered === 'from-start').map((one) => `${pose.id}/${one.id}`),
    );
    expect(fromStart).toEqual(['downward-dog/pedal']);
  });

  it('can be laid out in time with any one of its variations', () => {
    for (const [index, step] of practice.steps.entries()) {
      for (const { id } of practised.find((pose) => pose.id === step.pose)!.variations) {
        const steps = practice.steps.map((one, at) => (at === index ? { ...one, variation: id } : one));
        expect(() => timeline({ ...practice, steps }, catalogue), `${step.pose}/${id}`).not.toThrow();
      }
    }
  });

  it('speaks no line twice in a row and leaves no token unfilled', () => {
    const said = timeline(practice, catalogue).cues.flatMap((cue) => (cue.kind === 'say' ? [cue.text] : []));
    for (const [index, text] of said.entries()) {
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toBe(said[index + 1]);
    }
  });
});

describe('the emergency signs', () => {
  const { emergency } = JSON.parse(compileContent(content).get('safety.json')!) as {
    emergency: { signs: { text: string; sources: string[]; review: string }[]; action: { steps: string[] } };
  };

  it('stand each with a source and its review, and the action names no country’s number', () => {
    expect(emergency.signs).toHaveLength(12);
    for (const { sources, review } of emergency.signs) {
      expect(review).toBe('awaited');
      for (const id of sources) expect(content.sources[id]).toBeDefined();
    }
    expect(JSON.stringify(emergency)).not.toMatch(/\b(999|911|112|111|000)\b/);
    expect(emergency.action.steps.join(' ')).toContain('your emergency number');
  });

  it('and what is known: every statement on evidence rests on a source that was read, or says that we searched', () => {
    for (const { text, sources } of content.firstStart.evidence.statements) {
      for (const id of sources) {
        const readOrOwn = content.sources[id]?.mark === 'V' || id === 'sacra-search';
        expect(readOrOwn, `${id}: ${text}`).toBe(true);
      }
    }
  });

  it('are asked for in the words of the repository’s file, unchanged by compiling', () => {
    const yaml = readFileSync(`${contentDir}/safety/checklist-emergency.yaml`, 'utf8');
    for (const sign of emergency.signs) expect(yaml).toContain(sign.text);
  });
});

function spoken(pose: PracticePose, variationId: string | null): { line: string; sided: boolean }[] {
  const { words } = poseAsDone(catalogue, pose.id, variationId);
  const sided = pose.sides === 'one-then-other';
  expect(() => doingOf(catalogue, pose.id, variationId, sided ? 'left' : 'both')).not.toThrow();
  const cycle = words.cycle === undefined ? [] : [...words.cycle.in, ...words.cycle.out];
  return [words.instruction, words.breath, ...words.there, ...cycle].map((line) => ({ line, sided }));
}

function poseIn(key: string): Pose {
  return catalogue.poses.get(key.replace(/[/@].*$/, ''))!;
}
