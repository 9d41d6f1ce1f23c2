import { type Changed, changedPosts, type Versions } from "../changed.ts";
import { readAll } from "../inputs/index.ts";
import { counted } from "../reporters/counts.ts";
import { harmless } from "../reporters/harmless.ts";
import type { Post } from "../types.ts";
import { decodeBytes } from "./decode.ts";
import { knownOfFile, type LintFor } from "./lints.ts";
import type { Options } from "./options.ts";
import { inputFor, withFacts } from "./read.ts";
import type { Target } from "./targets.ts";

/** Reads files as they were, beside what they are now. */
export interface Changes {
  /** Is told of the posts of each file as it is; of one that is gone there are none. */
  readonly add: (target: Target, posts: readonly Post[]) => Promise<void>;
  /** What became of all posts, to be asked after the last file. */
  readonly end: () => Changed;
}

/** Begins to compare. */
export function createChanges({ lintFor, options }: { lintFor: LintFor; options: Options }): Changes {
  const files: Versions[] = [];
  const add: Changes["add"] = async (target, after) => {
    const { name, before = new Uint8Array() } = target;
    const known = knownOfFile(lintFor(target), target, options);
    // What was wrong with the file before is over.
    const text = decodeBytes(before).text ?? "";
    const old = await readAll(inputFor(name), { ...known, name, text, report: () => undefined });
    files.push({ before: old.map((post) => withFacts(post, options.facts)), after });
  };
  return { add, end: () => changedPosts(files) };
}

/** `since main: 1 post edited, 2 new, 45 as before`. */
export function changesLine(
  { edited, added, same }: Changed,
  { since, staged = false }: Pick<Options, "since" | "staged">,
): string {
  const parts = [`${counted(edited.size, "post")} edited`, `${added.size} new`, `${same} as before`];
  return `${staged ? "staged" : `since ${shown(since)}`}: ${parts.join(", ")}\n`;
}

/** A commit's name as people say it. */
function shown(ref = ""): string {
  return /^[\da-f]{40,64}$/u.test(ref) ? ref.slice(0, 7) : harmless(ref);
}
