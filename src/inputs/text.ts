import type { Input, Post, Source } from "../types.ts";
import { nothingKnown, withoutFields } from "./about.ts";
import { cutLines, linesOf, postOf } from "./file.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { postsOfFront } from "./front-matter-posts.ts";
import { checkMost } from "./most.ts";
import { withThreads } from "./numbered-posts.ts";
import { cutParts, type Part } from "./parts.ts";
import { sharedWaivers } from "./shared-waivers.ts";
import { threadParts } from "./thread-parts.ts";

/** Plain text: one post, or several apart by lines of `---`, `===` or `* * *`; front matter holds for all of them. */
export const text: Input = {
  name: "text",
  extensions: [".txt", ".text", ".tweet"],
  summary: "a post, or several between lines of ---, with front matter before them",
  read,
};

function read(source: Source): readonly Post[] {
  const cut = cutLines(source.text, 0);
  const lines = linesOf(source.text);
  const front = readFrontMatter(source, cut, lines);
  if (front?.posts !== undefined) return postsOfFront(front, front.posts, source);
  if (front?.isUnknown === true) source.report({ line: 1, ...UNKNOWN_FRONT });
  const parts = cutParts({ source, cut: cut.slice(front?.lines ?? 0), lines });
  for (const part of parts)
    if (part.text === "" && part.waivers.length > 0) source.report({ line: part.line, ...NO_POST });
  return postsOf(parts, source, front);
}

function postsOf(parts: readonly Part[], source: Source, front: FrontMatter | undefined): readonly Post[] {
  const isSingle = parts.filter((part) => part.text !== "").length === 1;
  const name = front?.id ?? source.name;
  const drafts = parts.flatMap((part, index) => {
    if (part.text === "") return [];
    const id = isSingle ? name : `${name}#${index + 1}`;
    return threadParts(part).map((each) => ({
      ...each,
      id: each.suffix === "" ? id : `${id}${each.suffix}`,
    }));
  });
  checkMost("posts", drafts.length);
  const shared = sharedWaivers(front?.waivers ?? [], drafts.length === 1);
  const about = front?.about ?? nothingKnown;
  const posts = drafts.map((draft) => {
    const isFirst = (draft.thread?.part ?? 1) === 1;
    const known = isFirst ? about : withoutFields(about);
    return postOf({ ...draft, about: known, waivers: [...shared(), ...draft.waivers] }, source);
  });
  return withThreads(posts);
}

const UNKNOWN_FRONT = {
  code: "unknown-front-matter",
  message:
    "this was read as front matter, and none of its keys is known (platform, author, date, …); if it is a post, put an empty line before the first ---",
  level: "note",
} as const;

const NO_POST = {
  code: "waiver-without-post",
  message:
    "this ignore comment stands with no post between the same separators, so it holds for nothing; put it before or into its post",
  level: "note",
} as const;
