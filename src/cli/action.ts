import { readFileSync } from "node:fs";
import { type Mistake, PackError, UsageError } from "../errors.ts";
import { createReport } from "../report.ts";
import { errorAnnotation, github } from "../reporters/github.ts";
import type { Problem } from "../types.ts";
import { reasonOf } from "./errors.ts";
import { complain } from "./failure.ts";
import type { Io } from "./io.ts";
import { perform } from "./main.ts";
import { fileStyle } from "./style.ts";

type Env = Io["env"];

/** Inputs that are flags of the same name. */
const FLAGS = ["config", "fail-on", "baseline"];
/** Inputs that name a file which a report is written to. */
const REPORTS = ["sarif", "html"];
/** Reports every post, also in a pull request. */
const ALL = "all";
/** Where the event says what a branch builds on: of a pull request, and of a merge queue. */
const BASES = [
  ["pull_request", "base", "sha"],
  ["merge_group", "base_sha"],
];
/** What is missing before this step, by the code of the error that it leads to. */
const HINTS: Readonly<Record<string, string>> = {
  "no-repository": "; put actions/checkout with fetch-depth: 0 before this step, or give since: all",
};

/**
 * The GitHub Action (action.yml): inputs come as environment variables, the event as a file. In a pull request only the posts that it
 * changes are reported. What keeps it from its work is annotated, too; the exit code is the command line's.
 */
export async function act(io: Io): Promise<number> {
  const there = { ...io, cwd: io.env.GITHUB_WORKSPACE || io.cwd };
  try {
    return await perform(argumentsFor(io.env), there);
  } catch (error) {
    const code = await complain(error, there);
    if (code === 2) await there.stdout.write(annotationsOf(error));
    return code;
  }
}

/** The command line that the inputs stand for. */
function argumentsFor(env: Env): readonly string[] {
  const since = input(env, "since") || baseOf(env) || ALL;
  const paths = pathsOf(input(env, "paths"));
  return [
    ...FLAGS.filter((name) => input(env, name) !== "").map((name) => `--${name}=${input(env, name)}`),
    ...(since === ALL ? [] : [`--since=${since}`]),
    "--format=github",
    ...REPORTS.filter((name) => input(env, name) !== "").map(
      (name) => `--format=${name}=${input(env, name)}`,
    ),
    "--",
    ...(paths.length === 0 && since === ALL ? ["."] : paths),
  ];
}

/** The runner hands an input over in a variable with its name in capitals; hyphens stay. */
function input(env: Env, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}

/** One to a line; on a single line with commas between them. */
function pathsOf(list: string): readonly string[] {
  return list
    .split(list.includes("\n") ? "\n" : ",")
    .map((path) => path.trim())
    .filter((path) => path !== "")
    .map((path) => (/^[\w-]+$/u.test(path) ? `./${path}` : path));
}

/** The commit that the change builds on; nothing for other events. Throws `UsageError` where the event can't be read. */
function baseOf({ GITHUB_EVENT_PATH: path }: Env): string | undefined {
  if (path === undefined || path === "") return undefined;
  const event = eventOf(path);
  const found = BASES.map((keys) => keys.reduce(memberOf, event)).find((sha) => typeof sha === "string");
  return typeof found === "string" ? found : undefined;
}

function eventOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is no JSON" : reasonOf(error);
    throw new UsageError(
      "bad-event",
      `the file of the event (GITHUB_EVENT_PATH), ${path}, ${why}, so what changed is not known; give since: a commit, or all`,
    );
  }
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** Mistakes of a pack where they stand; everything else without a place. */
function annotationsOf(error: unknown): string {
  if (error instanceof PackError) {
    const problems = error.mistakes.map(problemOf);
    return github.render(createReport([], problems), fileStyle({ quiet: false }));
  }
  const hint = error instanceof UsageError ? (HINTS[error.code] ?? "") : "";
  return errorAnnotation((error instanceof Error ? error.message : String(error)) + hint);
}

function problemOf({ file: source, line, column, code, message }: Mistake): Problem {
  return { source, line, column, code, message, level: "error" };
}
