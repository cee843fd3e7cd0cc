import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCatalogue, keyframeOf, readYaml, type Catalogue, type Pose, type ShapeSource } from '@sacra/pose';
import { sourcesSchema } from '../src/content/content-schemas.ts';
import { parsed } from '../src/content/parsed.ts';
import { readContent } from '../src/content/read-content.ts';
import { shapeFaults } from '../src/content/shape-faults.ts';
import { wayFaults } from '../src/content/way-faults.ts';
import { wordFaults } from '../src/content/word-faults.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const { catalogue } = read.value;
const poses = [...catalogue.poses.values()];

describe('sources', () => {
  const faultsOf = (entry: string) => {
    const read = parsed(readYaml(`one:\n  title: A source\n${entry}`, 'sources.yaml'), sourcesSchema);
    return read.ok ? [] : read.errors;
  };

  it('say what they are, in one of the words there are for that', () => {
    expect(faultsOf('  kind: trial\n  mark: V')).toEqual([]);
    expect(faultsOf('  mark: V')[0]?.message).toContain('missing key "kind"');
    expect(faultsOf('  kind: rumour\n  mark: V')[0]).toMatchObject({
      line: 3,
      valid: expect.arrayContaining(['trial', 'teaching']),
    });
  });

  it('are ours exactly when they carry a mark of our own', () => {
    expect(faultsOf('  kind: own\n  mark: D')).toEqual([]);
    expect(faultsOf('  kind: own\n  mark: V')).toHaveLength(1);
    expect(faultsOf('  kind: teaching\n  mark: D')).toHaveLength(1);
  });
});

describe('words', () => {
  it('are found wanting when one is a word we don’t use, a line is said twice, or a number rests on no source that was read', () => {
    const caution = { text: 'Push through 3 times. This is proven.', source: 'hearsay' };
    const faults = wordFaults({ there: ['Rest.', 'Rest.'], cautions: [caution] }, () => false);
    expect(faults.map((fault) => fault.path.join('.')).sort()).toEqual([
      'cautions.0.text',
      'cautions.0.text',
      'cautions.0.text',
      'there.1',
    ]);
    expect(wordFaults({ cautions: [{ text: 'Rest 3 times.', source: 'hearsay' }] }, () => true)).toEqual([]);
    expect(wordFaults({ words: { there: ['Press lightly, shoulders easy, treatise, prefix.'] } }, () => true)).toEqual(
      [],
    );
  });
});

describe('ways and words laid together', () => {
  const faultsOf = (id: string, change: Partial<Pose>) => {
    const changed = { ...catalogue.poses.get(id)!, ...change } as Pose;
    return wayFaults(createCatalogue(poses.map((one) => (one.id === id ? changed : one))), changed);
  };

  it('are found wanting when no way leads to a pose, or none back', () => {
    expect(faultsOf('standing', { ways: [] })[0]).toMatchObject({
      path: ['ways'],
      message: 'no way leads to "standing" from "tabletop"',
    });
    const oneWay = catalogue.poses.get('childs-pose')!.ways.map(({ back: _, ...way }) => way);
    expect(faultsOf('childs-pose', { ways: oneWay })[0]?.message).toContain('no way leads back from "childs-pose"');
  });

  it('are found wanting when a line names a side where there is none, or a breath outside a cycle', () => {
    const { words, ways } = catalogue.poses.get('childs-pose')!;
    expect(faultsOf('childs-pose', { words: { ...words, there: ['Let your {side} hand rest.'] } })).toMatchObject([
      { path: ['words', 'there', 0], message: '{side} stands for nothing here' },
    ]);
    const sidedWay = [{ ...ways[0]!, say: ['{Side} hand first.'] }];
    expect(faultsOf('childs-pose', { ways: sidedWay })).toMatchObject([{ path: ['ways', 0, 'say', 0] }]);
    expect(
      faultsOf('pigeon', { words: { ...catalogue.poses.get('pigeon')!.words, breath: 'Breathe {breath}.' } })[0],
    ).toMatchObject({
      path: ['words', 'breath'],
      valid: ['{side}', '{other}', '{Side}', '{Other}'],
    });
  });
});

describe('shapes laid together', () => {
  const changed = (id: string, shape: ShapeSource): Catalogue => {
    const pose = catalogue.poses.get(id)!;
    return createCatalogue(
      poses.map((one) => (one.id === id ? { ...pose, form: { kind: 'hold', shape } } : one)) as Pose[],
    );
  };
  const faultsOf = (id: string, shape: ShapeSource) => {
    const with_ = changed(id, shape);
    return shapeFaults(with_, keyframeOf(with_, id));
  };
  const { shape } = keyframeOf(catalogue, 'childs-pose');

  it('are found wanting when a contact lies on something that isn’t there', () => {
    const contacts = [...(shape.contacts ?? []), { patch: 'chin', on: 'cushon' }];
    const path = ['form', 'shape', 'contacts', contacts.length - 1, 'on'];
    expect(faultsOf('childs-pose', { ...shape, contacts })).toMatchObject([
      { path, message: 'unknown surface "cushon"', valid: ['mat'] },
    ]);
  });

  it('are found wanting when a group gives way that holds nothing', () => {
    const faults = faultsOf('childs-pose', { ...shape, givesWay: ['spine', 'nees'] });
    expect(faults).toMatchObject([{ path: ['form', 'shape', 'givesWay', 1], message: 'unknown group "nees"' }]);
    expect(faults[0]?.valid[0]).toBe('knees');
  });

  it('are found wanting when they leave out what no wish can be about', () => {
    const faults = faultsOf('childs-pose', { ...shape, without: ['forehed', 'cushion', 'palm'] });
    expect(faults).toMatchObject([{ path: ['form', 'shape', 'without', 0], message: 'unknown part "forehed"' }]);
    expect(faults[0]?.valid[0]).toBe('forehead');
  });

  it('are found wanting when they are like one another in a circle, or begin nowhere', () => {
    expect(faultsOf('tabletop', { like: 'cow', symmetric: true })[0]?.message).toContain('tabletop → cow → tabletop');
    expect(faultsOf('childs-pose', { symmetric: true })[0]?.message).toContain('missing key "start"');
  });
});
