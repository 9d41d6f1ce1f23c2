/** Goes through a page as a reader would: writes the files that it shows, and runs its commands. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Console, commandsOf } from "./console.ts";
import { type Block, type Page, root } from "./pages.ts";

/** What pages show that can't be run here, and what it needs. */
export const IDLE: Readonly<Record<string, string>> = {
  npm: "the network, or a run of the tests themselves",
  cd: "each page has one folder",
  "git clone": "the network",
  "spark-submit": "Spark: npm run test:spark",
  "pre-commit": "pre-commit: npm run test:precommit",
  reviewdog: "reviewdog",
};

/** A command of a page, what the page shows of its output, and what it came to. */
export interface RunCommand {
  readonly block: Block;
  readonly command: string;
  readonly shown: string;
  readonly output: string;
  readonly code: number;
}

/** The name that a block's first line gives it: `# voicecheck.yaml`. */
const NAMED = /^# ([\w./-]+\.\w+)$/u;
const SHOWS_FILE = /^cat ([^|<>]+)$/u;

/** Puts posts as pages speak of them into an empty folder. */
export function furnish(folder: string): void {
  cpSync(join(root, "fixtures/posts"), join(folder, "fixtures/posts"), { recursive: true });
  cpSync(join(root, "fixtures/docs/site"), folder, { recursive: true });
}

/** Runs the commands of a page in a furnished folder, from top to bottom. What a page shows of a file (`cat FILE`) is that file. */
export async function runPage({ blocks }: Page, folder: string): Promise<readonly RunCommand[]> {
  const ran: RunCommand[] = [];
  const console = new Console(folder, Object.keys(IDLE));
  for (const block of blocks) {
    if (block.lang === "yaml") writeNamed(block, folder);
    if (!isShell(block)) continue;
    for (const { command, output: shown } of commandsOf(block.value)) {
      const [, file] = SHOWS_FILE.exec(command) ?? [];
      if (file === undefined) ran.push({ block, command, shown, ...(await console.run(command)) });
      else write(join(folder, file), `${shown.trimEnd()}\n`);
    }
  }
  return ran;
}

/** Whether a block holds commands. */
export function isShell({ lang }: Block): boolean {
  return lang === "console" || lang === "sh";
}

function writeNamed({ value }: Block, folder: string): void {
  const name = NAMED.exec(value.split("\n", 1)[0])?.[1];
  if (name !== undefined) write(join(folder, name), `${value}\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Whether a page shows what a command put out; the time that a run took counts for nothing. */
export function isAsShown({ shown, output }: Pick<RunCommand, "shown" | "output">): boolean {
  const parts = plain(shown)
    .split(/^…$/mu)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  // A line with nothing but `…` stands for any lines.
  return new RegExp(`^${parts.join(".*")}$`, "su").test(plain(output));
}

function plain(output: string): string {
  return output
    .replaceAll(/ · [\d.]+ m?s$/gmu, " · 0 ms")
    .replaceAll(/[^\S\n]+$/gmu, "")
    .trim();
}
