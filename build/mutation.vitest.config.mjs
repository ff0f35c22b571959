import { defineConfig } from 'vitest/config';

// Mutation testing asks one question of the rules alone: would one of their own tests have noticed? Properties are tried on
// fewer cases than by `npm test`. Both can only make the answer worse.
export default defineConfig({
  test: { include: ['shared/domain/**/*.test.ts'], environment: 'node', env: { PROPERTY_RUNS: '25' } },
});
