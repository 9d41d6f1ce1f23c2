import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { gitRootOf, parentsOf } from "./parents.ts";

/** Whether a path below the walked folder is ignored; a folder's path ends with a slash. */
export type IgnoredTest = (path: string) => boolean;

const IGNORE_FILES = [".gitignore", ".voicecheckignore"];

/**
 * Reads the ignore files as git does: from the root of the repository (outside one, from the walked folder) down to each folder,
 * deeper ones first, `.voicecheckignore` after `.gitignore`. A folder that the user names is walked even when it is ignored itself.
 */
export function ignoredUnder(root: string): IgnoredTest {
  const known = new Map<string, Ignore | undefined>();
  const rulesIn = (folder: string): Ignore | undefined => {
    if (!known.has(folder)) known.set(folder, readRules(folder));
    return known.get(folder);
  };
  const decide = (folders: Iterable<string>, path: string, isFolder: boolean): boolean => {
    for (const folder of folders) {
      const said = verdict(rulesIn(folder), relative(folder, path), isFolder);
      if (said !== undefined) return said;
    }
    return false;
  };
  const above = foldersAbove(root);
  const outer = decide(above, root, true) ? [] : above;
  return (path) => {
    const full = join(root, path);
    const inner = foldersBetween(path).map((folder) => join(root, folder));
    return decide([...inner, ...outer], full, path.endsWith("/"));
  };
}

/** The folders above `root` up to the root of its repository, nearest first; none outside a repository. */
function foldersAbove(root: string): readonly string[] {
  const last = gitRootOf(root);
  if (last === undefined) return [];
  return [...parentsOf(root)].filter((folder) => folder !== root && folder.startsWith(last));
}

/** The folders that a path below `root` stands in, nearest first, `root` (an empty text) last. */
function foldersBetween(path: string): readonly string[] {
  const names = path.replace(/\/$/u, "").split("/").slice(0, -1);
  return [...names.map((_, index) => names.slice(0, names.length - index).join("/")), ""];
}

function readRules(folder: string): Ignore | undefined {
  let rules: Ignore | undefined;
  for (const name of IGNORE_FILES) {
    const text = readText(join(folder, name));
    if (text !== undefined) rules = (rules ?? ignore()).add(text);
  }
  return rules;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether these rules ignore the path, want it, or say nothing of it. */
function verdict(rules: Ignore | undefined, below: string, isFolder: boolean): boolean | undefined {
  if (rules === undefined || below === "") return undefined;
  const path = below.split(sep).join("/");
  const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
  if (ignored) return true;
  return unignored ? false : undefined;
}
