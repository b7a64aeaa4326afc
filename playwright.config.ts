import process from "node:process";
import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // Films really play here: on a busy machine one journey may be late. A second failure is one; a flaky one is named.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.SITE_URL ?? "http://localhost:4100",
    locale: "en-US",
    // Requests that pass through a worker cannot be stood in for; the tests of being offline let it in.
    serviceWorkers: "block",
    // Recording takes time; where there is a second try, that one is recorded.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: ["--autoplay-policy=no-user-gesture-required", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
