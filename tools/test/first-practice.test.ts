import { fileURLToPath } from 'node:url';
import { createCatalogue, supportedBy, type Catalogue, type Pose } from '@sacra/pose';
import { timeline, type Practice } from '@sacra/practice';
import { describe, expect, it } from 'vitest';
import { compileContent } from '../src/content/compile.ts';
import { readContent } from '../src/content/read-content.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error("These tests need the repository's content to be in order.");
const content = read.value;
const compiled = compileContent(content).get('first-practice.json')!;
const first = JSON.parse(compiled) as { practice: Practice; poses: Pose[] };
// What is said of a pose beside it is left out.
const small = createCatalogue(first.poses.map((pose) => ({ ...pose, cautions: [], faults: [] })));
const far = content.catalogue.poses.get('bird-dog')!;

/** The practice as it is, and with each variation of each step in turn. */
const choices = first.practice.steps.flatMap((step, place) => {
  const variations = small.poses.get(step.pose)!.variations.map(({ id }) => id);
  return [null, ...variations].map((variation) => ({
    name: `${step.pose}/${variation ?? 'as it is'}`,
    practice: { ...first.practice, steps: first.practice.steps.with(place, { ...step, variation }) },
  }));
});

describe('what the first screen brings of the poses', () => {
  it('does not grow by a pose that the first practice never comes through', () => {
    expect(small.poses.has(far.id)).toBe(false);
    const another: Pose = { ...far, id: 'another-pose' };
    const catalogue = createCatalogue([...content.catalogue.poses.values(), another]);
    const grown = compileContent({ ...content, catalogue });
    expect(grown.get('poses.json')).toContain('"another-pose"');
    expect(grown.get('first-practice.json')).toBe(compiled);
  });

  it('is enough to offer every choice in it that the whole catalogue offers', () => {
    const offered = (catalogue: Catalogue) => {
      const solved = { keyframes: new Set(catalogue.keyframes.keys()), ways: new Set(catalogue.ways.keys()) };
      const supported = supportedBy(catalogue, solved, first.practice.opensIn);
      return first.practice.steps.map(({ pose }) => supported.get(pose));
    };
    expect(offered(small)).toEqual(offered(content.catalogue));
  });

  it('is enough to lay out the practice as the whole catalogue does, whatever is chosen in it', () => {
    expect(choices.length).toBeGreaterThan(10);
    for (const { name, practice } of choices)
      expect(timeline(practice, small), name).toEqual(timeline(practice, content.catalogue));
  });
});
