import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/**
 * `npm run mutants [-- --sample N] [PART…]` changes the code in thousands of places and says which changes no test notices. A part is a
 * folder, a file or a file's lines (`FILE:5-9`); what was judged before and is the same is not judged again. With `--sample` it takes
 * N stretches of the parts by chance, and says how far the score may be from that of all. See test/MUTANTS.md.
 */
const ALL = ["src/checks", "src/packs", "src/text", "src/fix.ts"];
/** Lines of a stretch. */
const STRETCH = 12;

const { values, positionals } = parseArgs({
  options: { sample: { type: "string" } },
  allowPositionals: true,
});
const files = (positionals.length > 0 ? positionals : ALL).flatMap(filesOf);

function filesOf(part: string): readonly string[] {
  if (statSync(part, { throwIfNoEntry: false })?.isDirectory() !== true) return [part];
  return readdirSync(part, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(part, name));
}

/** Some of all stretches, each as likely as any other. */
function sampleOf(count: number): string[] {
  const stretches = files.flatMap((file) => {
    const lines = readFileSync(file, "utf8").split("\n").length;
    return Array.from(
      { length: Math.ceil(lines / STRETCH) },
      (_, index) => `${file}:${index * STRETCH + 1}-${Math.min(lines, (index + 1) * STRETCH)}`,
    );
  });
  for (let index = 0; index < Math.min(count, stretches.length); index++) {
    const other = index + Math.floor(Math.random() * (stretches.length - index));
    [stretches[index], stretches[other]] = [stretches[other], stretches[index]];
  }
  return stretches.slice(0, count);
}

/** Where the share of all lies, 19 times of 20, when `hits` of `count` were found by chance (Wilson). */
function interval(hits: number, count: number): readonly [number, number] {
  const z = 1.96;
  const share = hits / count;
  const middle = share + (z * z) / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [(middle - reach) / scale, (middle + reach) / scale];
}

// For the processes that run the tests, see test/mutants.
process.env.TSX_TSCONFIG_PATH = "test/mutants/tsconfig.json";
process.env.VOICECHECK_RUNS = "0.05";

const stryker = new Stryker({
  mutate: values.sample === undefined ? [...files] : sampleOf(Number(values.sample)),
  plugins: ["./test/mutants/runner.ts"],
  testRunner: "kept",
  testRunnerNodeArgs: ["--import", "tsx"],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "reports/mutants.json",
  concurrency: 1,
  // A test file that is loaded again stays in memory.
  maxTestRunnerReuse: 1000,
  timeoutMS: 10_000,
  // Stryker knows no TypeScript 7.
  tsconfigFile: "none",
  tempDirName: "reports/sandbox",
  ignorePatterns: ["bench", "coverage", "dist", "docs", "integrations", "reports"],
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
});
const results = await stryker.runMutationTest();
const noticed = results.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const judged =
  noticed + results.filter(({ status }) => status === "Survived" || status === "NoCoverage").length;
const [low, high] = interval(noticed, judged).map((share) => (100 * share).toFixed(1));
process.stdout.write(`${noticed} of ${judged} noticed: ${((100 * noticed) / judged).toFixed(1)} %`);
process.stdout.write(
  values.sample === undefined ? "\n" : ` of a sample; ${low} to ${high} % of all, 19 times of 20\n`,
);
