import { countedLevel } from "../score.ts";
import type { Finding, Post, PostResult, Problem, Report, Reporter } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { harmlessLines } from "./harmless.ts";
import { tag, XML_HEAD, xmlText } from "./xml.ts";

/** JUnit's XML: a suite for each file, a case for each post, which fails by its errors and warnings. */
export const junit: Reporter = {
  name: "junit",
  summary: "JUnit's XML: a suite for each file, a case for each post",
  render: (report) => harmlessLines([XML_HEAD, ...suitesOf(report)]),
};

interface Suite {
  readonly posts: PostResult[];
  readonly problems: Problem[];
}

function suitesOf(report: Report): readonly string[] {
  const suites = new Map<string, Suite>();
  const suiteOf = (source: string): Suite => {
    const suite = suites.get(source) ?? { posts: [], problems: [] };
    suites.set(source, suite);
    return suite;
  };
  for (const problem of report.problems)
    if (problem.level === "error") suiteOf(problem.source).problems.push(problem);
  for (const result of report.posts) suiteOf(result.post.source).posts.push(result);
  const failures = report.posts.filter(hasFailed).length;
  const errors = report.problems.filter(({ level }) => level === "error").length;
  const head = { name: "voicecheck", tests: report.posts.length + errors, failures, errors };
  return [
    tag("testsuites", head),
    ...[...suites].flatMap(([name, suite]) => suiteLines(name, suite)),
    "</testsuites>",
  ];
}

function suiteLines(name: string, { posts, problems }: Suite): readonly string[] {
  const failures = posts.filter(hasFailed).length;
  const counts = { tests: posts.length + problems.length, failures, errors: problems.length };
  return [
    ` ${tag("testsuite", { name, ...counts })}`,
    ...problems.flatMap((problem) => errorCase(name, problem)),
    ...posts.flatMap(caseLines),
    " </testsuite>",
  ];
}

function errorCase(classname: string, { line, column, code, message }: Problem): readonly string[] {
  const place = [line, column].filter((part) => part !== undefined).join(":");
  return [
    `  ${tag("testcase", { name: `reading${place === "" ? "" : ` ${place}`}`, classname })}`,
    `   ${tag("error", { type: code, message }, true)}`,
    "  </testcase>",
  ];
}

function hasFailed({ findings }: PostResult): boolean {
  return findings.some((finding) => countedLevel(finding) !== "info");
}

function caseLines({ post, findings }: PostResult): readonly string[] {
  const name = { name: String(post.id), classname: post.source, file: post.source, line: post.line };
  if (findings.length === 0) return [`  ${tag("testcase", name, true)}`];
  const failing = findings.filter((finding) => countedLevel(finding) !== "info");
  const infos = findings.filter((finding) => countedLevel(finding) === "info");
  return [
    `  ${tag("testcase", name)}`,
    ...failing.map((finding) => {
      const start = tag("failure", { type: fullName(finding), message: messageOf(finding) });
      return `   ${start}${xmlText(placed(post, finding))}</failure>`;
    }),
    ...(infos.length === 0
      ? []
      : [
          `   <system-out>${xmlText(infos.map((finding) => placed(post, finding)).join(" · "))}</system-out>`,
        ]),
    "  </testcase>",
  ];
}

function placed({ source }: Post, finding: Finding): string {
  const { line, column } = finding.place;
  return `${source}:${line}:${column}: ${countedLevel(finding)} ${fullName(finding)}: ${messageOf(finding)}`;
}
