import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Suites that need more than Node and git, or a build: each has its own script. */
const config: ViteUserConfig = defineConfig({
  test: {
    setupFiles: ["test/runs.ts"],
    include: ["test/suites/*.suite.ts"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

export default config;
