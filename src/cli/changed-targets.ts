import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UsageError } from "../errors.ts";
import type { Problem } from "../types.ts";
import { isAsked, namedIn, type Scope, scopeOf, submoduleProblem } from "./changed-scope.ts";
import { openRepository, type Repository } from "./git.ts";
import { type ChangedEntry, type Changes, changesSince, indexOf, stagedChanges } from "./git-changes.ts";
import { ignoredUnder } from "./ignored.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { ownFiles, type Target, type Targets } from "./targets.ts";
import { isOwnFile, isPostPath } from "./walk.ts";

/** The files that changed, of those that the command line names; without a path those of the whole repository. Throws `UsageError`. */
export function changedTargets(paths: readonly string[], options: Options, io: Io): Targets {
  if (options.text !== undefined || paths.includes("-"))
    throw new UsageError("changed-text", "--staged and --since look at files; leave out --text and -");
  const repository = openRepository(io.cwd);
  const { staged = false, since = "HEAD" } = options;
  const changes = staged ? stagedChanges(repository) : changesSince(since, repository);
  const scope = scopeOf(paths, repository, io);
  const named = namedIn(scope, changes, repository, staged);
  const unknown = named.unknown.map((path): ChangedEntry => ({ path }));
  const isIgnored = ignoredUnder(repository.root);
  const own = ownFiles(options, io);
  const isFound = (path: string): boolean =>
    isPostPath(path) && !isIgnoredBelow(path, isIgnored) && !own.has(join(repository.root, path));
  const isWanted = (path: string): boolean => isAsked(path, scope) && (scope.has(path) || isFound(path));
  const entries = [...changes.entries, ...unknown].filter(({ path }) => isWanted(path));
  const reading = { repository, scope, staged, nameOf: namer(repository, io) };
  const settled = entries.filter(({ isUnmerged }) => isUnmerged !== true);
  const { list, gone } = targetsOf(settled, reading);
  const same = (): readonly Target[] => {
    const changed = new Set(changes.entries.map(({ path }) => path));
    const files = indexOf(repository).files.filter(({ path }) => !changed.has(path) && isWanted(path));
    return targetsOf(
      files.map(({ path, blob }) => ({ path, after: blob })),
      reading,
    ).list;
  };
  const problems = [...named.problems, ...troublesIn(changes, entries, reading)];
  return { list, folders: [], problems, others: { gone, same } };
}

/** As a walk finds it: a file in a folder that is ignored is ignored. */
function isIgnoredBelow(path: string, isIgnored: (path: string) => boolean): boolean {
  const parts = path.split("/");
  const folders = parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
  return [...folders, path].some(isIgnored);
}

/** How reports call a file of the repository: as seen from the working folder. */
function namer({ root }: Repository, { cwd }: Pick<Io, "cwd">): (path: string) => string {
  const [to, from] = [realpathSync(root), realpathSync(cwd)];
  return (path) => relative(from, join(to, path)).replaceAll(sep, "/");
}

interface Reading {
  readonly repository: Repository;
  readonly scope: Scope;
  readonly nameOf: (path: string) => string;
  /** The index is read and not the work tree. */
  readonly staged: boolean;
}

function targetsOf(
  entries: readonly ChangedEntry[],
  { repository, scope, nameOf, staged }: Reading,
): { readonly list: readonly Target[]; readonly gone: readonly Target[] } {
  const wanted = entries.flatMap(({ before, after }) => [before, staged ? after : undefined]);
  const blobs = repository.blobs(wanted.filter((blob) => blob !== undefined));
  const list: Target[] = [];
  const gone: Target[] = [];
  for (const { path, before = "", after = "", isGone } of entries) {
    const full = join(repository.root, path);
    const bytes = staged || isGone === true ? (blobs.get(after) ?? NOTHING) : undefined;
    if (!scope.has(path) && isOwnFile(full, bytes)) continue;
    const content: Target["content"] = bytes === undefined ? { kind: "file" } : { kind: "bytes", bytes };
    const target = { name: nameOf(path), path: full, content, before: blobs.get(before) ?? NOTHING };
    (isGone === true ? gone : list).push({ ...target, foundIn: new Set() });
  }
  return { list, gone };
}

const NOTHING = new Uint8Array();

/** What changed and can't be checked from here. */
function troublesIn(
  { submodules }: Changes,
  entries: readonly ChangedEntry[],
  { scope, nameOf }: Reading,
): readonly Problem[] {
  const modules = submodules.filter((path) => isAsked(path, scope) && !scope.has(path));
  const unsettled = entries.filter(({ isUnmerged }) => isUnmerged === true);
  return [
    ...modules.map((path) => ({ source: nameOf(path), ...submoduleProblem("note") })),
    ...unsettled.map(({ path }) => ({ source: nameOf(path), ...UNMERGED })),
  ];
}

const UNMERGED = {
  code: "unmerged",
  message:
    "two branches changed this file and it is not settled what holds, so it was not checked; solve the conflict, then git add it",
  level: "error",
} as const;
