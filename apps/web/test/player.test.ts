import { motionAt, spanAt } from '@sacra/practice';
import { createSession, type SessionSnapshot, type SessionSummary } from '@sacra/session';
import { describe, expect, test } from 'vitest';
import { Player } from '../src/lib/session/player.svelte.ts';
import { timelineFor } from '../src/lib/practice/timeline-for.ts';
import { catalogue, practice, testInstruments } from './support/test-session.ts';

function newPlayer({ voice = true } = {}) {
  const bench = testInstruments();
  const saved: SessionSnapshot[] = [];
  const summaries: SessionSummary[] = [];
  const timeline = timelineFor(practice, catalogue, 150);
  const player = new Player(createSession(timeline, { voice }), {
    ...bench.instruments,
    bellVolume: () => 0.5,
    saveProgress: (snapshot) => saved.push(snapshot),
    finished: (summary) => summaries.push(summary),
  });
  return { ...bench, bench, player, saved, summaries, timeline };
}

describe('a player', () => {
  test('shows every line it speaks as the caption, at the moment it is spoken', () => {
    const { bench, player, said, timeline } = newPlayer();
    const captions: string[] = [];
    const { speech } = bench.instruments;
    const speak = speech.speak.bind(speech);
    speech.speak = (text, report) => {
      captions.push(player.caption);
      speak(text, report);
    };
    player.play();
    bench.passSpeaking(() => player.isOver);
    expect(captions).toEqual(said);
    expect(said).toEqual(timeline.cues.flatMap((cue) => (cue.kind === 'say' ? [cue.text] : [])));
  });

  test('without a voice shows the captions and speaks nothing', () => {
    const { player, pass, said, timeline } = newPlayer({ voice: false });
    const shown: string[] = [];
    player.play();
    while (!player.isOver) {
      pass(0.1);
      if (player.caption !== '' && player.caption !== shown.at(-1)) shown.push(player.caption);
    }
    expect(said).toEqual([]);
    const lines = timeline.cues.flatMap((cue) => (cue.kind === 'say' ? [cue.captionText] : []));
    expect(shown).toEqual(lines.filter((line, index) => line !== lines[index - 1]));
  });

  test('rings the bells as loud as the settings say, and ends with the last', () => {
    const { bench, player, bells, volumes } = newPlayer();
    player.play();
    bench.passSpeaking(() => player.isOver);
    expect(bells).toEqual(['begin', 'side', 'end']);
    expect(new Set(volumes)).toEqual(new Set([0.5]));
  });

  test('keeps the screen awake while it plays and lets go in a pause and at the end', () => {
    const { bench, player, isAwake, summaries, beats } = newPlayer();
    player.play();
    expect(isAwake()).toBe(true);
    player.pause();
    expect(isAwake()).toBe(false);
    player.play();
    bench.passSpeaking(() => player.isOver);
    expect(isAwake()).toBe(false);
    expect(summaries).toHaveLength(1);
    expect(summaries[0]?.completed).toBe(true);
    expect(beats.size).toBe(0);
  });

  test('a pause stops the clock; going on loses nothing and says the broken-off line again', () => {
    const { player, pass, said, answer } = newPlayer();
    player.play();
    pass(4);
    answer('started');
    const brokenOff = said.at(-1);
    player.pause();
    const pausedAtS = player.nowS;
    pass(60);
    expect(player.nowS).toBe(pausedAtS);
    player.play();
    pass(0.2);
    expect(said.at(-1)).toBe(brokenOff);
    expect(said.filter((line) => line === brokenOff)).toHaveLength(2);
  });

  test('a fast clock gives the same lines as a slow one, however rarely it is asked', () => {
    const slow = newPlayer({ voice: false });
    slow.player.play();
    while (!slow.player.isOver) slow.pass(0.1);
    const fast = newPlayer({ voice: false });
    fast.setRate(100);
    fast.player.play();
    while (!fast.player.isOver) fast.pass(10, 10_000);
    expect(fast.bells).toEqual(slow.bells);
    expect(fast.summaries[0]?.stepsDone).toEqual(slow.summaries[0]?.stepsDone);
    expect(fast.summaries[0]?.secondsPractised).toBeCloseTo(slow.summaries[0]?.secondsPractised ?? 0, 3);
  });

  test('a device that slept wakes up paused', () => {
    const { player, pass } = newPlayer();
    player.play();
    pass(600, 600_000);
    expect(player.phase).toBe('paused');
    expect(player.nowS).toBeLessThan(5);
  });

  test('a page that stalls for some seconds goes on where it was, without a pause or a leap', () => {
    const { player, pass } = newPlayer({ voice: false });
    player.play();
    pass(1);
    const beforeS = player.nowS;
    pass(6, 6000);
    expect(player.phase).toBe('playing');
    // what is shown goes on in tenths of a second
    expect(player.nowS - beforeS).toBeLessThanOrEqual(1.5 + 0.1 + 1e-9);
  });

  test('what is drawn goes on with every beat; what is read a tenth of a second behind it at most, and not at all where a new stretch begins', () => {
    const { player, pass, timeline } = newPlayer({ voice: false });
    player.play();
    let [shownS, steps, beats] = [0, 0, 0];
    while (!player.isOver) {
      pass(0.016, 16);
      const atS = (beats += 1) * 0.016;
      expect(player.nowS).toBeLessThanOrEqual(atS + 1e-6);
      expect(atS - player.nowS).toBeLessThan(0.1 + 1e-6);
      const span = spanAt(timeline, atS);
      // Where two stretches meet, sums of milliseconds may fall on either side.
      if (span === spanAt(timeline, atS - 1e-6) && span === spanAt(timeline, atS + 1e-6)) {
        expect(player.span).toBe(span);
        const figure = motionAt(timeline, atS);
        const clip = figure.kind === 'still' ? {} : { clip01: expect.closeTo(figure.clip01, 6) as number };
        expect(player.now.figure).toEqual({ ...figure, ...clip });
      }
      if (player.nowS !== shownS) steps += 1;
      shownS = player.nowS;
      if (atS > 60) break;
    }
    expect(steps).toBeLessThan(beats / 3);
  });

  test('on the way to a step that step is what comes; in its holding the one after', () => {
    const { player, pass, timeline } = newPlayer({ voice: false });
    player.play();
    const [first, second] = timeline.steps;
    while (player.nowS < (first?.startS ?? 0) + 0.5) pass(0.1);
    expect(player.held).toBeNull();
    expect(player.coming?.id).toBe(first?.id);
    while (player.nowS < (first?.holdStartS ?? 0) + 0.5) pass(0.1);
    expect(player.held?.id).toBe(first?.id);
    expect(player.coming?.id).toBe(second?.id);
    expect(player.breath?.phase).toBe('in');
  });

  test('a leap moves the caption along and tells the figure to blend', () => {
    const { player, pass, timeline } = newPlayer();
    player.play();
    pass(1);
    player.on();
    expect(player.nowS).toBe(timeline.steps[0]?.startS);
    expect(player.leap).toMatchObject({ toS: timeline.steps[0]?.startS, count: 1 });
  });

  test('a voice that fails does not stop the practice', () => {
    const { player, pass, answer } = newPlayer();
    player.play();
    pass(5);
    answer('failed');
    for (let turns = 0; turns < 4000 && !player.isOver; turns++) pass(0.1);
    expect(player.phase).toBe('finished');
  });
});
