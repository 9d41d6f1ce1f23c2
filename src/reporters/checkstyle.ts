import { countedLevel } from "../score.ts";
import type { Report, Reporter } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { harmlessLines } from "./harmless.ts";
import { tag, XML_HEAD } from "./xml.ts";

/** Checkstyle's XML, which many tools read. */
export const checkstyle: Reporter = {
  name: "checkstyle",
  summary: "Checkstyle's XML, for tools that read it",
  render: (report) =>
    harmlessLines([XML_HEAD, '<checkstyle version="4.3">', ...filesOf(report), "</checkstyle>"]),
};

function filesOf({ posts, problems }: Report): readonly string[] {
  const files = new Map<string, string[]>();
  const add = (source: string, line: string): void => {
    const lines = files.get(source) ?? [];
    lines.push(line);
    files.set(source, lines);
  };
  for (const { source, line, column, code, message, level } of problems) {
    const severity = level === "error" ? "error" : "info";
    add(
      source,
      tag("error", { line: line ?? 1, column, severity, message, source: `voicecheck.${code}` }, true),
    );
  }
  for (const { post, findings } of posts) {
    for (const finding of findings) {
      const { line, column } = finding.place;
      const said = { severity: countedLevel(finding), message: messageOf(finding) };
      add(
        post.source,
        tag("error", { line, column, ...said, source: `voicecheck.${fullName(finding)}` }, true),
      );
    }
  }
  return [...files].flatMap(([name, lines]) => [
    ` ${tag("file", { name })}`,
    ...lines.map((line) => `  ${line}`),
    " </file>",
  ]);
}
