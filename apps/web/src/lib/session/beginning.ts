import { unlockSound } from './instruments.ts';

export type BeginningHow = 'anew' | 'where-it-was';

let asked: BeginningHow | undefined;

/**
 * Carries a press on "Begin" from one page to the session page. The press unlocks sound where it happens, and the session
 * page takes it once: opened by its address alone, it waits for a press of its own.
 */
export const beginning = {
  press(how: BeginningHow): void {
    asked = how;
    unlockSound();
  },
  take(): BeginningHow | undefined {
    const taken = asked;
    asked = undefined;
    return taken;
  },
};
