import { createBody, createState, forwardKinematics } from '@sacra/body';
import { bindState, decodeFigure, DUAL_QUATERNION_SIZE, segmentDualQuaternions } from '@sacra/figure';
import { decodeAtlas, sampleClip } from '@sacra/solve';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures, table } from '../markdown.ts';
import { buildFolder, content } from '../material.ts';
import { median, quantile, timeEachMs } from '../statistics.ts';
import type { Suite } from '../suite.ts';
import { frameTimesInChromium } from './in-chromium.ts';
import { threePlayer } from './three-player.ts';

const FRAMES = 20_000;
const FRAMES_A_BATCH = 100;

export const frame: Suite = {
  name: 'frame',
  async run() {
    const atlas = decodeAtlas(readFileSync(join(buildFolder, 'atlas/reference.bin')));
    const mesh = decodeFigure(readFileSync(join(buildFolder, 'atlas/figure.bin')));
    if (!atlas.ok || !mesh.ok) throw new Error('the baked files cannot be read: bake again');
    const body = createBody(atlas.value.person, content().bodyTables);
    const clips = [...atlas.value.clips.values()];
    const [clip] = clips.sort((a, b) => b.at.length - a.at.length);
    if (clip === undefined) throw new Error('the atlas holds no clip');

    // Ours: the moment of a clip → configuration → where every segment is → dual quaternions in the uniform's array.
    const bind = bindState(body);
    const state = createState(body);
    const uniform = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
    const ourMs = frameTimesMs((fraction) => {
      forwardKinematics(body, sampleClip(body, clip, fraction), state);
      segmentDualQuaternions(body, bind, state, uniform);
    });

    // The peer: three.js plays the same clip, baked into one track a bone, and fills its bone matrices.
    const peer = threePlayer(body, clip);
    const peerMs = frameTimesMs((fraction) => peer.show(fraction));

    const seen = await frameTimesInChromium();
    const row = (name: string, ms: readonly number[]): string[] => [name, ...cells(ms)];
    const cells = (ms: readonly number[]): string[] => [figures(1000 * median(ms)), figures(1000 * quantile(ms, 0.99))];
    return [
      table(
        ['processor time a frame', 'median µs', '99 % µs'],
        [
          row('solved clip → dual quaternions in the uniform', ourMs),
          row('three.js mixer → bone matrices, the same clip', peerMs),
        ],
      ),
      '',
      `Ratio of the medians: ${figures(median(ourMs) / median(peerMs))}. The mesh has ${mesh.value.positions.length / 3} vertices on ${body.segments.length} segments.`,
      '',
      table(
        ['the session in Chromium, drawn without a graphics card', 'median', '99 %'],
        [
          [
            'from frame to frame, 390 × 844, ms',
            figures(median(seen.betweenMs)),
            figures(quantile(seen.betweenMs, 0.99)),
          ],
          ['script a frame, mean, ms', figures(seen.scriptMsAFrame), ''],
        ],
      ),
    ].join('\n');
  },
};

/** The time of one frame, measured over short batches because a single one is too quick for the clock. */
function frameTimesMs(show: (fraction: number) => void): number[] {
  let shown = 0;
  const batch = (): void => {
    for (let i = 0; i < FRAMES_A_BATCH; i += 1, shown += 1) show((shown % 300) / 300);
  };
  timeEachMs(20, batch);
  return timeEachMs(FRAMES / FRAMES_A_BATCH, batch).map((ms) => ms / FRAMES_A_BATCH);
}
