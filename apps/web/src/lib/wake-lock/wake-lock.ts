/** Keeps the screen awake while it is held; asks again when the page comes back into view. */
export interface WakeLockHolder {
  hold(): void;
  release(): void;
}

/** The part of the browser this needs; a browser without a wake lock hands in `request: undefined`. */
interface WakeLockSource {
  readonly request: (() => Promise<WakeLockSentinel>) | undefined;
  isVisible(): boolean;
  onVisibilityChange(listener: () => void): () => void;
}

/** @internal Apart from the browser's own lock below, only tests make one. */
export function wakeLockHolder(source: WakeLockSource): WakeLockHolder {
  let sentinel: WakeLockSentinel | undefined;
  let isWanted = false;
  let isAsking = false;
  let stopListening: (() => void) | undefined;

  async function ask(): Promise<void> {
    if (source.request === undefined || !isWanted || isAsking || !source.isVisible()) return;
    if (sentinel !== undefined && !sentinel.released) return;
    isAsking = true;
    try {
      sentinel = await source.request();
    } catch {
      // Low battery or no permission: the session goes on, the screen may dim.
      sentinel = undefined;
    } finally {
      isAsking = false;
    }
    if (!isWanted) letGo();
  }

  function letGo(): void {
    void sentinel?.release();
    sentinel = undefined;
  }

  return {
    hold() {
      isWanted = true;
      stopListening ??= source.onVisibilityChange(() => void ask());
      void ask();
    },
    release() {
      isWanted = false;
      stopListening?.();
      stopListening = undefined;
      letGo();
    },
  };
}

export function browserWakeLock(): WakeLockHolder {
  return wakeLockHolder({
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : undefined,
    isVisible: () => document.visibilityState === 'visible',
    onVisibilityChange(listener) {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  });
}
