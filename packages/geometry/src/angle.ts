declare const unit: unique symbol;

/** A number that carries its unit in its type; made only by the functions of this file. */
type Quantity<Unit extends string> = number & { readonly [unit]: Unit };
export type Radians = Quantity<'radians'>;
export type Degrees = Quantity<'degrees'>;

const quantity = <Unit extends string>(value: number): Quantity<Unit> => value as Quantity<Unit>;

export const radians = (value: number): Radians => quantity(value);
export const degrees = (value: number): Degrees => quantity(value);
export const degToRad = (angle: Degrees): Radians => quantity((angle * Math.PI) / 180);
/** Radians of a plain number of degrees, as content and tables give them. */
export const radFromDeg = (angleDeg: number): Radians => degToRad(degrees(angleDeg));
export const radToDeg = (angle: Radians): Degrees => quantity((angle * 180) / Math.PI);

/** The same direction as an angle in (−π, π]. */
export function wrapAngle(angle: Radians): Radians {
  const turned = angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  return quantity(turned <= -Math.PI ? turned + 2 * Math.PI : turned);
}
