import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import { gitRootOf, parentsOf } from "./parents.ts";

/** What a pack is called where none is named, the better name first. */
export const CONFIG_NAMES: readonly string[] = ["voicecheck.yaml", "voicecheck.yml"];

/**
 * Finds the nearest `voicecheck.yaml` (or `.yml`) from a folder upwards: in a repository up to its root, elsewhere up to the
 * working folder. Remembers each folder's answer. Paths are absolute.
 */
export function configFinder(cwd: string): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, findConfig(folder, cwd));
    return known.get(folder);
  };
}

function findConfig(asked: string, cwd: string): string | undefined {
  for (const folder of configFolders(asked, cwd)) {
    const here = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (here !== undefined) return here;
  }
  return undefined;
}

/** The folders in which the pack for a folder is looked for, the nearest first. */
export function* configFolders(asked: string, cwd: string): Iterable<string> {
  // The message of a commit stands among git's own files, which may be anywhere: git runs hooks in the work tree that it is about.
  const folder = asked.split(sep).includes(".git") ? cwd : asked;
  const last = gitRootOf(folder) ?? ([...parentsOf(folder)].includes(cwd) ? cwd : folder);
  for (const current of parentsOf(folder)) {
    yield current;
    if (current === last) return;
  }
}
