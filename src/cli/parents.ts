import { existsSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";

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

/** Whether a path stands in a folder, wherever links lead. Throws where one of them isn't there. */
export function isWithin(folder: string, path: string): boolean {
  const [home, real] = [realpathSync(folder), realpathSync(path)];
  return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep);
}
