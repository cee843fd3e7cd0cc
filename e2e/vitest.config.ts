import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['src/global-setup.ts'],
    environment: 'node',
    // One Chromium at a time: on a small machine two would slow each other down, and the clock with them.
    fileParallelism: false,
    testTimeout: 300_000,
    // A browser without a graphics card on a busy machine stumbles now and then; what is broken fails twice.
    retry: 1,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 40_000 } },
  },
});
