/** What `npm run bench` says of large files: a calendar, and streams of NDJSON with one and with two threads. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeAlone } from "./measure.ts";
import type { Figure } from "./results.ts";
import { posts } from "./texts.ts";

/** What a run took: seconds of wall time, CPU milliseconds of all its threads, its largest memory in megabytes. */
interface Ran {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** How many times as long the longer stream is, in which memory must stay flat. */
const LONGER = 4;

/** Runs the built program on generated files of so many rows and shows what it took. */
export function scale(program: string, rows: number, show: (figure: Figure) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-bench-"));
  try {
    const [sheet, lines, longer] = writeFiles(folder, rows);
    const count = rows.toLocaleString("en");
    const calendar = runOf(program, [sheet, "-f", "summary"]);
    showSpeed(`a calendar of ${count} rows with places`, calendar, rows, show);
    showMemory(`a calendar of ${count} rows, largest memory`, calendar, "none", show);
    const one = runOf(program, [lines, "-f", "ndjson"]);
    showSpeed(`a stream of ${count} posts`, one, rows, show);
    showMemory(`a stream of ${count} posts, largest memory`, one, "≤ 200 MB", show);
    const four = runOf(program, [longer, "-f", "ndjson"]);
    showMemory(`the same ${LONGER} times over, largest memory`, four, "no more", show);
    const two = runOf(program, [lines, "-f", "ndjson", "--jobs", "2"]);
    const figure = `${(one.seconds / two.seconds).toFixed(2)} ×`;
    show({ what: `a stream of ${count} posts with --jobs 2, times as fast`, figure, target: "none" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sheet, a stream, and one that holds the stream several times. */
function writeFiles(folder: string, rows: number): readonly [string, string, string] {
  const [sheet, lines, longer] = ["calendar.csv", "posts.ndjson", "longer.ndjson"].map((name) =>
    join(folder, name),
  );
  const texts = posts(rows).map(({ text }) => text);
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const cells = texts.map((text, index) => `${index},2026-06-${10 + (index % 20)},x,Ana,${cell(text)}`);
  writeFileSync(sheet, `id,date,platform,author,text\n${cells.join("\n")}\n`);
  const stream = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
  writeFileSync(lines, stream);
  writeFileSync(longer, stream.repeat(LONGER));
  return [sheet, lines, longer];
}

function showSpeed(what: string, { cpu }: Ran, rows: number, show: (figure: Figure) => void): void {
  const figure = `${Math.round(rows / (cpu / 1000)).toLocaleString("en")} a second`;
  show({ what, figure, target: "none", ratio: (cpu / nodeAlone() / rows) * 1000 });
}

function showMemory(what: string, { megabytes }: Ran, target: string, show: (figure: Figure) => void): void {
  show({ what, figure: `${megabytes} MB`, target, ratio: megabytes });
}

/** The program tells what it took by itself, since `time` is not everywhere. */
const TOLD = `process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(2, "\\nTOOK " + JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
})`;

function runOf(program: string, args: readonly string[]): Ran {
  const code = `${TOLD}; process.argv.splice(1, 0, ${JSON.stringify(program)}); require(${JSON.stringify(program)})`;
  const start = process.hrtime.bigint();
  const { stderr } = spawnSync(process.execPath, ["-e", code, "--", ...args, "--no-config"], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const told = /\nTOOK \[(\d+),(\d+)\]/u.exec(stderr);
  if (told === null) throw new Error(`voicecheck did not end as it should: ${stderr.slice(-500)}`);
  return { seconds, cpu: Number(told[2]) / 1000, megabytes: Math.round(Number(told[1]) / 1024) };
}
