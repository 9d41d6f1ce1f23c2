import { UsageError } from "../errors.ts";
import { VERSION } from "../generated/version.ts";
import { NotLoaded } from "../lazy.ts";
import type { Inspected, Lint } from "../lint.ts";
import type { Post, PostResult, Problem } from "../types.ts";

/** What came of a post: a mistake in voicecheck loses this post only, and is a problem of its own. */
export type Tried<T> = T | Problem;

/** Whether a post could not be checked. */
export function isProblem<T extends object>(tried: Tried<T>): tried is Problem {
  return "code" in tried;
}

/** Checks a post, loading what only some posts need when this one does. */
export async function lintPost(lint: Lint, post: Post): Promise<Tried<PostResult>> {
  return patiently(() => lint(post), post);
}

/** The same, with what rules over many posts keep of it. */
export async function inspectPost(lint: Lint, post: Post): Promise<Tried<Inspected>> {
  return patiently(() => lint.inspect(post), post);
}

async function patiently<T>(work: () => T, post: Post): Promise<Tried<T>> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      if (!(error instanceof NotLoaded)) return mistakeOn(post, error);
      await error.load();
    }
  }
}

function mistakeOn({ source, line }: Post, error: unknown): Problem {
  const [what, where = ""] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(
    "\n",
  );
  const at = where.trim().replace(/\(.*[\\/]/u, "(");
  const message = `this post could not be checked (${what}${at === "" ? "" : ` ${at}`}), which is a mistake in voicecheck ${VERSION}, not in your post; please report it with the post, if you may share it`;
  return { source, line, code: "failed-check", message, level: "error" };
}
