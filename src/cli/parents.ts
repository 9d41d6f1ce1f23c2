import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder and all folders above it, nearest first. */
export function* parentsOf(folder: string): Iterable<string> {
  for (let current = folder; ; current = dirname(current)) {
    yield current;
    if (current === dirname(current)) return;
  }
}

/** The root of the git repository that a folder is in. */
export function gitRootOf(folder: string): string | undefined {
  for (const current of parentsOf(folder)) if (existsSync(join(current, ".git"))) return current;
  return undefined;
}
