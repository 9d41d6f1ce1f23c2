import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Parses GitHub-flavoured Markdown; positions are UTF-16 offsets in the text, whose newlines are LF. */
export function parseMarkdown(text: string): Root {
  // The parser drops a leading BOM without counting it.
  const counted = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  return fromMarkdown(counted, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
