import { backupFileName, readBackup, writeBackup, type BackupRefusal } from './backup.ts';
import { backupOf, bringBack, type BroughtBack, type WholeDevice } from './whole-device.ts';

type BackupState =
  | { readonly at: 'waiting' }
  | { readonly at: 'busy' }
  | { readonly at: 'saved'; readonly fileName: string }
  /** What is kept here can't be read just now: no file was made. */
  | { readonly at: 'unsaved' }
  | { readonly at: 'refused'; readonly fileName: string; readonly kind: BackupRefusal | 'unreachable' }
  | { readonly at: 'back'; readonly brought: BroughtBack }
  /** The browser would not write all of it. */
  | { readonly at: 'not-back' };

/** Saves a backup, and brings one back. Never fails: what went otherwise is told. */
export class BackupDesk {
  readonly #device: WholeDevice;
  readonly #saveFile: (name: string, text: string) => void;
  #state = $state.raw<BackupState>({ at: 'waiting' });

  constructor(device: WholeDevice, saveFile: (name: string, text: string) => void) {
    this.#device = device;
    this.#saveFile = saveFile;
  }

  get state(): BackupState {
    return this.#state;
  }

  async save(): Promise<void> {
    this.#state = { at: 'busy' };
    try {
      const backup = await backupOf(this.#device);
      const fileName = backupFileName(backup);
      this.#saveFile(fileName, writeBackup(backup));
      this.#state = { at: 'saved', fileName };
    } catch {
      this.#state = { at: 'unsaved' };
    }
  }

  async open(file: Pick<File, 'name' | 'text'>): Promise<void> {
    this.#state = { at: 'busy' };
    const text = await file.text().catch(() => undefined);
    const read = text === undefined ? ({ ok: false, kind: 'unreachable' } as const) : readBackup(text);
    if (!read.ok) {
      this.#state = { at: 'refused', fileName: file.name, kind: read.kind };
      return;
    }
    try {
      this.#state = { at: 'back', brought: await bringBack(this.#device, read.value) };
    } catch {
      this.#state = { at: 'not-back' };
    }
  }
}
