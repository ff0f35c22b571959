import { defineConfig } from '@playwright/test';

// Run by an ordinary user who may write nothing in the checkout.
export default defineConfig({
  testDir: '.',
  testMatch: '*.suite.ts',
  outputDir:
    process.env['HOME'] === undefined ? '../../../out/test-results/security' : `${process.env['HOME']}/results`,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: true,
});
