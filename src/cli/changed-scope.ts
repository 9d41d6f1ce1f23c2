import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Problem } from "../types.ts";
import type { Repository } from "./git.ts";
import { type Changes, indexOf } from "./git-changes.ts";
import type { Io } from "./io.ts";

/** The paths of a command line as written, by where they lead to, seen from the root of the repository. Without any all is asked for. */
export type Scope = ReadonlyMap<string, string>;

/** Where the paths of a command line lead to. */
export function scopeOf(paths: readonly string[], { root }: Repository, { cwd }: Pick<Io, "cwd">): Scope {
  return new Map(paths.map((path) => [inRepository(resolve(cwd, path), root), path]));
}

/** With forward slashes, links followed; outside of the repository it begins with `..`. */
function inRepository(path: string, root: string): string {
  return relative(realpathSync(root), realPath(path)).replaceAll(sep, "/");
}

/** Where a path leads to; what doesn't exist is seen from the folder above that does. */
function realPath(path: string): string {
  if (existsSync(path) || path === resolve(path, "..")) return realpathSync(path);
  return join(realPath(resolve(path, "..")), relative(resolve(path, ".."), path));
}

/** Whether a file was asked for by itself, by a folder above it, or with all others. */
export function isAsked(path: string, scope: Scope): boolean {
  return scope.size === 0 || [...scope.keys()].some((asked) => isUnder(path, asked));
}

function isUnder(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** What the paths of a command line come to besides what changed. */
export interface Named {
  /** Files that git doesn't know, of which all is new. */
  readonly unknown: readonly string[];
  readonly problems: readonly Problem[];
}

/** Looks at each path that is named, so that none is left out without a word. */
export function namedIn(
  scope: Scope,
  { entries }: Changes,
  repository: Repository,
  isStaged: boolean,
): Named {
  if (scope.size === 0) return { unknown: [], problems: [] };
  const { files, submodules } = indexOf(repository);
  const known = new Set(files.map(({ path }) => path));
  const unknown: string[] = [];
  const problems: Problem[] = [];
  for (const [path, source] of scope) {
    const full = join(repository.root, path);
    if (isAbsolute(path) || path === ".." || path.startsWith("../")) problems.push({ source, ...OUTSIDE });
    else if (submodules.some((module) => isUnder(path, module)))
      problems.push({ source, ...submoduleProblem("error") });
    else if (entries.some((entry) => isUnder(entry.path, path)) || known.has(path)) continue;
    else if (!existsSync(full)) problems.push({ source, ...MISSING });
    else if (statSync(full).isDirectory()) continue;
    else if (isStaged) problems.push({ source, ...NOT_STAGED });
    else unknown.push(path);
  }
  return { unknown, problems };
}

/** What is in a submodule has a history of its own. */
export function submoduleProblem(level: Problem["level"]): Omit<Problem, "source"> {
  const message =
    "this is a repository of its own (a submodule), so nothing in it was checked; run voicecheck in it";
  return { code: "submodule", message, level };
}

const OUTSIDE = {
  code: "outside-repository",
  message: "this is not in the repository of the working folder, which can't tell what changed in it",
  level: "error",
} as const;
const MISSING = { code: "missing-path", message: "there is no such file or folder", level: "error" } as const;
const NOT_STAGED = {
  code: "not-staged",
  message: "git doesn't know this file yet, so nothing of it is staged; git add it first",
  level: "note",
} as const;
