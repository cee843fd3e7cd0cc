import { classOf, RIMMED, UNPRINTED } from './drawing-svg.ts';
import { groundColours, paintColours, paints, tones } from './paint.ts';
import { escapeText, STEPS_PER_UNIT } from './svg-path.ts';

/** Slight overlap of neighbouring areas, units, so that no paper shows between them. */
const OVERLAP_UNITS = 0.5;
/** Width of the rim of an arrow, units of a strip. */
const HALO_UNITS = 1.6;

/** A picture as it is put into a file. */
export interface FileOptions {
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** What it shows, in words. */
  readonly title: string;
  /** Other looks than the usual one: what can stand behind the `#` of its address, its parts joined by hyphens. */
  readonly fragments: readonly string[];
  /** Width of an outline in print, units. */
  readonly printLineUnits: number;
  /** Rules that are added at the end. */
  readonly more?: string;
}

/** Elements as an SVG file that carries its looks with it. */
export function svgFile(elements: string, options: FileOptions): string {
  const { widthUnits, heightUnits, title, fragments } = options;
  const [first, ...others] = fragments;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthUnits * STEPS_PER_UNIT} ${heightUnits * STEPS_PER_UNIT}" role="img" id="${first}">`,
    `<title>${escapeText(title)}</title>`,
    styleSheet(elements, options),
    ...others.map((id) => `<g id="${id}">`),
    elements,
    '</g>'.repeat(others.length),
    '</svg>',
  ].join('');
}

/** The selector of an element that the address points to, by an id that has `part` in it. */
export const shownAs = (part: 'print' | 'left' | 'back'): string => `[id*=${part}]:target`;

/** The rule that gives what has the class `picture` its mirror image when the address asks for the left side. */
export const mirroredOnLeft = (widthUnits: number): string =>
  `${shownAs('left')} .picture{transform:matrix(-1,0,0,1,${widthUnits * STEPS_PER_UNIT},0)}`;

/**
 * The style sheet that gives a picture its looks: on light ground; on dark ground where the page around it is dark
 * (`prefers-color-scheme` in an image is the `color-scheme` of the element that shows it, says Media Queries 5); and in print
 * black lines on white. It has rules for what is among the elements, and each colour once: what is filled and drawn takes the
 * `color` of its class.
 */
function styleSheet(elements: string, { printLineUnits, more = '' }: FileOptions): string {
  const used = new Set([...elements.matchAll(/class="([A-Za-z]+\d?)"/g)].map(([, name]) => name!));
  const colours = [...used].flatMap((name) => {
    const [light, dark] = (['light', 'dark'] as const).map((ground) => rules.get(name)?.(ground));
    return light === undefined
      ? []
      : [{ light: `.${name}{${light}}`, dark: light === dark ? '' : `.${name}{${dark}}` }];
  });
  const among = (...names: string[]): string[] => names.filter((name) => used.has(name)).map((name) => `.${name}`);
  const inPrint = (selectors: readonly string[], style: string): string =>
    selectors.length === 0 ? '' : `${selectors.map((one) => `${shownAs('print')} ${one}`).join()}{${style}}`;
  return [
    '<style>*{fill:currentColor}',
    `.${RIMMED} path{stroke:currentColor;stroke-width:${OVERLAP_UNITS * STEPS_PER_UNIT};stroke-linejoin:round}`,
    ...[...used].map((name) => (name in always ? `.${name}{${always[name]!}}` : '')),
    ...colours.map(({ light }) => light),
    `@media(prefers-color-scheme:dark){${colours.map(({ dark }) => dark).join('')}}`,
    inPrint(['path'], `color:#fff;stroke:#000;stroke-width:${printLineUnits * STEPS_PER_UNIT}`),
    inPrint(among(UNPRINTED, 'lips'), 'display:none'),
    inPrint(among('hair0'), 'color:#555'),
    inPrint(among('line', 'face'), 'color:#000;stroke:none;mix-blend-mode:normal'),
    inPrint(among('arrow'), `color:#000;stroke:#fff;stroke-width:${HALO_UNITS * STEPS_PER_UNIT}`),
    inPrint(among('panel'), 'color:#fff;stroke:#999;stroke-width:4'),
    more,
    '</style>',
  ].join('');
}

/** What some things need besides their colour: the way back is not shown unless it is asked for; lines darken what they lie on, whatever its colour; an arrow stands off by a rim. */
const always: Readonly<Record<string, string>> = {
  back: 'display:none',
  shadow: 'fill-opacity:.2',
  line: 'mix-blend-mode:multiply',
  lips: 'mix-blend-mode:multiply',
  face: 'mix-blend-mode:multiply',
  arrow: `stroke-width:${HALO_UNITS * STEPS_PER_UNIT};stroke-linejoin:round;paint-order:stroke`,
};

const onGround: Readonly<Record<string, (ground: 'light' | 'dark') => string>> = {
  floorShadow: (ground) => `;fill-opacity:${ground === 'light' ? '.15' : '.4'}`,
  arrow: (ground) => `;stroke:${groundColours.panel[ground]}`,
};

/** The rule that colours a class on a ground. */
const rules: ReadonlyMap<string, (ground: 'light' | 'dark') => string> = new Map([
  ...paints.flatMap((paint) =>
    tones.map((tone): [string, (ground: 'light' | 'dark') => string] => [
      classOf(paint, tone),
      (ground) => `color:${paintColours(paint, tone)[ground]}`,
    ]),
  ),
  ...Object.entries(groundColours).map(([name, colours]): [string, (ground: 'light' | 'dark') => string] => [
    name,
    (ground) => `color:${colours[ground]}${onGround[name]?.(ground) ?? ''}`,
  ]),
]);
