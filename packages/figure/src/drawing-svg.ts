import type { Area, Drawing } from './drawing.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { tones, type groundColours, type Paint, type Tone } from './paint.ts';
import { closedPath } from './svg-path.ts';

/** The class of what is left out in print: shade, shadow, the border of the mat; the lips are, too. */
export const UNPRINTED = 'u';
/** The class of surfaces, which have a rim of their own colour. */
export const RIMMED = 'r';

/**
 * A drawing as SVG elements, numbers in steps (`STEPS_PER_UNIT`). Each has a class by which `svgFile` colours it. Nothing is written twice:
 * `name` begins the ids of what is used again, and with nothing else in the file.
 */
export function drawingElements({ mat, shadow, areas, shades, lines, lips, face }: Drawing, name = 'm'): string {
  const shade = closedPath(shadow);
  const staysOnMat = shadow.flat().every((curve) => curve.every((point) => isInside(mat.face, point)));
  const [faceId, shadeId] = [`${name}f`, `${name}s`];
  return [
    ...(staysOnMat
      ? []
      : [`<g class="${UNPRINTED}"><g class="floorShadow"><path id="${shadeId}" d="${shade}"/></g></g>`]),
    painted('matEdge', closedPath([mat.edge])),
    painted('mat', closedPath([mat.face]), ` id="${faceId}"`),
    `<g class="${UNPRINTED}">`,
    painted('matBorder', closedPath(mat.border)),
    staysOnMat
      ? painted('shadow', shade)
      : `<clipPath id="${name}"><use href="#${faceId}"/></clipPath>` +
        `<use class="shadow" clip-path="url(#${name})" href="#${shadeId}"/>`,
    `</g><g class="${RIMMED}">`,
    ...areas.map(surface),
    `<g class="${UNPRINTED}">`,
    ...shades.map(surface),
    '</g></g>',
    painted('line', closedPath(lines)),
    painted('lips', closedPath(lips)),
    painted('face', closedPath(face)),
  ].join('');
}

/** What is drawn besides the surfaces of bodies and things. */
type Ground = keyof typeof groundColours;

/** A path of a thing that is no surface of a body; nothing for none. */
export function painted(name: Ground, data: string, more = ''): string {
  return data === '' ? '' : `<path class="${name}"${more} d="${data}"/>`;
}

function surface({ paint, tone, loops }: Area): string {
  return `<path class="${classOf(paint, tone)}" d="${closedPath(loops)}"/>`;
}

/** Whether a point lies in the convex polygon between the ends of a loop's curves, or on its rim. */
function isInside(loop: readonly Cubic[], [x, y]: Point): boolean {
  const polygon = loop.flatMap(([from, , , to], i) => (i < loop.length - 1 ? [from] : [from, to]));
  const turns = polygon.map(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0);
}

export function classOf(paint: Paint, tone: Tone): string {
  return `${paint}${tones.indexOf(tone)}`;
}
