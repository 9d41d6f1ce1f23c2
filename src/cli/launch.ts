import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createLoader } from "./code-cache.ts";

/** Runs the built command line as this process; it stands in the folder `dist` of the package. */
export function run(dist: string = import.meta.dirname): void {
  const loader = createLoader(join(cacheParent(dirname(dist)), "voicecheck"));
  process.once("exit", loader.keep);
  const cli = loader.load(join(dist, "cli", "core.cjs"));
  if (typeof cli !== "object" || cli === null || !("run" in cli) || typeof cli.run !== "function")
    throw new Error("the built program is not whole; build it again");
  cli.run();
}

/** `node_modules/.cache` beside the package, or in it where it is checked out; else the user's own cache folder. */
function cacheParent(home: string): string {
  const beside = dirname(home);
  if (basename(beside) === "node_modules") return join(beside, ".cache");
  const own = join(home, "node_modules");
  return existsSync(own) ? join(own, ".cache") : (process.env.XDG_CACHE_HOME ?? join(homeOfUser(), ".cache"));
}

/** `node:os` takes a while to load, and most runs don't ask for it. */
function homeOfUser(): string {
  return process.getBuiltinModule("node:os").homedir();
}
