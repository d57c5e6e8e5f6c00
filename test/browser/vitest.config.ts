import { defineConfig } from 'vitest/config';
import unitTests from '../../vitest.config.ts';

export default defineConfig({
  ...unitTests,
  test: {
    ...unitTests.test,
    include: ['test/browser/**/*.test.ts'],
    exclude: [],
    // Each file has a server and a browser of its own, which need a core too.
    maxWorkers: '50%',
    // Axe looks at every node of a page, four times over.
    testTimeout: 120_000,
  },
});
