/** Runs the commands that pages show, voicecheck in this process. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io, Sink } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { type Call, readCommand } from "./shell-words.ts";

/** What a command line came to. */
export interface Ran {
  /** What a terminal shows: both outputs, in order. */
  readonly output: string;
  readonly code: number;
}

/** A command and what a page shows of its output; nothing where it shows none. */
export interface Shown {
  readonly command: string;
  readonly output: string;
}

/** The commands of a block of a page: lines that begin with `$ `, or all lines where none does. */
export function commandsOf(block: string): readonly Shown[] {
  const lines = block.replaceAll(/ \\\n\s*/gu, " ").split("\n");
  if (!lines.some((line) => line.startsWith("$ ")))
    return lines
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map((command) => ({ command, output: "" }));
  const shown: { command: string; output: string }[] = [];
  for (const line of lines) {
    if (line.startsWith("$ ")) shown.push({ command: line.slice(2), output: "" });
    else if (shown.length > 0) shown[shown.length - 1].output += `${line}\n`;
  }
  return shown;
}

/** How voicecheck is called. */
const NAMES = /^(?:(?:npx (?:--yes )?)?voicecheck|node (?:\S*\/)?bin\/voicecheck\.js)(?: |$)/u;

/** The arguments of a call of voicecheck; nothing where it calls something else. */
export function argumentsOf({ words }: Call): readonly string[] | undefined {
  const name = NAMES.exec(words.join(" "))?.[0].trim();
  return name === undefined ? undefined : words.slice(name.split(" ").length);
}

/** The day on which all commands run, so that pages stay as they are. */
const TODAY = "2026-06-01";

/** Milliseconds from one look at the clock to the next: no run tells its own time. */
const TICK = 20;

/** A shell in a folder: `voicecheck`, `git`, `cat` and `echo`, pipes, `<`, `>` and `&&`. */
export class Console {
  readonly #cwd: string;
  readonly #idle: readonly string[];
  #code = 0;

  /** What begins with a text of `idle` does nothing here. */
  constructor(cwd: string, idle: readonly string[] = []) {
    this.#cwd = cwd;
    this.#idle = idle;
  }

  /** Throws where a command is none that it knows. */
  async run(line: string): Promise<Ran> {
    let output = "";
    for (const calls of readCommand(line)) {
      let piped: string | undefined;
      for (const [index, call] of calls.entries()) {
        const isLast = index === calls.length - 1;
        const ran = await this.#call(call, piped);
        piped = ran.stdout;
        this.#code = ran.code;
        if (call.to !== undefined) writeFileSync(join(this.#cwd, call.to), ran.stdout);
        output += isLast && call.to === undefined ? ran.output : ran.stderr;
      }
      if (this.#code !== 0) break;
    }
    return { output, code: this.#code };
  }

  async #call(call: Call, piped: string | undefined): Promise<Written> {
    const input = call.from === undefined ? piped : readFileSync(join(this.#cwd, call.from), "utf8");
    const args = argumentsOf(call);
    if (args !== undefined) return runHere(args, this.#cwd, input);
    const line = `${call.words.join(" ")} `;
    if (this.#idle.some((words) => line.startsWith(`${words} `))) return written("");
    const [name, ...rest] = call.words;
    if (name === "cat")
      return written(rest.map((file) => readFileSync(join(this.#cwd, file), "utf8")).join(""));
    if (name === "echo") return written(`${rest.join(" ").replaceAll("$?", String(this.#code))}\n`);
    if (name === "git") return written(git(rest, this.#cwd));
    throw new Error(`no such command here: ${line}`);
  }
}

interface Written {
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly code: number;
}

function written(stdout: string): Written {
  return { stdout, stderr: "", output: stdout, code: 0 };
}

const GIT_WORLD = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ana",
  GIT_AUTHOR_EMAIL: "ana@example.com",
  GIT_COMMITTER_NAME: "Ana",
  GIT_COMMITTER_EMAIL: "ana@example.com",
};

function git(args: readonly string[], cwd: string): string {
  return execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, ...GIT_WORLD },
  });
}

async function runHere(args: readonly string[], cwd: string, input: string | undefined): Promise<Written> {
  const told = { stdout: "", stderr: "", output: "" };
  const sink = (name: "stdout" | "stderr"): Sink => ({
    write: async (text) => {
      told[name] += text;
      told.output += text;
    },
    isGone: () => false,
    hasColors: () => false,
    width: Number.POSITIVE_INFINITY,
  });
  async function* chunks(): AsyncIterable<Uint8Array> {
    if (input !== undefined) yield new TextEncoder().encode(input);
  }
  let now = 0;
  const io: Io = {
    env: { HOME: cwd },
    cwd,
    stdin: { isPiped: () => input !== undefined, chunks },
    isInteractive: () => false,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    clock: () => {
      now += TICK;
      return now;
    },
    today: () => TODAY,
    signal: new AbortController().signal,
  };
  const code = await main(args, io);
  return { ...told, code };
}
