/** `npm run bench`: ratios in one run (medians of paired runs), never absolute promises. */
import { join } from "node:path";
import type { Pack } from "../src/types.ts";
import { cpuHere, cpuOf, median, pairedRatio } from "./measure.ts";
import { scale } from "./scale.ts";
import { hostileTexts, posts, random } from "./texts.ts";

const root = join(import.meta.dirname, "..");
const built = join(root, "dist/index.js");
// What people run is measured: the bundle, not the sources.
const { loadPack, parsePack, prepare }: typeof import("../src/index.ts") = await import(built);
const RUNS = 15;

function show(what: string, figure: string, target: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}   target ${target}`);
}

function coldStart(): void {
  const check = ["node", join(root, "bin/voicecheck.js"), join(root, "fixtures/posts/launch.txt")];
  const ratio = pairedRatio(
    RUNS,
    () => cpuOf(check),
    () => cpuOf(["node", "-e", "0"]),
  );
  show("cold `voicecheck post.txt` against `node -e 0`, CPU", `${ratio.toFixed(2)} ×`, "≤ 1.7 ×");
}

async function throughput(): Promise<void> {
  const lint = prepare(await loadPack("voicecheck:social"));
  await lint.load();
  const batch = posts(10_000);
  const run = (): void => {
    for (const post of batch) lint(post);
  };
  run();
  const speeds = Array.from({ length: 5 }, () => batch.length / (cpuHere(run) / 1000));
  show(
    "posts a second on one core, built-in pack",
    Math.round(median(speeds)).toLocaleString("en"),
    "≥ 20,000",
  );
  for (const [name, text] of Object.entries(hostileTexts())) {
    const half = cpuHere(() => lint({ id: "h", text: text.slice(0, text.length / 2) }));
    const whole = cpuHere(() => lint({ id: "h", text }));
    show(
      `1 MB of ${name} (twice the text: × ${(whole / half).toFixed(1)})`,
      `${(whole / 1000).toFixed(2)} s`,
      "≤ 3 s",
    );
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
  show("time a post with 50,000 entries against 500", `${ratio.toFixed(2)} ×`, "≤ 1.3 ×");
}

coldStart();
await throughput();
packSize();
scale(join(root, "bin/voicecheck.js"), show);
