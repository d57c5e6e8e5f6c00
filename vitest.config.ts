import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The build of graphql that Node takes, so that there is one copy of it in tests too.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: 'test/support/build.ts',
    sequence: { shuffle: true },
    // The files of a worker share what they import, which is more than a third of the time: a test must leave no module other
    // than it was, and replaces none (vi.mock); what it spies on, it restores.
    isolate: false,
    // Otherwise one core would be left idle, which is half of a machine with two.
    maxWorkers: '100%',
    // Fast machines and slow ones get the same answer; nothing here waits on a clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
