/**
 * Everything that a person has made or said here, in one file. Each part lies in it as it lies in storage, with a version of its own, and
 * is read by what always reads it: so a backup is as old as its parts, and an old one can be read as long as they can.
 */
export interface Backup {
  readonly format: 'sacra.backup';
  readonly version: 1;
  /** ISO 8601 with the offset of the person's clock. */
  readonly writtenAt: string;
  /** Absent: never set. The same holds for the next four. */
  readonly settings?: unknown;
  /** Answers to the checklist. */
  readonly safety?: unknown;
  /** What was said last before a practice was made. */
  readonly asked?: unknown;
  readonly likings?: unknown;
  readonly body?: unknown;
  /** Records of the diary, oldest first, also those that can't be read. */
  readonly diary: readonly unknown[];
  readonly practices: readonly BackupPractice[];
}

interface BackupPractice {
  readonly id: string;
  readonly raw: unknown;
}

export type BackupRefusal = 'not-json' | 'other-format' | 'newer-version' | 'damaged';

type ReadBackup = { readonly ok: true; readonly value: Backup } | { readonly ok: false; readonly kind: BackupRefusal };

export const writeBackup = (backup: Backup): string => `${JSON.stringify(backup, null, 1)}\n`;

/** The name of its file: `sacra-2026-11-22.backup.json`. */
export const backupFileName = ({ writtenAt }: Backup): string => `sacra-${writtenAt.slice(0, 10)}.backup.json`;

/** Reads the text of a file. Never throws. What the parts say is read by those who take them back. */
export function readBackup(text: string): ReadBackup {
  const refused = (kind: BackupRefusal): ReadBackup => ({ ok: false, kind });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  if (!isRecord(raw) || raw['format'] !== 'sacra.backup') return refused('other-format');
  const { version, writtenAt, diary, practices } = raw;
  if (typeof version === 'number' && version > 1) return refused('newer-version');
  if (version !== 1 || typeof writtenAt !== 'string' || Number.isNaN(Date.parse(writtenAt))) return refused('damaged');
  if (!Array.isArray(diary) || !Array.isArray(practices) || !practices.every(isPractice)) return refused('damaged');
  const said = (['settings', 'safety', 'asked', 'likings', 'body'] as const).filter((name) => raw[name] !== undefined);
  return {
    ok: true,
    value: {
      format: 'sacra.backup',
      version,
      writtenAt,
      ...Object.fromEntries(said.map((name) => [name, raw[name]])),
      diary,
      practices: practices.map(({ id, raw: practice }) => ({ id, raw: practice })),
    },
  };
}

const isPractice = (raw: unknown): raw is BackupPractice =>
  isRecord(raw) && typeof raw['id'] === 'string' && 'raw' in raw;

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
