/** What `npm run bench` says of large files: a calendar of 100,000 rows, and a stream with one and with two threads. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { posts } from "./texts.ts";

const ROWS = 100_000;

/** How long a run took, in seconds of wall time, and its largest memory in megabytes. */
interface Ran {
  readonly seconds: number;
  readonly megabytes: number;
}

type Show = (what: string, figure: string, target: string) => void;

/** Runs the built program on generated files and shows what it took. */
export function scale(program: string, show: Show): void {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-bench-"));
  try {
    const sheet = join(folder, "calendar.csv");
    const lines = join(folder, "posts.ndjson");
    const texts = posts(ROWS).map(({ text }) => text);
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = texts.map((text, index) => `${index},2026-06-${10 + (index % 20)},x,Ana,${cell(text)}`);
    writeFileSync(sheet, `id,date,platform,author,text\n${rows.join("\n")}\n`);
    writeFileSync(lines, texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join(""));
    const calendar = runOf(program, [sheet, "-f", "summary"]);
    show(
      `rows a second, a calendar of ${ROWS.toLocaleString("en")} rows with places`,
      rate(calendar),
      "none",
    );
    show("  its largest memory", `${calendar.megabytes} MB`, "none");
    const one = runOf(program, [lines, "-f", "ndjson"]);
    const two = runOf(program, [lines, "-f", "ndjson", "--jobs", "2"]);
    show(`posts a second, a stream of ${ROWS.toLocaleString("en")}`, rate(one), "none");
    show("  its largest memory", `${one.megabytes} MB`, "≤ 200 MB");
    show("  --jobs 2, times as fast", `${(one.seconds / two.seconds).toFixed(2)} ×`, "none");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rate({ seconds }: Ran): string {
  return Math.round(ROWS / seconds).toLocaleString("en");
}

/** The program tells its own memory, since `time` is not everywhere. */
const TOLD = `process.on("exit", () => require("node:fs").writeSync(2, "\\nKB " + process.resourceUsage().maxRSS))`;

function runOf(program: string, args: readonly string[]): Ran {
  const code = `${TOLD}; process.argv.splice(1, 0, ${JSON.stringify(program)}); require(${JSON.stringify(program)})`;
  const start = process.hrtime.bigint();
  const { stderr } = spawnSync(process.execPath, ["-e", code, "--", ...args, "--no-config"], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const kilobytes = Number(/KB (\d+)/u.exec(stderr)?.[1] ?? Number.NaN);
  return { seconds, megabytes: Math.round(kilobytes / 1024) };
}
