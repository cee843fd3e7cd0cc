import { landmarkByName, mirrorConfiguration, mirrorName, type Body } from '@sacra/body';
import { mirror } from '@sacra/geometry';
import { mirrorKey } from '@sacra/pose';
import { mirrorSolvedKeyframe } from '../mirror.ts';
import type { SolvedClip } from './clip.ts';
import type { Track } from './track.ts';

/** The same movement with the other side leading: its mirror image in the plane y = 0, under the name of the mirrored way. */
export function mirrorSolvedClip(body: Body, clip: SolvedClip): SolvedClip {
  const size = body.configurationSize;
  const knots = new Float32Array(clip.knots.length);
  clip.at.forEach((_, k) => {
    knots.set(mirrorConfiguration(body, Float64Array.from(clip.knots.subarray(k * size, (k + 1) * size))), k * size);
  });
  const [from, to] = [mirrorKey(clip.from), mirrorKey(clip.to)];
  return {
    ...clip,
    way: `${from}>${to}`,
    from,
    to,
    knots,
    q: clip.q.map((q) => mirrorConfiguration(body, q)),
    via: clip.via.map((keyframe) => mirrorSolvedKeyframe(body, keyframe)),
    stretches: clip.stretches.map((stretch) => ({
      ...stretch,
      pinned: stretch.pinned.map((track) => mirrorTrack(body, track)),
    })),
  };
}

const mirrorTrack = (body: Body, track: Track): Track => ({
  ...track,
  patch: mirrorName(track.patch),
  points: track.points.map(({ name }) => landmarkByName(body, mirrorName(name))),
  placesAt: (fraction) => track.placesAt(fraction).map(mirror),
});
