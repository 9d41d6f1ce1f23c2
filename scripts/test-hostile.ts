/**
 * Checks files that parsers stumble over through the built command line: no crash, at most three times the CPU time for twice the
 * size, memory bounded. `npx tsx scripts/test-hostile.ts [bytes of the larger file] [kinds, by commas]`
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HostileFile, hostileFiles, textIn } from "../fixtures/hostile/files.ts";
import { hostileUnits } from "../fixtures/hostile/texts.ts";

const size = Number(process.argv[2] ?? 1_000_000);
const kinds = process.argv[3]?.split(",") ?? ["files", "many", "txt", "md"];
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "voicecheck-"));

/** CPU milliseconds above an empty run that are too short to be compared. */
const NOISE = 150;
const MOST_RATIO = 3;
/** In megabytes: what Node takes on a machine of four gigabytes. A file of 150,000 posts, the most that are read, has to fit with all that is found in them. */
const MOST_MEMORY = 2_000;
const LONGEST = "600";

interface Cost {
  readonly code: number | null;
  readonly cpu: number;
  readonly memory: number;
  readonly stderr: string;
}

/** Runs the command line under a limit of CPU seconds. */
function costOf(argv: readonly string[]): Cost {
  const usage = join(root, "fixtures", "hostile", "usage.cjs");
  const command = [process.execPath, "--require", usage, join(root, "bin", "voicecheck.js"), ...argv];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: "", XDG_CACHE_HOME: join(folder, ".cache") };
  const { status, stderr, output } = spawnSync(
    "bash",
    ["-c", `ulimit -t ${LONGEST}; exec "$@"`, "bash", ...command],
    { cwd: folder, env, stdio: ["ignore", "ignore", "pipe", "pipe"], maxBuffer: 1 << 29 },
  );
  const told = output[3]?.toString() ?? "";
  const { cpu, memory } = told === "" ? { cpu: Number.NaN, memory: Number.NaN } : JSON.parse(told);
  return { code: status, cpu, memory, stderr: stderr.toString() };
}

let failures = 0;

function judge(name: string, small: Cost, large: Cost, idle: number): void {
  const [first, second] = [small.cpu - idle, large.cpu - idle];
  const ratio = second / Math.max(first, NOISE);
  const faults = [
    ...(large.code === null || large.code > 2 ? [`ended with ${large.code}`] : []),
    ...(large.stderr.includes("mistake in voicecheck") ? ["crashed"] : []),
    ...(ratio <= MOST_RATIO ? [] : [`${ratio.toFixed(1)} times as long for twice the size`]),
    ...(large.memory <= MOST_MEMORY ? [] : ["too much memory"]),
  ];
  failures += faults.length;
  const figures = `${(second / 1000).toFixed(2)} s, ratio ${ratio.toFixed(1)}, ${Math.round(large.memory)} MB, exit ${large.code}`;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}: ${figures} ${faults.join("; ")}`);
}

function measure({ name, extension, write }: HostileFile, idle: number): void {
  const [small, large] = [size / 2, size].map((bytes) => {
    writeFileSync(join(folder, `post.${extension}`), write(bytes));
    return costOf(["-f", "json", `post.${extension}`]);
  });
  judge(`${extension}, ${name}`, small, large, idle);
}

/** So many files, and so many findings. */
function measureMany(idle: number): void {
  const [few, many] = [5_000, 10_000].map((count) => {
    mkdirSync(join(folder, `files-${count}`));
    for (let n = 0; n < count; n++) writeFileSync(join(folder, `files-${count}`, `${n}.txt`), "Act now");
    return costOf(["-f", "concise", `files-${count}`]);
  });
  judge("10,000 files", few, many, idle);
  for (const format of ["json", "pretty", "sarif", "html"]) {
    const [half, all] = [50_000, 100_000].map((count) => {
      writeFileSync(join(folder, "flags.txt"), "We leverage synergies.\n".repeat(count / 2));
      return costOf(["-f", format, "flags.txt"]);
    });
    judge(`100,000 findings as ${format}`, half, all, idle);
  }
  writeFileSync(
    join(folder, "cell.csv"),
    `text\nRye\n"${"bread and soup ".repeat(50_000_000 / 15)}"\nAct now\n`,
  );
  const cell = costOf(["-f", "concise", "cell.csv"]);
  judge("a cell of 50 MB", cell, cell, idle);
  if (cell.code !== 2) failures++;
}

try {
  writeFileSync(join(folder, "post.txt"), "Rye");
  costOf(["post.txt"]);
  const idle = costOf(["post.txt"]).cpu;
  if (kinds.includes("files")) for (const file of hostileFiles) measure(file, idle);
  if (kinds.includes("many")) measureMany(idle);
  for (const extension of kinds) {
    if (extension === "files" || extension === "many") continue;
    for (const [name, unit] of Object.entries(hostileUnits))
      measure({ name, extension, write: (bytes) => textIn(extension, unit, bytes) }, idle);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) {
  console.error(`${failures} too slow, too large or broken`);
  process.exitCode = 1;
}
