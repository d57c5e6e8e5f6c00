import { defineConfig } from 'vitest/config';
import unitTests from '../../vitest.config.ts';

export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ['test/browser/**/*.test.ts'],
    exclude: [],
    // While one file waits for its browser, another goes on; with more than two they would starve each other (the unit tests
    // run at the same time in .ci/run).
    maxWorkers: 2,
    // Axe looks at every node of a page.
    testTimeout: 120_000,
  },
});
