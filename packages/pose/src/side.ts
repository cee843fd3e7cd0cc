/** The leading side of a pose, and the side a paired part belongs to. */
export type Side = 'left' | 'right';

export const sides = ['right', 'left'] as const satisfies readonly Side[];

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** `knee.left` ↔ `knee.right`, `pigeon@left` ↔ `pigeon@right`; a name without a side stays as it is. Twice is the identity. */
export function swapSide(name: string): string {
  return name.replace(/(?<=[.@])(left|right)(?![\w-])/g, (side) => (side === 'left' ? 'right' : 'left'));
}
