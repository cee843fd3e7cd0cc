/** Keeps the answers to the checklist. What is read back is checked by whoever asked to keep it. Each may throw when storage is shut. */
export interface SafetyStore {
  save(document: unknown): void;
  /** `undefined` when nothing has been answered. Text that is no JSON is given as it is. */
  load(): unknown;
  /** Puts what lies in the place of the answers aside, so that nothing is lost when others take their place. */
  setAside(): void;
  /** Notes whether an answer holds the person back, for screens that are there before the answers have been weighed. */
  markHeld(isHeld: boolean): void;
}

/** @internal The name that the answers lie under. */
export const SAFETY_KEY = 'sacra.safety';
/** Also read by app.html. */
const HELD_KEY = 'sacra.held';
const SET_ASIDE_KEY = 'sacra.safety.set-aside';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** In `localStorage`, because the home page has to know at once whether anything may be played, without fetching a database. */
export function safetyStore(storage: () => TextStorage): SafetyStore {
  return {
    save(document) {
      storage().setItem(SAFETY_KEY, JSON.stringify(document));
    },
    load() {
      const text = storage().getItem(SAFETY_KEY);
      return text === null ? undefined : parsedOr(text);
    },
    setAside() {
      const unreadable = storage().getItem(SAFETY_KEY);
      if (unreadable === null) return;
      storage().setItem(SET_ASIDE_KEY, unreadable);
      storage().removeItem(SAFETY_KEY);
    },
    markHeld(isHeld) {
      if (isHeld) storage().setItem(HELD_KEY, '');
      else storage().removeItem(HELD_KEY);
    },
  };
}

/** Whether the checklist was ever answered here. Where a browser doesn't tell, it may have been. */
export function mayHoldAnswers(storage: () => TextStorage): boolean {
  return holds(storage, SAFETY_KEY) ?? true;
}

/** Whether an answer held the person back when they were weighed last. */
export function isMarkedHeld(storage: () => TextStorage): boolean {
  return holds(storage, HELD_KEY) ?? false;
}

function holds(storage: () => TextStorage, key: string): boolean | undefined {
  try {
    return storage().getItem(key) !== null;
  } catch {
    return undefined;
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
