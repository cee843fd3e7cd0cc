import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These begin first, so that none of them is left running alone at the end. */
const longest = ['looks.test.ts', 'five-poses.test.ts', 'looks-of-session.test.ts', 'figure-without.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    name: 'journeys',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['journeys/**/*.test.ts', '../apps/web/test/**/*.chromium.ts'],
    globalSetup: ['src/global-setup.ts'],
    environment: 'node',
    // A journey is mostly waiting for its page: two keep two cores busy.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // They keep nothing between two journeys but what is fetched with `inject`.
    isolate: false,
    testTimeout: 300_000,
    // A browser without a graphics card on a busy machine stumbles now and then; what is broken fails twice.
    retry: 1,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 40_000 } },
  },
});
