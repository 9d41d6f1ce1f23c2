import { lstatSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { Repository } from "./git.ts";

/** A file that differs from what it was. Paths are seen from the root of the repository, with forward slashes. */
export interface ChangedEntry {
  /** Where it is; of a file that was deleted, where it was. */
  readonly path: string;
  /** The blob that it was, where it was there. */
  readonly before?: string;
  /** The blob that it is in the index; of the work tree none is told. */
  readonly after?: string;
  readonly isGone?: true;
  /** Two branches changed it, and nobody has said yet what holds. */
  readonly isUnmerged?: true;
}

/** All that differs. */
export interface Changes {
  readonly entries: readonly ChangedEntry[];
  /** Other repositories in this one whose commit differs. */
  readonly submodules: readonly string[];
}

/** A file of the index. */
export interface IndexEntry {
  readonly path: string;
  readonly blob: string;
}

const DIFF = [
  "diff",
  "--raw",
  "-z",
  "--no-abbrev",
  "--no-relative",
  "--find-renames",
  "--ignore-submodules=dirty",
];
const SHALLOW =
  "this clone is shallow; fetch all of it: git fetch --unshallow (with actions/checkout: fetch-depth: 0)";
const SUBMODULE = "160000";
const LINK = "120000";

/** What a commit would change, as it stands in the index; a first commit is compared with nothing. */
export function stagedChanges({ ask }: Repository): Changes {
  return changesOf(ask([...DIFF, "--cached"]).toString());
}

/** What the work tree has changed since the branch left `ref`; files that git doesn't know are new. Throws `UsageError`. */
export function changesSince(ref: string, repository: Repository): Changes {
  const { entries, submodules } = changesOf(
    repository.ask([...DIFF, mergeBase(ref, repository), "--"]).toString(),
  );
  const others = repository.ask(["ls-files", "--others", "--exclude-standard", "-z"]).toString();
  // Of a file with conflicts the work tree is told, too.
  const known = entries.filter(({ isUnmerged }) => isUnmerged === undefined);
  const isNew = partsOf(others).filter((path) => isFile(join(repository.root, path)));
  return { entries: [...known, ...isNew.map((path) => ({ path }))], submodules };
}

/** No link, and no folder that is another repository. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The files of the index, with the other repositories in it. */
export function indexOf({ ask }: Repository): {
  files: readonly IndexEntry[];
  submodules: readonly string[];
} {
  const files: IndexEntry[] = [];
  const submodules: string[] = [];
  for (const line of partsOf(ask(["ls-files", "--stage", "-z"]).toString())) {
    const tab = line.indexOf("\t");
    const [mode, blob] = line.slice(0, tab).split(" ");
    const path = line.slice(tab + 1);
    if (mode === SUBMODULE) submodules.push(path);
    else if (mode !== LINK) files.push({ path, blob });
  }
  return { files, submodules };
}

/** The entries of `--raw -z`: `:MODE MODE BLOB BLOB STATUS`, a path, and of a rename or a copy a second path. */
function changesOf(output: string): Changes {
  const parts = partsOf(output);
  const entries: ChangedEntry[] = [];
  const submodules: string[] = [];
  for (let index = 0; index < parts.length; ) {
    const [oldMode, mode, oldBlob, blob, status] = parts[index].slice(1).split(" ");
    const hasTwo = status.startsWith("R") || status.startsWith("C");
    const path = parts[index + (hasTwo ? 2 : 1)];
    index += hasTwo ? 3 : 2;
    if (mode === SUBMODULE || oldMode === SUBMODULE) submodules.push(path);
    // What a link leads to is a file of its own.
    else if (mode !== LINK) entries.push(entryOf({ path, status, oldMode, oldBlob, blob }));
  }
  return { entries, submodules };
}

interface Raw {
  readonly path: string;
  readonly status: string;
  readonly oldMode: string;
  readonly oldBlob: string;
  readonly blob: string;
}

function entryOf({ path, status, oldMode, oldBlob, blob }: Raw): ChangedEntry {
  if (status === "U") return { path, isUnmerged: true };
  return {
    path,
    ...(isBlob(oldBlob) && oldMode !== LINK && { before: oldBlob }),
    ...(isBlob(blob) && { after: blob }),
    ...(status === "D" && { isGone: true as const }),
  };
}

/** Zeros stand for no blob, and for one that isn't in the index. */
function isBlob(name: string): boolean {
  return !/^0+$/u.test(name);
}

function partsOf(output: string): readonly string[] {
  return output.split("\0").filter((part) => part !== "");
}

function mergeBase(ref: string, { tried }: Repository): string {
  if (tried(["rev-parse", "--verify", "--quiet", "HEAD"]) === undefined)
    throw new UsageError(
      "no-commit",
      "this repository has no commit yet, so there is nothing to compare with; --staged checks what the first one would hold",
    );
  const commit = tried(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const isShallow = tried(["rev-parse", "--is-shallow-repository"]) === "true";
  if (commit === undefined)
    throw new UsageError(
      "no-ref",
      `git knows no commit, branch or tag called “${ref}”; ${isShallow ? SHALLOW : "fetch it, or write --since origin/main"}`,
    );
  const base = tried(["merge-base", commit, "HEAD"]);
  if (base !== undefined) return base;
  const why = isShallow ? SHALLOW : "the two have no commit in common";
  throw new UsageError("no-base", `it can't be told where this branch left “${ref}”: ${why}`);
}
