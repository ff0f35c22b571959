import { defineConfig } from 'vitest/config';

// Mutation testing asks one question of the rules alone: would a test have noticed?
export default defineConfig({ test: { include: ['shared/**/*.test.ts'], environment: 'node' } });
