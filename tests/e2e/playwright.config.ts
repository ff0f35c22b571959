import { defineConfig } from '@playwright/test';

// Each test has a real app, a real server and folders of its own; two cores carry one app at a time well.
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  // The unpacked package is exercised on Linux only.
  testIgnore: process.platform === 'linux' ? [] : ['packaged.e2e.ts'],
  outputDir: '../../out/test-results/e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  forbidOnly: true,
});
