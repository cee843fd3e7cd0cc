import { describe, expect, test } from 'vitest';
import { wakeLockHolder } from '../src/lib/wake-lock/wake-lock.ts';

function fakeScreen() {
  const sentinels: { released: boolean; release(): Promise<void> }[] = [];
  const listeners = new Set<() => void>();
  return {
    isInView: true,
    sentinels,
    listeners,
    get held() {
      return sentinels.filter(({ released }) => !released).length;
    },
    /** The browser takes the lock away when a page is covered. */
    async show(isInView: boolean) {
      this.isInView = isInView;
      if (!isInView) for (const sentinel of sentinels) sentinel.released = true;
      for (const listener of listeners) listener();
      await settled();
    },
    source() {
      return {
        request: async () => {
          const sentinel = {
            released: false,
            async release() {
              this.released = true;
            },
          };
          sentinels.push(sentinel);
          return sentinel as unknown as WakeLockSentinel;
        },
        isVisible: () => this.isInView,
        onVisibilityChange(listener: () => void) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('keeping the screen awake', () => {
  test('holds one lock, however often it is asked', async () => {
    const screen = fakeScreen();
    const holder = wakeLockHolder(screen.source());
    holder.hold();
    holder.hold();
    await settled();
    expect(screen.held).toBe(1);
  });

  test('asks again when the page comes back into view', async () => {
    const screen = fakeScreen();
    wakeLockHolder(screen.source()).hold();
    await settled();
    await screen.show(false);
    expect(screen.held).toBe(0);
    await screen.show(true);
    expect(screen.held).toBe(1);
  });

  test('lets go for good: also of a lock that arrives after letting go', async () => {
    const screen = fakeScreen();
    const holder = wakeLockHolder(screen.source());
    holder.hold();
    holder.release();
    await settled();
    expect(screen.held).toBe(0);
    expect(screen.listeners.size).toBe(0);
  });

  test('a browser that refuses or knows no lock does not stop the session', async () => {
    const screen = fakeScreen();
    const refusing = wakeLockHolder({ ...screen.source(), request: () => Promise.reject(new Error('low battery')) });
    const knowsNone = wakeLockHolder({ ...screen.source(), request: undefined });
    refusing.hold();
    knowsNone.hold();
    await settled();
    expect(screen.held).toBe(0);
  });
});
