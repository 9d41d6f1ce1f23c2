import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/runs.ts"],
    testTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/generated/**"],
      reporter: ["text-summary", "lcov"],
      // Branches lack what only runs in processes of its own: src/cli/{launch,process-io,stream-jobs,worker,workers}.ts.
      thresholds: { lines: 95, branches: 93 },
    },
  },
});

export default config;
