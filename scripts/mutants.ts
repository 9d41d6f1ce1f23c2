import { statSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";

/**
 * `npm run mutants [-- PART…]` changes the code in thousands of places and says which changes no test notices. A part is a folder, a file
 * or a file's lines (`FILE:5-9`); what was judged before and is the same is not judged again. See test/MUTANTS.md.
 */
const ALL = ["src/checks", "src/packs", "src/text", "src/fix.ts"];

const parts = process.argv.length > 2 ? process.argv.slice(2) : ALL;
const isFolder = (part: string): boolean => statSync(part, { throwIfNoEntry: false })?.isDirectory() === true;

// For the processes that run the tests, see test/mutants.
process.env.TSX_TSCONFIG_PATH = "test/mutants/tsconfig.json";
process.env.VOICECHECK_RUNS = "0.05";

const stryker = new Stryker({
  mutate: parts.map((part) => (isFolder(part) ? `${part}/**/*.ts` : part)),
  plugins: ["./test/mutants/runner.ts"],
  testRunner: "kept",
  testRunnerNodeArgs: ["--import", "tsx"],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "reports/mutants.json",
  concurrency: 1,
  timeoutMS: 10_000,
  // Stryker knows no TypeScript 7.
  tsconfigFile: "none",
  tempDirName: "reports/sandbox",
  ignorePatterns: ["bench", "coverage", "dist", "docs", "integrations", "reports"],
  reporters: ["clear-text"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
});
await stryker.runMutationTest();
