import { expect, test } from 'vitest';
import {
  capsuleByName,
  expandPaired,
  hingeByName,
  jointByName,
  jointNames,
  landmarkByName,
  mirrorName,
  patchByName,
  segmentByName,
  sideOf,
} from '../src/index.ts';
import { bodies } from './bodies.ts';

const body = bodies[0]!;

test('a paired name without a side means both sides, any other stands for itself', () => {
  expect(expandPaired('knee.flexion')).toEqual(['knee.flexion.left', 'knee.flexion.right']);
  expect(expandPaired('knee.flexion.right')).toEqual(['knee.flexion.right']);
  expect(expandPaired('lumbosacral.flexion')).toEqual(['lumbosacral.flexion']);
  expect(expandPaired('palm')).toEqual(['palm.left', 'palm.right']);
  expect(expandPaired('sacrum')).toEqual(['sacrum']);
  expect(expandPaired('kne.flexion')).toEqual([]);
  expect(expandPaired('sacrum.left')).toEqual([]);
});

test('the joints have the names that can be listed without a body, and each is found by its name', () => {
  expect(body.joints.slice(1).map(({ name }) => name)).toEqual(jointNames);
  for (const name of jointNames) expect(jointByName(body, name).name).toBe(name);
});

test('an unknown name is answered with the names that there are', () => {
  expect(() => jointByName(body, 'kne.flexion.left')).toThrow(/no joint "kne.flexion.left".*knee\.flexion\.left/);
  expect(() => hingeByName(body, 'shoulder.left')).toThrow(/no hinge "shoulder.left".*elbow\.flexion\.left/);
  expect(() => segmentByName(body, 'tigh.left')).toThrow(/thigh\.left/);
  expect(() => landmarkByName(body, 'palm')).toThrow(/palm-heel\.left/);
  expect(() => patchByName(body, 'hand')).toThrow(/hand-back\.left/);
  expect(() => capsuleByName(body, 'belly')).toThrow(/waist/);
});

test('the mirror swaps sides and leaves the middle', () => {
  expect(mirrorName('knee.flexion.left')).toBe('knee.flexion.right');
  expect(mirrorName('palm.right')).toBe('palm.left');
  expect(mirrorName('lumbosacral.rotation')).toBe('lumbosacral.rotation');
  expect(sideOf('hand.left')).toBe('left');
  expect(sideOf('head')).toBeUndefined();
});
