import type { HeightRange, PropWish, Shape } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';
import type { SkinPoint } from './objective/contact.ts';
import type { Plane } from './objective/contact.ts';
import type { SolveState } from './state.ts';

/** A prop where it stands: centre of its underside (a wall: of its face, on the floor), true sizes. */
export interface PlacedProp {
  readonly name: string;
  readonly kind: PropWish['kind'];
  readonly positionM: Vec3;
  readonly sizeM: Vec3;
  readonly yawRad: number;
}

const matPlane: Plane = { normal: [0, 0, 1], offsetM: 0 };

/** The plane that a contact of this shape lies on. */
export function surfacePlane(shape: Shape, surface: string, scale: number): Plane {
  if (surface === 'mat') return matPlane;
  const prop = shape.props.find((p) => p.name === surface);
  if (!prop) {
    const names = ['mat', ...shape.props.map((p) => p.name)];
    throw new Error(`No surface "${surface}" in this shape; there are ${names.join(', ')}.`);
  }
  if (prop.kind !== 'wall') return { normal: [0, 0, 1], offsetM: lowestM(prop) };
  if (!('xM' in prop.at)) throw new Error(`The wall "${prop.name}" needs a place of its own: at: { xM, yM }.`);
  const yaw = yawOf(prop);
  const normal: Vec3 = [-Math.cos(yaw), -Math.sin(yaw), 0];
  return { normal, offsetM: scale * (normal[0] * prop.at.xM + normal[1] * prop.at.yM) };
}

/** Where the props of a shape stand, once the body is where it is. */
export function placeProps(
  shape: Shape,
  scale: number,
  state: SolveState,
  landmark: (name: string) => SkinPoint,
): PlacedProp[] {
  return shape.props.map((prop) => {
    if ('asIn' in prop.at) throw new Error(`"${prop.name}" is to stand as in ${prop.at.asIn}: that comes first.`);
    const spot = 'xM' in prop.at ? ([prop.at.xM * scale, prop.at.yM * scale] as const) : middleUnder(prop.at.under);
    return {
      name: prop.name,
      kind: prop.kind,
      positionM: [toPlace(spot[0]), toPlace(spot[1]), lowestM(prop) - prop.sizeM[2]],
      sizeM: prop.sizeM,
      yawRad: yawOf(prop),
    };
  });

  function middleUnder(names: readonly string[]): readonly [number, number] {
    const place = new Float64Array(3);
    let x = 0;
    let y = 0;
    for (const name of names) {
      const point = landmark(name);
      state.placePoint(point.segment, point.positionM, place);
      x += place[0]! / names.length;
      y += place[1]! / names.length;
    }
    return [x, y];
  }
}

/** To a hundredth of a millimetre, so that a thing that stands as in another keyframe is there to the last digit. */
const toPlace = (m: number): number => Math.round(m * 1e5) / 1e5 + 0;

/** A shape whose props stand, where it says so, as high and in the place that another keyframe has chosen for them. */
export function standAsElsewhere(
  shape: Shape,
  scale: number,
  elsewhere: (key: string) => { readonly shape: Shape; readonly props: readonly PlacedProp[] },
): Shape {
  if (!shape.props.some(({ at }) => 'asIn' in at)) return shape;
  return {
    ...shape,
    props: shape.props.map((prop) => {
      if (!('asIn' in prop.at)) return prop;
      const other = elsewhere(prop.at.asIn);
      const wish = other.shape.props.find(({ name }) => name === prop.name);
      const placed = other.props.find(({ name }) => name === prop.name);
      if (!wish || !placed) throw new Error(`There is no "${prop.name}" in ${prop.at.asIn}.`);
      return { ...wish, at: { xM: placed.positionM[0] / scale, yM: placed.positionM[1] / scale } };
    }),
  };
}

/** Height of a prop's surface; the lower one while it is not chosen. */
const lowestM = ({ surfaceM, sizeM }: PropWish): number =>
  typeof surfaceM === 'object' ? surfaceM.from : (surfaceM ?? sizeM[2]);

/** The heights between which the surface of a prop is chosen; undefined when it is fixed. */
export function heightRange(shape: Shape, surface: string): HeightRange | undefined {
  const surfaceM = shape.props.find((prop) => prop.name === surface)?.surfaceM;
  return typeof surfaceM === 'object' ? surfaceM : undefined;
}

/** The shape with the heights of its props as the body has chosen them: a prop grows with its surface. */
export function settleProps(shape: Shape, chosenM: (prop: string, range: HeightRange) => number): Shape {
  return {
    ...shape,
    props: shape.props.map((prop) => {
      if (typeof prop.surfaceM !== 'object') return prop;
      const surfaceM = chosenM(prop.name, prop.surfaceM);
      const [length, width, height] = prop.sizeM;
      return { ...prop, surfaceM, sizeM: [length, width, height + surfaceM - prop.surfaceM.from] };
    }),
  };
}

const yawOf = (prop: PropWish): number => ((prop.yawDeg ?? 0) * Math.PI) / 180;
