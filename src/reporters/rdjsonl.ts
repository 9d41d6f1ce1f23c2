import { countedLevel } from "../score.ts";
import { utf8Length } from "../text/measure.ts";
import type { Finding, Level, Place, Post, Problem, Reporter, Style } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { harmless, harmlessJson } from "./harmless.ts";
import { webUrl } from "./locations.ts";

const SEVERITY: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };
const SOURCE = { name: "voicecheck" };

/** reviewdog's diagnostic format, one to a line; columns are bytes of UTF-8. */
export const rdjsonl: Reporter = {
  name: "rdjsonl",
  summary: "reviewdog's diagnostics, one to a line",
  render: ({ posts, problems }, style) =>
    [
      ...problems.map(problemOf),
      ...posts.flatMap(({ post, findings }) => findings.map((finding) => diagnosticOf(post, finding, style))),
    ]
      .map((diagnostic) => `${harmlessJson(diagnostic)}\n`)
      .join(""),
};

function diagnosticOf(post: Post, finding: Finding, style: Style): object {
  const url = webUrl(finding.url);
  const range = rangeOf(post, finding, finding.place, style);
  const fix = finding.edit === undefined ? undefined : post.locate(finding.edit);
  const isExact = fix !== undefined && fix.exact === undefined;
  return {
    message: harmless(messageOf(finding)),
    location: { path: post.source, range },
    severity: SEVERITY[countedLevel(finding)],
    source: SOURCE,
    code: { value: fullName(finding), ...(url !== undefined && { url }) },
    ...(isExact && {
      suggestions: [{ range: rangeOf(post, finding, fix, style), text: finding.edit?.text ?? "" }],
    }),
  };
}

function rangeOf(post: Post, finding: Finding, place: Place, style: Style): object {
  const column = (line: number, utf16: number): number => {
    const written = style.lineOf?.(post.source, line) ?? lineInPost(post, finding, line);
    return utf8Length(written.slice(0, utf16 - 1)) + 1;
  };
  return {
    start: { line: place.line, column: column(place.line, place.column) },
    end: { line: place.endLine, column: column(place.endLine, place.endColumn) },
  };
}

/** Where the file is not at hand: the post's own line, which is the file's in plain texts. */
function lineInPost(post: Post, finding: Finding, line: number): string {
  return post.text.split("\n")[line - post.line] ?? finding.text;
}

function problemOf({ source, line, column, code, message, level }: Problem): object {
  const start = { line: line ?? 1, ...(column !== undefined && { column }) };
  return {
    message: harmless(message),
    location: { path: source, range: { start } },
    severity: level === "error" ? "ERROR" : "INFO",
    source: SOURCE,
    code: { value: code },
  };
}
