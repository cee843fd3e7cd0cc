import { expect, test } from 'vitest';
import { Sharpness } from '../src/lib/figure/sharpness.ts';

/** What each of so many frames said that came this far apart. */
function framesApart(sharpness: Sharpness, apartMs: number, frames: number, fromMs = 0): string[] {
  return Array.from({ length: frames }, (_, frame) => sharpness.frame(fromMs + frame * apartMs));
}

test('a device that keeps up draws as sharply as its screen is, but no more than twice as many pixels as the page has', () => {
  const sharpness = new Sharpness(3);
  expect(sharpness.pixelRatio).toBe(2);
  expect(new Set(framesApart(sharpness, 16, 1000))).toEqual(new Set(['as-it-was']));
  expect(sharpness.pixelRatio).toBe(2);
});

test('a slow device draws fewer pixels, step by step, and never fewer than the page has', () => {
  const sharpness = new Sharpness(2);
  expect(framesApart(sharpness, 100, 200)).toContain('lowered');
  expect(sharpness.pixelRatio).toBe(1);
});

test('a device that shows about two pictures a second gives the figure up; a slow one never does', () => {
  expect(framesApart(new Sharpness(1), 500, 40)).toContain('too-slow');
  expect(framesApart(new Sharpness(1), 200, 400)).not.toContain('too-slow');
});

test('one long wait, while shaders are made ready, is no reason', () => {
  for (const ratio of [1, 2]) {
    const sharpness = new Sharpness(ratio);
    sharpness.frame(0);
    expect(sharpness.frame(30_000)).toBe('as-it-was');
    expect(new Set(framesApart(sharpness, 16, 600, 30_016))).toEqual(new Set(['as-it-was']));
  }
});

test('pauses between movements say nothing about the device', () => {
  const sharpness = new Sharpness(1);
  for (let movement = 0; movement < 100; movement += 1) {
    sharpness.rest();
    expect(new Set(framesApart(sharpness, 16, 5, movement * 5000))).toEqual(new Set(['as-it-was']));
  }
});
