import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBody, createState, forwardKinematics, referencePerson } from '@sacra/body';
import {
  bindState,
  buildHalfFigure,
  decodeFigure,
  dressFigure,
  DUAL_QUATERNION_SIZE,
  reshapeFigure,
  segmentDualQuaternions,
  usualOutfit,
  type FigureShape,
} from '@sacra/figure';
import { decodeAtlas, sampleClip } from '@sacra/solve';
import { figures, table } from '../markdown.ts';
import { buildFolder, content } from '../material.ts';
import { median, quantile, timeEachMs } from '../statistics.ts';
import type { Suite } from '../suite.ts';
import type { WatchedFrames } from './frame-watch.ts';
import { peerInChromium } from './peer-in-chromium.ts';
import { sessionInChromium } from './session-in-chromium.ts';
import { bakeMovement, threePlayer } from './three-player.ts';

const FRAMES = 20_000;
const FRAMES_A_BATCH = 100;
/** As fine as the figure is modelled before it is simplified (tools/src/bake-figure.ts). */
const CELL_M = 0.005;

export const figure: Suite = {
  name: 'figure',
  async run() {
    const atlas = decodeAtlas(readFileSync(join(buildFolder, 'atlas/reference.bin')));
    if (!atlas.ok) throw new Error('the baked poses cannot be read: bake again');
    const { bodyTables } = content();
    const body = createBody(atlas.value.person, bodyTables);
    const files = ['figure', `hair-${usualOutfit.hair}`].map((name) =>
      readFileSync(join(buildFolder, `atlas/${name}.bin`)),
    );
    const [skin, hair] = files.map(shapeFrom) as [FigureShape, FigureShape];
    const mesh = dressFigure(body, skin, hair, usualOutfit);
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
    const movement = bakeMovement(body, clip);
    const player = threePlayer(movement);
    const peerMs = frameTimesMs((fraction) => player.show(fraction));

    const session = await sessionInChromium();
    const peer = await peerInChromium(mesh, movement);

    const other = createBody({ ...referencePerson, statureM: 1.84, massKg: 88 }, bodyTables);
    const unpackMs = timeEachMs(9, () =>
      dressFigure(body, ...(files.map(shapeFrom) as [FigureShape, FigureShape]), usualOutfit),
    );
    const reshapeMs = timeEachMs(9, () => reshapeFigure(mesh, body, other));
    const [buildMs = NaN] = timeEachMs(1, () => buildHalfFigure(body, CELL_M));

    const row = (name: string, ms: readonly number[], scale = 1): string[] => [
      name,
      figures(scale * median(ms)),
      figures(scale * quantile(ms, 0.95)),
    ];
    const both = (name: string, { scriptMs, wholeMs }: WatchedFrames): string[] => [
      ...row(name, scriptMs),
      ...row(name, wholeMs).slice(1),
    ];
    const { sentBytes, frames, firstFrameMs } = session;
    const kB = (bytes: number): string => figures(bytes / 1000);
    return [
      table(
        [
          'processor time a frame in Chromium, 390 × 844',
          'script ms, median',
          '95 %',
          'whole main thread ms, median',
          '95 %',
        ],
        [
          both('the session: practice, words, figure, drawing; a pose is held', frames.held),
          both('the same, while the figure moves', frames.moving),
          both('three.js: mixer, linear skinning, the same mesh, drawing', peer.moving),
        ],
      ),
      '',
      `From frame to frame, all drawn without a graphics card: ${figures(median(frames.drawn.betweenMs))} ms (95 %: ${figures(quantile(frames.drawn.betweenMs, 0.95))}); three.js ${figures(median(peer.drawn.betweenMs))} ms (${figures(quantile(peer.drawn.betweenMs, 0.95))}).`,
      '',
      table(
        ['of that, from the clip to what the shader reads', 'median µs', '95 % µs'],
        [
          row('solved clip → dual quaternions', ourMs, 1000),
          row('three.js mixer → bone matrices, the same clip', peerMs, 1000),
        ],
      ),
      '',
      `Ratio of the medians: ${figures(median(ourMs) / median(peerMs))}.`,
      '',
      table(
        ['the figure', ''],
        [
          ['triangles', `${mesh.indices.length / 3}`],
          [`vertices, on ${body.segments.length} segments`, `${mesh.positions.length / 3}`],
          ['sent over the line: its shape, kB', kB(sentBytes.figure)],
          ['every pose and movement, kB', kB(sentBytes.poses)],
          ['code, with three.js, kB', kB(sentBytes.code)],
          ['from “Begin” to its first picture, ms', figures(firstFrameMs)],
          ['unpacked and dressed on the device, ms', figures(median(unpackMs))],
          ['reshaped to someone’s own body, ms', figures(median(reshapeMs))],
          ['modelled from a body, at the bake, s', figures(buildMs / 1000)],
        ],
      ),
    ].join('\n');
  },
};

function shapeFrom(bytes: Uint8Array): FigureShape {
  const shape = decodeFigure(bytes);
  if (!shape.ok) throw new Error('the baked figure cannot be read: bake again');
  return shape.value;
}

/** The time of one frame, measured over short batches because a single one is too quick for the clock. */
function frameTimesMs(show: (fraction: number) => void): number[] {
  let shown = 0;
  const batch = (): void => {
    for (let i = 0; i < FRAMES_A_BATCH; i += 1, shown += 1) show((shown % 300) / 300);
  };
  timeEachMs(20, batch);
  return timeEachMs(FRAMES / FRAMES_A_BATCH, batch).map((ms) => ms / FRAMES_A_BATCH);
}
