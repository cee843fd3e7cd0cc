/** How lengths and weights are told and typed. Everything is kept in metres and kilograms. */
export type Units = 'metric' | 'imperial';

const M_PER_INCH = 0.0254;
const KG_PER_POUND = 0.45359237;

/** "168 cm" · "5 ft 6 in" */
export function statureInWords(statureM: number, units: Units): string {
  if (units === 'metric') return `${Math.round(statureM * 100)} cm`;
  const inches = Math.round(statureM / M_PER_INCH);
  return `${Math.floor(inches / 12)} ft ${inches % 12} in`;
}

/** "64 kg" · "141 lb" */
export function massInWords(massKg: number, units: Units): string {
  return units === 'metric' ? `${Math.round(massKg)} kg` : `${Math.round(massKg / KG_PER_POUND)} lb`;
}

/**
 * What someone typed for their height, metres: `168`, `1.68`, `1,68 m`, and with imperial units `5 ft 6`, `5'6"` or `66` inches.
 * Undefined when it is no number.
 */
export function parseStature(text: string, units: Units): number | undefined {
  const numbers = numbersIn(text);
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return undefined;
  if (units === 'metric') {
    if (second !== undefined) return undefined;
    return first < 3 ? first : first / 100;
  }
  const inches = second === undefined ? (first < 9 ? first * 12 : first) : first * 12 + second;
  return inches * M_PER_INCH;
}

/** What someone typed for their weight, kilograms. Undefined when it is no number. */
export function parseMass(text: string, units: Units): number | undefined {
  const [only, ...more] = numbersIn(text);
  if (only === undefined || more.length > 0) return undefined;
  return units === 'metric' ? only : only * KG_PER_POUND;
}

function numbersIn(text: string): number[] {
  if (/-/.test(text)) return [];
  return [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')));
}
