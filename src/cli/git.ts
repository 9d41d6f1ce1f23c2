import { execFileSync } from "node:child_process";
import { UsageError } from "../errors.ts";

/** A repository, asked through git itself. */
export interface Repository {
  /** The folder that holds the work tree: absolute, links followed. */
  readonly root: string;
  /** What git prints. Throws where it fails. */
  readonly ask: (args: readonly string[], input?: string) => Buffer;
  /** One line that git prints, nothing where it fails. */
  readonly tried: (args: readonly string[]) => string | undefined;
  /** The contents of blobs by their names; what isn't at hand is missing. */
  readonly blobs: (names: readonly string[]) => ReadonlyMap<string, Uint8Array>;
}

const MOST_BYTES = 1 << 30;
/** Messages that can be told apart, and no lock that a commit at the same time would wait for. */
const SETTINGS = { LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };

/** The repository that a folder is in. Throws `UsageError` where there is no git, or no work tree. */
export function openRepository(cwd: string): Repository {
  const root = rootOf(cwd);
  const ask: Repository["ask"] = (args, input) => git(root, args, input);
  const tried: Repository["tried"] = (args) => {
    try {
      return lineOf(ask(args));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      return undefined;
    }
  };
  const blobs: Repository["blobs"] = (names) => {
    const asked = [...new Set(names)];
    if (asked.length === 0) return new Map();
    return blobsIn(ask(["cat-file", "--batch"], asked.map((name) => `${name}\n`).join("")));
  };
  return { root, ask, tried, blobs };
}

function rootOf(cwd: string): string {
  try {
    return lineOf(git(cwd, ["rev-parse", "--show-toplevel"]));
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    if (error instanceof UsageError || said === "") throw error;
    if (said.includes("not a git repository"))
      throw new UsageError(
        "no-repository",
        "--staged and --since need a git repository, and this folder is in none",
      );
    // A repository of somebody else, or one without files: git says best what to do.
    throw new UsageError("git", `git gives no answer here: ${said.replace(/^fatal: /u, "")}`);
  }
}

function lineOf(output: Buffer): string {
  return output.toString().replace(/\r?\n$/u, "");
}

/** Reads what `cat-file --batch` prints: `NAME blob BYTES`, a line break, the bytes, a line break. */
function blobsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf("\n", at);
    const [name, kind, length] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (kind === "missing") continue;
    const size = Number(length);
    blobs.set(name, output.subarray(at, at + size));
    at += size + 1;
  }
  return blobs;
}

function git(cwd: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync("git", args, {
      cwd,
      input: input ?? "",
      env: { ...process.env, ...SETTINGS },
      maxBuffer: MOST_BYTES,
      stdio: ["pipe", "pipe", "pipe"],
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UsageError("no-git", "--staged and --since need git, and there is none");
    throw error;
  }
}
