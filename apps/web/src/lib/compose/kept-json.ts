/** The part of `localStorage` this needs. Reading or writing may throw when storage is shut. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** One JSON document in `localStorage`. What is read back is checked by whoever asked to keep it. */
export interface KeptJson {
  /** Undefined when nothing readable lies there. */
  load(): unknown;
  /** `false` when the device keeps nothing: it holds until the page is closed. */
  save(document: unknown): boolean;
}

export function keptJson(key: string, storage: () => TextStorage): KeptJson {
  return {
    load() {
      try {
        return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },
    save(document) {
      try {
        storage().setItem(key, JSON.stringify(document));
        return true;
      } catch {
        return false;
      }
    },
  };
}
