import { defineConfig } from 'vitest/config'

/** Suites of their own, which `unit` leaves out. */
const FAULTS = 'test/faults/**/*.test.ts'
const BROWSER = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    // Real servers, password hashing and trained models on a busy machine of two cores.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [FAULTS, BROWSER] } },
      { extends: true, test: { name: 'faults', include: [FAULTS], testTimeout: 300_000 } },
      { extends: true, test: { name: 'browser', include: [BROWSER], testTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
