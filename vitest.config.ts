import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { shuffle: true },
    // Fast machines and slow ones get the same answer; nothing here waits on a clock.
    testTimeout: 60_000,
  },
});
