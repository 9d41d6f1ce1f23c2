/**
 * `npm run bench`: ratios in one run (medians of paired runs), never absolute promises, beside those of `bench/results.md`, which
 * is then written anew. With `--short` it takes less than two minutes, compares all the same and writes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pack } from "../src/types.ts";
import { cpuHere, cpuOf, median, nodeAlone, pairedRatio } from "./measure.ts";
import { type Figure, ratiosIn, regressions, tableOf } from "./results.ts";
import { scale } from "./scale.ts";
import { hostileTexts, posts, random } from "./texts.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "bin/voicecheck.js");
const results = join(import.meta.dirname, "results.md");
const isShort = process.argv.includes("--short");
const RUNS = isShort ? 7 : 25;
// What people run is measured: the bundle, not the sources.
const built = join(root, "dist/index.js");
const { loadPack, parsePack, prepare }: typeof import("../src/index.ts") = await import(built);

const figures: Figure[] = [];

function show(figure: Figure): void {
  figures.push(figure);
  console.log(`${figure.what.padEnd(62)} ${figure.figure.padStart(12)}   target ${figure.target}`);
}

function coldStart(): void {
  const check = ["node", program, join(root, "fixtures/posts/launch.txt")];
  const ratio = pairedRatio(RUNS, () => cpuOf(check), nodeAlone);
  const what = "cold `voicecheck post.txt`, CPU in runs of `node -e 0`";
  show({ what, figure: `${ratio.toFixed(2)} ×`, target: "≤ 1.7 ×", ratio });
}

async function throughput(): Promise<void> {
  const lint = prepare(await loadPack("voicecheck:social"));
  await lint.load();
  const batch = posts(3_000);
  const speeds: number[] = [];
  const run = (): number => {
    const milliseconds = cpuHere(() => {
      for (const post of batch) lint(post);
    });
    speeds.push(batch.length / (milliseconds / 1000));
    return milliseconds;
  };
  run();
  const ratio = (pairedRatio(RUNS, run, nodeAlone) * 1000) / batch.length;
  const target = "≥ 20,000";
  show({ what: "posts a second on one core, built-in pack", figure: whole(median(speeds)), target });
  const what = "1,000 posts, CPU in runs of `node -e 0`";
  show({ what, figure: `${ratio.toFixed(2)} ×`, target: "none", ratio });
  if (isShort) return;
  for (const [name, text] of Object.entries(hostileTexts())) {
    const half = cpuHere(() => lint({ id: "h", text: text.slice(0, text.length / 2) }));
    const all = cpuHere(() => lint({ id: "h", text }));
    const growth = (all / half).toFixed(1);
    const figure = `${(all / 1000).toFixed(2)} s, × ${growth}`;
    show({ what: `1 MB of ${name}, and against half of it`, figure, target: "≤ 3 s, × 3" });
  }
}

/** Without s and e, so that no word looks like a plural. */
const LETTERS = "abcdfghijklmnopqrtuvwyz";

/** A pack of made-up two-word phrases. */
function generatedPack(entries: number): Pack {
  const next = random(entries);
  const word = (): string =>
    Array.from({ length: 7 }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join("");
  const terms = Array.from({ length: entries }, () => `      ${word()} ${word()} (n): ~`).join("\n");
  return parsePack(`voicecheck: 1\nname: bench\nrules:\n  corporate/made-up:\n    terms:\n${terms}\n`);
}

function packSize(): void {
  const batch = posts(3_000);
  const timed = (entries: number): (() => number) => {
    const lint = prepare(generatedPack(entries));
    const run = (): void => {
      for (const post of batch) lint(post);
    };
    run();
    return () => cpuHere(run);
  };
  const ratio = pairedRatio(RUNS, timed(50_000), timed(500));
  const what = "a post with 50,000 entries against one with 500";
  show({ what, figure: `${ratio.toFixed(2)} ×`, target: "≤ 1.3 ×", ratio });
}

function whole(number: number): string {
  return Math.round(number).toLocaleString("en");
}

const before = ratiosIn(existsSync(results) ? readFileSync(results, "utf8") : "");
coldStart();
await throughput();
if (!isShort) packSize();
scale(program, isShort ? 5_000 : 100_000, show);
const table = tableOf(figures, before);
console.log(`\n${table}`);
for (const { what } of regressions(figures, before))
  console.log(`worse than in bench/results.md by more than 15 %: ${what}`);
const INTRODUCTION = `# What \`npm run bench\` measured last

CPU, one core, Node ${process.version}, medians of paired runs. _ratio_ is what runs are compared by, less is better: runs of \`node -e 0\`,
one time against another, or megabytes; _before_ is the same in the run before this one. Figures without a ratio depend on the machine.
`;
if (!isShort) writeFileSync(results, `${INTRODUCTION}\n${table}`);
