import type { Side } from './side.ts';

/** What the tokens of a line stand for. */
export interface Filling {
  readonly side?: Side;
  readonly breath?: 'in' | 'out';
}

const token = /\{([a-zA-Z]+)\}/g;
const sideTokens = ['side', 'other', 'Side', 'Other'];
export const wordTokens: readonly string[] = [...sideTokens, 'breath'];

/**
 * The line as it is said: `{side}`, `{other}`, `{Side}`, `{Other}` become `right` or `left`, `{breath}` becomes `in` or `out`.
 *
 * @throws when a token is unknown, or when what it stands for isn't given
 */
export function fillWords(line: string, { side, breath }: Filling): string {
  return line.replace(token, (whole, name: string) => {
    if (name === 'breath' && breath !== undefined) return breath;
    if (sideTokens.includes(name) && side !== undefined) {
      const word = name.toLowerCase() === 'side' ? side : side === 'left' ? 'right' : 'left';
      return name[0] === name[0]?.toLowerCase() ? word : capitalised(word);
    }
    throw new Error(
      `Cannot fill ${whole} in "${line}": known are ${wordTokens.join(', ')}; given are ${given(side, breath)}.`,
    );
  });
}

/** The same line with the sides exchanged: filled for one side it says what the original says for the other. Twice is the identity. */
export function mirrorWords(line: string): string {
  const swapped: Readonly<Record<string, string>> = { side: 'other', other: 'side', Side: 'Other', Other: 'Side' };
  return line.replace(token, (whole, name: string) => (swapped[name] === undefined ? whole : `{${swapped[name]}}`));
}

/** The names of the tokens in a line, in order. */
export const tokensIn = (line: string): string[] => [...line.matchAll(token)].map(([, name = '']) => name);

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function given(side: Side | undefined, breath: string | undefined): string {
  return (
    [side === undefined ? '' : `side ${side}`, breath === undefined ? '' : `breath ${breath}`]
      .filter(Boolean)
      .join(', ') || 'none'
  );
}
