import { defineConfig } from 'vitest/config';

// Mutation testing asks one question of the rules alone: would a test have noticed? Properties are tried on fewer cases than
// by `npm test`, which can only make the answer worse.
export default defineConfig({
  test: { include: ['shared/**/*.test.ts'], environment: 'node', env: { PROPERTY_RUNS: '60' } },
});
