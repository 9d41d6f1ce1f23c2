import { summarise } from "./score.ts";
import type { Post, PostResult, Problem, Report, Summary } from "./types.ts";

/** Puts the results of all posts and everything that went wrong into one report, in their order. */
export function createReport(
  posts: readonly PostResult[],
  problems: readonly Problem[],
  done: Pick<Summary, "fixed" | "known"> = {},
): Report {
  const spared = posts.filter(({ otherLanguage }) => otherLanguage === true);
  const notes = spared.length === 0 ? [] : [otherLanguageNote(spared.length, spared[0].post)];
  const all = [...problems, ...posts.flatMap((result) => result.problems), ...notes];
  const { fixed, known } = done;
  const counts = { ...(fixed !== undefined && { fixed }), ...(known !== undefined && { known }) };
  return { posts, problems: all, summary: { ...summarise(posts), ...counts } };
}

/** Posts in another language than their pack are spared by the rules that read words: said once, never silently. */
export function otherLanguageNote(count: number, first: Pick<Post, "source" | "line">): Problem {
  const posts = count === 1 ? "1 post is" : `${count} posts are`;
  return {
    source: first.source,
    line: first.line,
    code: "other-language",
    message: `${posts} in another language than the pack, so the rules that read words did not look there; a pack with that “lang” would`,
    level: "note",
  };
}
