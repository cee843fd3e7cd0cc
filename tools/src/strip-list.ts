import type { Body, Configuration } from '@sacra/body';
import type { PropPlace, View } from '@sacra/figure';
import { keyframeOf, stripFile, type Catalogue } from '@sacra/pose';
import { atlasKeyframe, mirrorWay, sampleClip, type Atlas, type Clip } from '@sacra/solve';
import { titleOf, viewOf } from './card-list.ts';
import { describeBriefly } from './picture-words/describe-pose.ts';
import { mirrorWords } from './picture-words/mirror-words.ts';
import { propsInPictures } from './strip-props.ts';
import { farthestTravels, markersApart, type Travel } from './travels.ts';

/** One strip to draw. */
export interface StripPlan {
  /** Id of its way, the right side leading. */
  readonly way: string;
  /** Name of its file in the folder of strips. */
  readonly file: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly view: View;
  readonly panels: readonly StripMoment[];
}

/** What one picture of a strip shows, and what travels from there to the next one. */
export interface StripMoment {
  readonly q: Configuration;
  /** What stands there. */
  readonly props: readonly PropPlace[];
  readonly travels: readonly Travel[];
}

/** The strips of all ways that the atlas has a clip of, the right side leading, in the order of the catalogue. */
export function planStrips(catalogue: Catalogue, atlas: Atlas, body: Body): StripPlan[] {
  return [...catalogue.ways.values()].flatMap((way) => {
    const clip = atlas.clips.get(way.id);
    const ends = [way.from, way.to].flatMap((key) => {
      const keyframe = atlasKeyframe(atlas, body, key);
      return keyframe ? [{ key, keyframe, source: keyframeOf(catalogue, key) }] : [];
    });
    const [from, to] = ends;
    if (!clip || !from || !to) return [];
    const panels = momentsOf(body, clip, from.keyframe.props, to.keyframe.props);
    const count = panels.length === 2 ? 'two' : 'three';
    const parts = [...new Set(panels.flatMap(({ travels }) => travels.map(({ part }) => part)))];
    const [first, last] = describeBriefly(body, from.keyframe, to.keyframe);
    const alt = [
      `From ${titleOf(from.source, from.key)} to ${titleOf(to.source, to.key)}, in ${count} pictures`,
      `First: ${lowerFirst(first)}`,
      `Last: ${lowerFirst(last)}`,
      ...(parts.length > 0 ? [`Arrows: ${parts.join(', ')}`] : []),
    ];
    return [
      {
        way: way.id,
        file: `ways/${stripFile(way.id)}`,
        alt: `${alt.join('. ')}.`,
        view: viewOf(to.source, way.to),
        panels,
      },
    ];
  });
}

/** What each strip shows, by id of its way; of a sided way also by the id of its mirror image. */
export function stripWords(plans: readonly StripPlan[]): Record<string, string> {
  return Object.fromEntries(
    plans.flatMap(({ way, alt }) => [
      [mirrorWay(way), mirrorWords(alt)],
      [way, alt],
    ]),
  );
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Frames along which an arrow is drawn. */
const FRAMES = 12;

function momentsOf(body: Body, clip: Clip, first: readonly PropPlace[], last: readonly PropPlace[]): StripMoment[] {
  const via = viaOf(body, clip);
  const times = via === undefined ? [0, 1] : [0, via, 1];
  const shown = times.map((time) => sampleClip(body, clip, time));
  const props = propsInPictures(body, shown, first, last);
  return times.map((time, i): StripMoment => {
    const next = times[i + 1];
    const frames =
      next === undefined
        ? []
        : Array.from({ length: FRAMES }, (_, k) => sampleClip(body, clip, time + ((next - time) * k) / (FRAMES - 1)));
    return { q: shown[i]!, props: props[i]!, travels: next === undefined ? [] : farthestTravels(body, frames) };
  });
}

/** Moments that are tried. */
const STEPS = 20;
/** Less than so much different from the nearer end a moment adds nothing to see. */
const NEWS_M = 0.14;

/** The moment of a clip that is least like its ends; undefined when all are much like one of them. */
function viaOf(body: Body, clip: Clip): number | undefined {
  const [first, last] = [sampleClip(body, clip, 0), sampleClip(body, clip, 1)];
  let best: number | undefined;
  let mostM = NEWS_M;
  for (let step = 3; step <= STEPS - 3; step++) {
    const q = sampleClip(body, clip, step / STEPS);
    const newsM = Math.min(markersApart(body, first, q).meanM, markersApart(body, q, last).meanM);
    if (newsM <= mostM) continue;
    mostM = newsM;
    best = step / STEPS;
  }
  return best;
}
