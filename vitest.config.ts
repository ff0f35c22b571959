import { defineConfig } from 'vitest/config';

// Two projects: fast unit tests beside the code, and suites that cross folders or start processes.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,server}/**/*.test.{ts,tsx}', 'build/**/*.test.mjs'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{contract,integration}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: { provider: 'v8', include: ['shared/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
});
