import { writePractice, type Practice } from '@sacra/practice';
import { saveFile } from '../ui/save-file.ts';

/**
 * The name of the file that a practice is saved as: `evening-turns.practice.json`.
 *
 * @internal seen by the tests
 */
export function practiceFileName({ title }: Practice): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return `${words?.join('-').slice(0, 60) ?? 'practice'}.practice.json`;
}

/** Hands a practice to the person as a file, which opens on any device with Sacra. */
export const savePracticeFile = (practice: Practice): void =>
  saveFile(practiceFileName(practice), writePractice(practice));
