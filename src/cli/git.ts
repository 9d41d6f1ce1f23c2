import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { UsageError } from "../errors.ts";

/** A file that differs from what it was. */
export interface ChangedFile {
  /** Absolute. */
  readonly path: string;
  /** In the repository, with forward slashes. */
  readonly name: string;
  /** As it is: in the index, or `undefined` where the work tree has it. */
  readonly after?: Uint8Array;
  /** As it was; `undefined` where it was not there. */
  readonly before?: Uint8Array;
}

/** The tree without files, which every repository knows: what a first commit is compared with. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const MOST_BYTES = 1 << 30;
const SHALLOW =
  "this clone is shallow; fetch all of it: git fetch --unshallow (with actions/checkout: fetch-depth: 0)";
const DIFF = ["--name-status", "-z", "--find-renames", "--diff-filter=ACMR", "--ignore-submodules=all"];

/** The files that a commit would change, as they stand in the index. Throws `UsageError` where there is no git, or no repository. */
export function stagedFiles(cwd: string): readonly ChangedFile[] {
  const root = rootOf(cwd);
  const base = tried(root, ["rev-parse", "--verify", "--quiet", "HEAD"]) ?? EMPTY_TREE;
  return entriesOf(git(root, ["diff", "--cached", ...DIFF, base])).map(({ path, old }) => ({
    path: join(root, path),
    name: path,
    after: git(root, ["show", `:${path}`]),
    before: blobOf(root, base, old),
  }));
}

/** The files of the work tree that differ from where the branch left `ref`, with those that git doesn't know. Throws `UsageError`. */
export function filesSince(ref: string, cwd: string): readonly ChangedFile[] {
  const root = rootOf(cwd);
  const base = mergeBase(ref, root);
  const changed = entriesOf(git(root, ["diff", ...DIFF, base]));
  const isNew = git(root, ["ls-files", "--others", "--exclude-standard", "-z"]).toString();
  const others = isNew.split("\0").filter((path) => path !== "");
  return [
    ...changed.map(({ path, old }) => ({
      path: join(root, path),
      name: path,
      before: blobOf(root, base, old),
    })),
    ...others.map((path) => ({ path: join(root, path), name: path })),
  ];
}

interface Entry {
  readonly path: string;
  /** Its name before; of a new file none. */
  readonly old?: string;
}

/** The entries of `--name-status -z`: a status, a path, and of a rename or a copy a second path. */
function entriesOf(output: Buffer): readonly Entry[] {
  const parts = output.toString().split("\0");
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < parts.length; ) {
    const status = parts[index][0];
    if (status === "R" || status === "C") {
      entries.push({ path: parts[index + 2], old: parts[index + 1] });
      index += 3;
    } else {
      entries.push({ path: parts[index + 1], ...(status !== "A" && { old: parts[index + 1] }) });
      index += 2;
    }
  }
  return entries;
}

function blobOf(root: string, base: string, path: string | undefined): Uint8Array | undefined {
  return path === undefined ? undefined : git(root, ["show", `${base}:${path}`]);
}

function rootOf(cwd: string): string {
  const root = tried(cwd, ["rev-parse", "--show-toplevel"]);
  if (root !== undefined) return root;
  throw new UsageError(
    "no-repository",
    "--staged and --since need a git repository, and this folder is in none",
  );
}

function mergeBase(ref: string, root: string): string {
  const commit = tried(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const isShallow = tried(root, ["rev-parse", "--is-shallow-repository"]) === "true";
  if (commit === undefined)
    throw new UsageError(
      "no-ref",
      `git knows no commit, branch or tag called “${ref}”; ${isShallow ? SHALLOW : "fetch it, or write --since origin/main"}`,
    );
  const base = tried(root, ["merge-base", commit, "HEAD"]);
  if (base !== undefined) return base;
  const why = isShallow ? SHALLOW : "the two have no commit in common";
  throw new UsageError("no-base", `it can't be told where this branch left “${ref}”: ${why}`);
}

function tried(cwd: string, args: readonly string[]): string | undefined {
  try {
    return git(cwd, args).toString().trim();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return undefined;
  }
}

function git(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync("git", args, { cwd, maxBuffer: MOST_BYTES, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UsageError("no-git", "--staged and --since need git, and there is none");
    throw error;
  }
}
