import type { Report, Reporter } from "../types.ts";
import { elementOf } from "./elements.ts";
import { harmlessJson } from "./harmless.ts";

/** The whole report as one JSON value, version 1 (docs/json.md); every post stands on a line of its own. */
export const json: Reporter = {
  name: "json",
  summary: "the whole report, for programs (docs/json.md)",
  render: (report, style) =>
    [
      '{"version":1,',
      ` "summary":${harmlessJson(report.summary)},`,
      ` "posts":${list(report.posts.map((result) => elementOf(result, style)))},`,
      ` "problems":${list(report.problems.map(problemOf))}}`,
      "",
    ].join("\n"),
};

function list(values: readonly unknown[]): string {
  if (values.length === 0) return "[]";
  return `[\n  ${values.map((value) => harmlessJson(value)).join(",\n  ")}]`;
}

function problemOf({ source, line, column, code, message, level }: Report["problems"][number]): object {
  return { source, line, column, code, message, level };
}
