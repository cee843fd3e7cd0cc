import type { Area, Drawing } from './drawing.ts';
import type { Point } from './fit-curve.ts';
import { groundColours, paintColours, paints, tones, type Paint, type Tone } from './paint.ts';
import { closedPath, polygonPath, STEPS_PER_UNIT } from './svg-path.ts';

/** Slight overlap of neighbouring areas, units, so that no paper shows between them. */
const OVERLAP_UNITS = 0.5;
/** Width of the rim of an arrow, units of a strip. */
export const HALO_UNITS = 1.6;
/** The class of what is left out in print: shade, shadow, the border of the mat; the lips are, too. */
const UNPRINTED = 'u';

/**
 * A drawing as SVG elements, numbers in steps (`STEPS_PER_UNIT`). Each has a class by which `lookStyle` colours it. `clipId` is an id that
 * nothing else in the file has.
 */
export function drawingElements({ mat, shadow, areas, shades, lines, lips, face }: Drawing, clipId = 'm'): string {
  const shade = closedPath(shadow);
  const staysOnMat = shadow.flat().every((curve) => curve.every((point) => isInside(mat.face, point)));
  return [
    ...(staysOnMat ? [] : [`<g class="${UNPRINTED}">`, ground('floorShadow', shade), '</g>']),
    ground('matEdge', polygonPath(mat.edge)),
    ground('mat', polygonPath(mat.face)),
    `<g class="${UNPRINTED}">`,
    ground('matBorder', `${polygonPath(mat.border)}${polygonPath(mat.field)}`),
    ...(staysOnMat
      ? [ground('shadow', shade)]
      : [
          `<clipPath id="${clipId}"><path d="${polygonPath(mat.face)}"/></clipPath>`,
          ground('shadow', shade, ` clip-path="url(#${clipId})"`),
        ]),
    '</g>',
    `<g stroke-width="${OVERLAP_UNITS * STEPS_PER_UNIT}" stroke-linejoin="round">`,
    ...areas.map(surface),
    `<g class="${UNPRINTED}">`,
    ...shades.map(surface),
    '</g></g>',
    ground('line', closedPath(lines)),
    ground('lips', closedPath(lips)),
    ground('face', closedPath(face)),
  ].join('');
}

export interface LookOptions {
  /** Ids of elements for which an address that ends in `#` and the id means: in print. */
  readonly printIds: readonly string[];
  /** Width of an outline in print, units. */
  readonly printLineUnits: number;
  /** Rules that are added at the end. */
  readonly more?: string;
}

/**
 * The style sheet that gives a picture its looks: on light ground; on dark ground where the page around it is dark
 * (`prefers-color-scheme` in an image is the `color-scheme` of the element that shows it, says Media Queries 5); and in print
 * black lines on white.
 */
export function lookStyle(elements: string, { printIds, printLineUnits, more = '' }: LookOptions): string {
  const used = new Set([...elements.matchAll(/class="([A-Za-z]+\d?)"/g)].map(([, name]) => name!));
  const rules = (ground: 'light' | 'dark'): string => [...used].map((name) => ruleOf(name, ground)).join('');
  const inPrint = (selector: string, style: string): string => `${targeted(printIds)} ${selector}{${style}}`;
  return [
    `<style>${rules('light')}`,
    `@media(prefers-color-scheme:dark){${rules('dark')}}`,
    inPrint('path', `fill:#fff;stroke:#000;stroke-width:${printLineUnits * STEPS_PER_UNIT}`),
    inPrint(`.${UNPRINTED}`, 'display:none'),
    inPrint('.hair0', 'fill:#555'),
    ...(used.has('lips') ? [inPrint('.lips', 'display:none')] : []),
    ...['.line', '.face'].map((name) => inPrint(name, 'fill:#000;stroke:none;mix-blend-mode:normal')),
    ...(used.has('arrow')
      ? [inPrint('.arrow', `fill:#000;stroke:#fff;stroke-width:${HALO_UNITS * STEPS_PER_UNIT}`)]
      : []),
    ...(used.has('panel') ? [inPrint('.panel', 'fill:#fff;stroke:#999;stroke-width:4')] : []),
    more,
    '</style>',
  ].join('');
}

/** The selector of an element that the address points to, by one of these ids. */
export function targeted(ids: readonly string[]): string {
  const [first, ...others] = ids.map((id) => `#${id}`);
  return others.length === 0 ? `${first}:target` : `:is(${[first, ...others].join()}):target`;
}

type Ground = keyof typeof groundColours;

/** What some things need besides their colour: lines darken what they lie on, whatever its colour. */
const extra: Readonly<Record<string, (ground: 'light' | 'dark') => string>> = {
  shadow: () => ';fill-opacity:.2',
  floorShadow: (ground) => `;fill-opacity:${ground === 'light' ? '.15' : '.4'}`,
  line: () => ';mix-blend-mode:multiply',
  lips: () => ';mix-blend-mode:multiply',
  face: () => ';mix-blend-mode:multiply',
  arrow: (ground) => `;stroke:${groundColours.panel[ground]}`,
};

/** What is no surface of a body lies behind or over the others and needs no rim; an arrow stands off by one. */
const rules: ReadonlyMap<string, (ground: 'light' | 'dark') => string> = new Map([
  ...paints.flatMap((paint) =>
    tones.map((tone): [string, (ground: 'light' | 'dark') => string] => [
      classOf(paint, tone),
      (ground) => `fill:${paintColours(paint, tone)[ground]};stroke:${paintColours(paint, tone)[ground]}`,
    ]),
  ),
  ...Object.entries(groundColours).map(([name, colours]): [string, (ground: 'light' | 'dark') => string] => [
    name,
    (ground) => `fill:${colours[ground]}${extra[name]?.(ground) ?? ''}`,
  ]),
]);

/** The rule that colours a class on a ground; none for classes without a colour. */
function ruleOf(name: string, ground: 'light' | 'dark'): string {
  const style = rules.get(name);
  return style ? `.${name}{${style(ground)}}` : '';
}

/** A path of a thing that is no surface of a body. */
export function ground(name: Ground, data: string, more = ''): string {
  if (data === '') return '';
  return `<path class="${name}"${more} d="${data}"/>`;
}

function surface({ paint, tone, loops }: Area): string {
  return `<path class="${classOf(paint, tone)}" d="${closedPath(loops)}"/>`;
}

/** Whether a point lies in a convex polygon, or on its rim. */
function isInside(polygon: readonly Point[], [x, y]: Point): boolean {
  const turns = polygon.map(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0);
}

function classOf(paint: Paint, tone: Tone): string {
  return `${paint}${tones.indexOf(tone)}`;
}
