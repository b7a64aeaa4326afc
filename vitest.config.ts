import path from "node:path";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const NO_STRAY_ERRORS = "./tests/fixtures/fail-on-console-error.ts";

type Options = { setupFiles?: string[]; testTimeout?: number; isOneByOne?: boolean };

function project(name: string, { isOneByOne = false, testTimeout = 30_000, ...options }: Options = {}) {
  return {
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      fileParallelism: !isOneByOne,
      testTimeout,
      // What is waited for comes in milliseconds on a quiet machine; a busy one is no failure.
      expect: { poll: { timeout: 10_000 } },
      hookTimeout: Math.max(testTimeout, 60_000),
      ...options,
    },
  } satisfies TestProjectConfiguration;
}

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      // Outside Next.js the marker for server files would throw on import.
      "server-only": path.join(import.meta.dirname, "node_modules", "server-only", "empty.js"),
    },
  },
  test: {
    environment: "node",
    restoreMocks: true,
    unstubEnvs: true,
    // Programs that such tests start use one core each, or nearly so.
    maxConcurrency: 2,
    projects: [
      project("unit", { setupFiles: [NO_STRAY_ERRORS], testTimeout: 15_000 }),
      project("database"),
      project("conformance", { isOneByOne: true }),
      project("api", { setupFiles: [NO_STRAY_ERRORS], isOneByOne: true, testTimeout: 60_000 }),
      project("faults", { setupFiles: [NO_STRAY_ERRORS], isOneByOne: true, testTimeout: 120_000 }),
      project("start", { isOneByOne: true, testTimeout: 900_000 }),
    ],
  },
});
