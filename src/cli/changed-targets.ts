import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { type ChangedFile, filesSince, stagedFiles } from "./git.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import type { Target, Targets } from "./targets.ts";
import { mayHoldPosts } from "./walk.ts";

/** The files that changed, of those that the command line names; without a path those of the whole repository. Throws `UsageError`. */
export function changedTargets(paths: readonly string[], options: Options, io: Io): Targets {
  if (options.text !== undefined || paths.includes("-"))
    throw new UsageError("changed-text", "--staged and --since look at files; leave out --text and -");
  const files = options.staged === true ? stagedFiles(io.cwd) : filesSince(options.since ?? "HEAD", io.cwd);
  const asked = paths.map((path) => resolve(io.cwd, path));
  const problems = paths.flatMap((source, index) => {
    if (existsSync(asked[index]) || files.some(({ path }) => isUnder(path, asked[index]))) return [];
    return [
      { source, code: "missing-path", message: "there is no such file or folder", level: "error" as const },
    ];
  });
  const list = files.filter((file) => isAsked(file, asked)).map((file) => targetOf(file, io.cwd));
  return { list, folders: [], problems };
}

/** A file that is named is always read; of others those that may hold posts. */
function isAsked({ path, name, after }: ChangedFile, asked: readonly string[]): boolean {
  if (asked.includes(path)) return true;
  if (asked.length > 0 && !asked.some((folder) => isUnder(path, folder))) return false;
  return mayHoldPosts(name, path, after);
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function targetOf({ path, after, before = new Uint8Array() }: ChangedFile, cwd: string): Target {
  const name = relative(cwd, path).replaceAll("\\", "/");
  const content =
    after === undefined ? ({ kind: "file" } as const) : ({ kind: "bytes", bytes: after } as const);
  return { name, path, content, before, foundIn: new Set() };
}
