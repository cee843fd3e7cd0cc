/** What a key press asks of a session; undefined for keys that are not ours. */
export type KeyWish = 'toggle-pause' | 'back' | 'on' | 'repeat' | 'end';

const WISHES: Readonly<Record<string, KeyWish>> = {
  ' ': 'toggle-pause',
  ArrowLeft: 'back',
  ArrowRight: 'on',
  r: 'repeat',
  R: 'repeat',
  Escape: 'end',
};

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** Keys held down, with a modifier, or meant for the control that has the focus are left alone. */
export function wishOf(press: Press): KeyWish | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return undefined;
  const focused = (press.target as Partial<Element> | null)?.tagName?.toLowerCase() ?? '';
  if (['input', 'textarea', 'select'].includes(focused)) return undefined;
  if (press.key === ' ' && ['button', 'summary', 'a'].includes(focused)) return undefined;
  return WISHES[press.key];
}
