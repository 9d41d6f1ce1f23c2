import type { Input } from "../types.ts";
import { text } from "./text.ts";

/** Below this line git shows the diff (`git commit --verbose`), of which nothing is kept. */
const SCISSORS = /(?<![^\r\n])# -+ >8 -+(?![^\r\n])/u;
/** A hashtag at the start of a line is none: git keeps it where the message comes from `-m` or a file. */
const COMMENT = /(?<![^\r\n])#(?:[ \t][^\r\n]*)?(?![^\r\n])/gu;

/** The message of a commit while it is written: git's own comments and the diff below them are none of it. */
export const commit: Input = {
  name: "commit",
  extensions: [],
  names: ["commit_editmsg", "merge_msg", "squash_msg", "tag_editmsg"],
  summary: "the message of a commit, without git's comments",
  read: (source) => text.read({ ...source, text: withoutComments(source.text) }),
};

/** The text with blanks where comments were, so that everything else stands where it stood. */
function withoutComments(message: string): string {
  const end = SCISSORS.exec(message)?.index ?? message.length;
  return message.slice(0, end).replace(COMMENT, (comment) => " ".repeat(comment.length));
}
