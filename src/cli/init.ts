import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { UsageError } from "../errors.ts";
import { type Habits, habitsOf, LEAST_POSTS } from "../habits.ts";
import { counted } from "../reporters/counts.ts";
import { harmless } from "../reporters/harmless.ts";
import type { Post, Problem } from "../types.ts";
import { CONFIG_NAMES } from "./config.ts";
import { extras, writeExtra } from "./init-extras.ts";
import { type Answers, packText } from "./init-pack.ts";
import type { Io } from "./io.ts";
import { knownOfFile, prepareLints } from "./lints.ts";
import type { Options } from "./options.ts";
import { problemLines } from "./output.ts";
import { readPosts } from "./read.ts";
import { findTargets } from "./targets.ts";
import { writeFileSafely } from "./write-file.ts";

/** What `init` was asked for. */
export interface InitRequest {
  /** Asks nothing. */
  readonly yes: boolean;
  /** Files and folders of posts that show what is usual. */
  readonly from: readonly string[];
  /** Names of extras. */
  readonly extras: readonly string[];
  readonly options: Options;
}

/**
 * `voicecheck init`: writes a voicecheck.yaml to begin with, after some questions. Throws `UsageError` where one is there, or where
 * nobody can be asked. 130 where the questions were ended.
 */
export async function init(request: InitRequest, io: Io): Promise<0 | 130> {
  const there = CONFIG_NAMES.find((name) => existsSync(join(io.cwd, name)));
  if (there !== undefined)
    throw new UsageError(
      "config-there",
      `${there} is there already, and init overwrites nothing; edit it, or move it away`,
    );
  const habits = request.from.length === 0 ? undefined : await habitsFrom(request, io);
  const proposed: Answers = {
    ...{ name: nameOf(io.cwd), platforms: habits?.platforms ?? [], level: "general" },
    ...{ markets: [], sponsors: [], habits },
  };
  const answered = request.yes ? { answers: proposed, extras: request.extras } : await ask(proposed, io);
  if (answered === undefined) return 130;
  writeFileSafely(join(io.cwd, CONFIG_NAMES[0]), packText(answered.answers));
  const done = [`wrote ${CONFIG_NAMES[0]}`];
  for (const extra of extras)
    if ([...answered.extras, ...request.extras].includes(extra.name)) done.push(writeExtra(extra, io.cwd));
  done.push("next: voicecheck posts/   ·   voicecheck doctor   ·   voicecheck explain corporate/jargon");
  await io.stdout.write(`${done.join("\n")}\n`);
  return 0;
}

/** Asks where somebody sits in front of it. */
async function ask(
  proposed: Answers,
  io: Io,
): Promise<{ readonly answers: Answers; readonly extras: readonly string[] } | undefined> {
  if (!io.isInteractive())
    throw new UsageError(
      "no-terminal",
      "init asks questions, and there is no terminal to ask on; write voicecheck init --yes",
    );
  const { askAll } = await import("./init-questions.ts");
  return askAll(proposed);
}

async function habitsFrom({ from, options }: InitRequest, io: Io): Promise<Habits | undefined> {
  const targets = await findTargets(from, options, io);
  const lintFor = await prepareLints(targets.list, { ...options, config: false }, io);
  const problems: Problem[] = [...targets.problems];
  const posts: Post[] = [];
  for (const target of targets.list) {
    const known = knownOfFile(lintFor(target), target, options);
    posts.push(
      ...(await readPosts(target, {
        ...{ onProblem: (problem) => void problems.push(problem), known, facts: options.facts, io },
      })),
    );
  }
  const errors = problems.filter(({ level }) => level === "error");
  if (errors.length > 0) throw new UsageError("unreadable", problemLines(errors).trimEnd());
  const habits = habitsOf(posts);
  if (habits === undefined)
    await io.stderr.write(
      `${counted(posts.length, "post")} ${posts.length === 1 ? "shows" : "show"} no habit yet; with ${LEAST_POSTS} or more, limits would be proposed\n`,
    );
  return habits;
}

/** The name in package.json, else the folder's. */
function nameOf(folder: string): string {
  const words = packageName(folder) ?? basename(folder);
  const clean = harmless(words.replace(/^@[^/]*\//u, ""))
    .replace(/[-_.]+/gu, " ")
    .trim();
  return clean === "" ? "Our company" : clean[0].toUpperCase() + clean.slice(1);
}

function packageName(folder: string): string | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (typeof read !== "object" || read === null || !("name" in read)) return undefined;
    return typeof read.name === "string" ? read.name : undefined;
  } catch {
    return undefined;
  }
}
