import { setTimeout } from "node:timers/promises";
import { watch as watchFiles } from "chokidar";
import { UsageError } from "../errors.ts";
import { type Io, interruptedCode } from "./io.ts";
import type { Options } from "./options.ts";
import { problemLines } from "./output.ts";
import { findTargets } from "./targets.ts";
import { stampOf, watchedBy } from "./watched.ts";

/** An editor writes a file in several steps; so long nothing must happen before the next run, in milliseconds. */
const QUIET = 100;
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/**
 * `--watch`: runs, then again whenever a post, or the pack, was written, until the user interrupts it. `run` is one whole run, whose
 * mistakes are told and end nothing.
 */
export async function watch(
  paths: readonly string[],
  options: Options,
  io: Io,
  run: () => Promise<number>,
): Promise<number> {
  if (paths.length === 0)
    throw new UsageError("nothing-to-watch", "name files or folders: voicecheck --watch posts/");
  const { problems } = await findTargets(paths, options, io);
  if (problems.length > 0) throw new UsageError("missing-path", problemLines(problems).trimEnd());
  let watched = watchedBy(paths, options, io);
  const watcher = watchFiles([...watched.folders], {
    ignoreInitial: true,
    ignored: (path) => !watched.isWanted(path),
  });
  const known = new Set(watched.folders);
  /** A pack may extend a file elsewhere now. Gives 1 where that was written while its watch began, else 0. */
  const follow = async (): Promise<0 | 1> => {
    watched = watchedBy(paths, options, io);
    const fresh = watched.folders.filter((path) => !known.has(path));
    if (fresh.length === 0) return 0;
    const stamp = stampOf(fresh);
    for (const path of fresh) known.add(path);
    watcher.add(fresh);
    await setTimeout(QUIET);
    return stampOf(fresh) === stamp ? 0 : 1;
  };
  let changes = 0;
  let wake = (): void => undefined;
  watcher.on("all", () => {
    changes++;
    wake();
  });
  io.signal.addEventListener("abort", () => wake(), { once: true });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  while (!io.signal.aborted) {
    const seen = changes;
    if (Number.isFinite(io.stdout.width)) await io.stdout.write(CLEAR);
    await run();
    changes += await follow();
    if (io.signal.aborted) break;
    await io.stderr.write("watching for changes; Ctrl-C ends it\n");
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (changes !== seen || io.signal.aborted) resolve();
    });
    for (let before = -1; before !== changes && !io.signal.aborted; ) {
      before = changes;
      await setTimeout(QUIET);
    }
  }
  await watcher.close();
  return interruptedCode(io.signal);
}
