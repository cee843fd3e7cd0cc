/** Keeps the answers to the checklist. What is read back is checked by whoever asked to keep it. Each may throw when storage is shut. */
export interface SafetyStore {
  save(document: unknown): void;
  /** `undefined` when nothing has been answered. Text that is no JSON is given as it is. */
  load(): unknown;
  /** Puts what lies in the place of the answers aside, so that nothing is lost when others take their place. */
  setAside(): void;
}

/** @internal The name that the answers lie under. */
export const SAFETY_KEY = 'sacra.safety';
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
  };
}

/** Whether the checklist was ever answered here. Where a browser doesn't tell, it may have been. */
export function mayHoldAnswers(storage: () => TextStorage): boolean {
  try {
    return storage().getItem(SAFETY_KEY) !== null;
  } catch {
    return true;
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
