import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { VERSION } from "../generated/version.ts";
import { userCache } from "./cache-file.ts";
import { createLoader, type Loader } from "./code-cache.ts";
import { COMMAND_NAMES } from "./command-names.ts";

/** Seconds. */
const LONG_RUN = 10;
const LONGEST_KIND = 60;
const FLAG = /^--?[a-z-]+/;

/** Runs the built command line as this process; it stands in the folder `dist` of the package. */
export function run(dist: string = import.meta.dirname): void {
  const loader = loaderOf(dist);
  process.on("exit", (code) => {
    // In a long run V8 has let go of what was run at its start.
    if (process.uptime() < LONG_RUN) loader.keep(kindOf(process.argv.slice(2), code));
  });
  start(loader, dist, "run");
}

/** Runs the built program as a GitHub Action. */
export function act(dist: string = import.meta.dirname): void {
  start(loaderOf(dist), dist, "act");
}

/** Runs the built program as a thread of `--jobs`. */
export function work(dist: string = import.meta.dirname): void {
  start(loaderOf(dist), dist, "work");
}

/** What tells which parts of the program a run needs: its command and flags, and its exit code, as a short text in ASCII. */
function kindOf(argv: readonly string[], code: number): string {
  return [...namesIn(argv), code].join(" ").slice(0, LONGEST_KIND);
}

/** The name of a command, and the flags. */
function namesIn([first = "", ...others]: readonly string[]): readonly string[] {
  const flags = [first, ...others].flatMap((each) =>
    each.startsWith("-") ? (FLAG.exec(each)?.[0] ?? []) : [],
  );
  return COMMAND_NAMES.includes(first) ? [first, ...flags.sort()] : flags.sort();
}

/** The plain check of files has a cache of its own: what other runs compile would be read with it, and cost it a tenth of its time. */
function loaderOf(dist: string): Loader {
  const parent = cacheParent(dirname(dist));
  if (parent === undefined) return createLoader(undefined, VERSION);
  const kept = join(parent, "voicecheck");
  return createLoader(namesIn(process.argv.slice(2)).length === 0 ? kept : join(kept, "others"), VERSION);
}

function start(loader: Loader, dist: string, name: "run" | "act" | "work"): void {
  const cli = loader.load(join(dist, "cli", "core.cjs"));
  const main: unknown = typeof cli === "object" && cli !== null ? Reflect.get(cli, name) : undefined;
  if (typeof main !== "function") throw new Error("the built program is not whole; build it again");
  main(loader.leave());
}

/** `node_modules/.cache` beside the package, or in it where it is checked out; else the user's own cache folder. */
function cacheParent(home: string): string | undefined {
  const beside = dirname(home);
  if (basename(beside) === "node_modules") return join(beside, ".cache");
  const own = join(home, "node_modules");
  return existsSync(own) ? join(own, ".cache") : userCache(process.env);
}
