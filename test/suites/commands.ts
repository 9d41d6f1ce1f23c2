import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Ran, root, run } from "./shell.ts";

/** A command line, what is piped in, and the files that it writes. */
export interface Command {
  readonly args: readonly string[];
  readonly input?: string;
  readonly writes?: readonly string[];
}

/** What a command came to, with what it wrote: the same wherever it runs. */
export interface Outcome extends Ran {
  readonly written: Readonly<Record<string, string>>;
}

const FORMATS = [
  "json",
  "github",
  "sarif",
  "gitlab",
  "junit",
  "checkstyle",
  "rdjsonl",
  "markdown",
  "html",
  "csv",
];
const REPORTS = FORMATS.map((format) => `report.${format}`);
const LINES = Array.from({ length: 200 }, (_, index) =>
  JSON.stringify(index % 3 === 0 ? { id: index, text: "We leverage it 🥐" } : `Rye at ${index}`),
).join("\n");
const PACK = `voicecheck: 1
name: acme
extends: [voicecheck:social, ./brand.yaml]
files: { "posts/*.csv": { speaker: brand } }
rules:
  acme/passive: { level: info, retext: { plugin: retext-passive } }
  acme/shout: { limit: { count: exclamations, max: 1 } }
`;
const BRAND = `voicecheck: 1
name: brand
rules:
  brand/words:
    terms: { loaf of bread (n): loaf }
    examples:
      bad: ["Two [[loaves of bread]] left", "A [[loaf of bread]], please"]
      good: [A loaf, and bread., Bread of the day]
`;

/** Every command that needs no program beside it, in a folder of `workspace`; those that write files last. */
export const commands: readonly Command[] = [
  { args: ["posts"] },
  {
    args: ["posts", ...FORMATS.map((format) => `--format=${format}=report.${format}`), "-f", "concise"],
    writes: REPORTS,
  },
  { args: ["-", "-f", "ndjson", "--jobs", "2"], input: LINES },
  { args: ["--text", "We leverage it.", "--explain-score", "--platform", "x"] },
  { args: ["posts", "--diff"] },
  { args: ["posts", "--no-config", "--all", "--scores", "--only", "corporate"] },
  { args: ["--print-config", "posts/launch.txt"] },
  { args: ["explain", "corporate/jargon/leverage"] },
  { args: ["rules"] },
  { args: ["doctor", "posts/calendar.csv"] },
  { args: ["waivers", "posts"] },
  { args: ["pack", "test"] },
  { args: ["pack", "diff", "brand.yaml", "voicecheck.yaml", "posts"] },
  { args: ["completion", "bash"] },
  { args: ["init", "--yes", "--with", "hook", "action", "editor"] },
  { args: ["--help"] },
  { args: ["posts", "--baseline", "known.ndjson", "--update-baseline"], writes: ["known.ndjson"] },
  { args: ["posts/launch.txt", "--fix", "-f", "summary"], writes: ["posts/launch.txt"] },
];

/** Fills a folder with what the commands work on. */
export function workspace(folder: string): string {
  mkdirSync(join(folder, "posts"), { recursive: true });
  const posts = join(root, "fixtures/posts");
  for (const name of readdirSync(posts)) copyFileSync(join(posts, name), join(folder, "posts", name));
  writeFileSync(join(folder, "voicecheck.yaml"), PACK);
  writeFileSync(join(folder, "brand.yaml"), BRAND);
  return folder;
}

/** Runs a command in a workspace. What differs from run to run (time, version of Node, caches) is left out. */
export function outcomeOf(
  { args, input, writes = [] }: Command,
  program: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const [file, ...before] = program;
  const home = { XDG_CACHE_HOME: join(cwd, ".cache"), HOME: cwd };
  const { code, stdout, stderr } = run(file, [...before, ...args], { cwd, input, env: { ...home, ...env } });
  const written = writes.map((name) => [name, readFileSync(join(cwd, name), "utf8")]);
  return {
    code,
    stdout: steady(stdout, cwd),
    stderr: steady(stderr, cwd),
    written: Object.fromEntries(written),
  };
}

function steady(text: string, cwd: string): string {
  return text
    .replaceAll(cwd, "<folder>")
    .replace(/\d+ ms\b/gu, "<time>")
    .replace(/\b(?:v|Node )\d+\.\d+\.\d+\b/gu, "<node>");
}
