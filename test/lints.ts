import { type Lint, type LintOptions, prepare } from "../src/lint.ts";
import { parsePack } from "../src/parse-pack.ts";
import type { PostLike } from "../src/post.ts";
import type { Finding, PostResult } from "../src/types.ts";

/** The linter of a pack, written without its first line. */
export function lintOf(pack: string, options: LintOptions = {}): Lint {
  return prepare(parsePack(`voicecheck: 1\n${pack}\n`), options);
}

/** The same with every module loaded, for rule types and overrides that need one. */
export async function loadedLint(pack: string, options: LintOptions = {}): Promise<Lint> {
  const lint = lintOf(pack, options);
  await lint.load();
  return lint;
}

/** What a linter says of a text. */
export function resultOf(lint: Lint, text: string, more: Partial<PostLike> = {}): PostResult {
  return lint({ id: "post", text, ...more });
}

/** A text with what is found in it: `[[…]]` at full level, `{{…}}` lowered. */
export function shown({ post, findings }: PostResult): string {
  let text = post.text;
  for (const { span, lowered } of findings.toReversed()) {
    const [open, close] = lowered === undefined ? ["[[", "]]"] : ["{{", "}}"];
    text = text.slice(0, span.start) + open + text.slice(span.start, span.end) + close + text.slice(span.end);
  }
  return text;
}

/** The text before anything was marked in it. */
export function bare(row: string): string {
  return row.replaceAll(/\[\[|\]\]|\{\{|\}\}/gu, "");
}

/** One line for each finding: level, rule, words, platforms. */
export function lines({ findings }: PostResult): readonly string[] {
  return findings.map(lineOf);
}

function lineOf({ level, rule, entry, text, platforms }: Finding): string {
  const name = entry === undefined ? rule : `${rule}/${entry}`;
  return `${level} ${name} “${text}”${platforms === undefined ? "" : ` on ${platforms.join()}`}`;
}
