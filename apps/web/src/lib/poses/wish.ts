import { chipGroups, type ChipGroup } from './ways-to-find.ts';

/** What somebody looks for. */
export interface Wish {
  /** As it was typed. */
  readonly words: string;
  /** Ids of the chips that are chosen, by group; in the order of the chips. */
  readonly chosen: Readonly<Record<ChipGroup['id'], readonly string[]>>;
}

export const noWish: Wish = { words: '', chosen: { area: [], place: [], with: [] } };

/** What an address asks for. Chips that there are none of are passed over: the link may be older than this version. */
export function wishFrom(asked: URLSearchParams): Wish {
  const chosen = chipGroups.map(({ id, chips }) => {
    const named = (asked.get(id) ?? '').split(' ');
    return [id, chips.map((chip) => chip.id).filter((chip) => named.includes(chip))];
  });
  return { words: asked.get('find') ?? '', chosen: Object.fromEntries(chosen) as Wish['chosen'] };
}

/** The end of an address that keeps a wish, such as `?find=dog&place=chair`; empty without one. */
export function addressOfWish({ words, chosen }: Wish): string {
  const asked = new URLSearchParams();
  if (words.trim() !== '') asked.set('find', words.trim());
  for (const { id } of chipGroups) if (chosen[id].length > 0) asked.set(id, chosen[id].join(' '));
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}

export function withChip(wish: Wish, group: ChipGroup, chip: string, isChosen: boolean): Wish {
  const others = wish.chosen[group.id].filter((one) => one !== chip);
  const wanted = isChosen ? [...others, chip] : others;
  const chosen = group.chips.map(({ id }) => id).filter((id) => wanted.includes(id));
  return { ...wish, chosen: { ...wish.chosen, [group.id]: chosen } };
}

export const isWishing = (wish: Wish): boolean => addressOfWish(wish) !== '';
