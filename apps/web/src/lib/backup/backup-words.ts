import type { BackupRefusal } from './backup.ts';
import type { BroughtBack } from './whole-device.ts';

/** What kept a file from being read, and what one can do. */
export function refusalInWords(kind: BackupRefusal | 'unreachable'): string {
  switch (kind) {
    case 'not-json':
      return 'It is no backup, or only a part of one. Choose another file, or fetch this one once more from where you keep it.';
    case 'other-format':
      return 'It is a file of another kind. A backup’s name begins with “sacra” and ends in “.backup.json”. A practice that somebody sent you opens under More practices.';
    case 'newer-version':
      return 'It was made by a newer Sacra. Open Sacra once with a network, so that it can bring itself up to date, and try again.';
    case 'damaged':
      return 'It was changed or cut short since it was saved. Another backup may be whole.';
    case 'unreachable':
      return 'It could not be read from where it lies. Choose it once more.';
  }
}

/** "3 entries of the diary, 1 practice, your body, your settings and likings". */
export function broughtBackInWords({ entries, practices, body, answers }: BroughtBack): string {
  const parts = [
    ...(entries > 0 ? [entries === 1 ? '1 entry of the diary' : `${entries} entries of the diary`] : []),
    ...(practices > 0 ? [practices === 1 ? '1 practice' : `${practices} practices`] : []),
    ...(body ? ['your body'] : []),
    ...(answers ? ['your answers to the questions'] : []),
    'your settings and likings',
  ];
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}

export const unreadableInWords = {
  body: 'The body in it can’t be read by this version. The one here stays.',
  answers: 'The answers in it can’t be read by this version. You are asked again before you begin.',
} as const satisfies Readonly<Record<BroughtBack['unreadable'][number], string>>;
