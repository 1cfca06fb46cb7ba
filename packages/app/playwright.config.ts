import { defineConfig } from '@playwright/test';

/**
 * Runs against a portal that is already there, over the demo fleet: PORTAL_URL is where it listens, FLEET_CONTROL_URL where the
 * demo fleet is steered. No browser is downloaded: CHROMIUM_PATH says where one is.
 */
export default defineConfig({
  testDir: './e2e-tests',
  outputDir: '../../node_modules/.cache/e2e-test-results',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // Stories wait most of their time, for polls and for what the demo's controllers do.
  workers: 4,
  // All share one fleet. What counts its clusters and silences its hub has it for itself; the longest of the others begin first.
  projects: [
    { name: 'fleet', testMatch: 'fleet.test.ts' },
    {
      name: 'stories',
      testMatch: ['claims.test.ts', 'drift.test.ts', 'promotion.test.ts'],
      dependencies: ['fleet'],
    },
    {
      name: 'screens',
      testMatch: [
        'accessibility.test.ts',
        'policy.test.ts',
        'proposals.test.ts',
      ],
      dependencies: ['fleet'],
    },
  ],
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.PORTAL_URL ?? 'http://localhost:7007',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
      ],
    },
  },
});
