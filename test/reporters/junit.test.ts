import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { checkstyle } from "../../src/reporters/checkstyle.ts";
import { junit } from "../../src/reporters/junit.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(junit, (finding) => `${finding.rule}/${finding.entry}`);

/** The names of elements with their attributes, in order; throws where the text is no XML. */
function elements(text: string): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const found: [string, Record<string, string>][] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => found.push([name, { ...attributes }]));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return found;
}

const HOSTILE = `"<a b='c'>&amp;]]>\u0000\ufffe\ud800 = 🥐\n`;

describe("junit", () => {
  it("has a suite for each file and a case for each post", () => {
    const posts = [
      flagged("We [[ideate]]", { source: "a.csv", id: "a.csv#1" }),
      flagged("Fine", { source: "a.csv", id: "a.csv#2" }),
      flagged("We [[ideate]]", { source: "b.txt", findings: [{ level: "info" }] }),
    ];
    const problem = { source: "c.txt", line: 3, code: "syntax", message: "no", level: "error" } as const;
    const all = elements(junit.render(reportOf(posts, [problem]), plain));
    expect(
      all.map(([name, { tests, failures, errors, name: called }]) =>
        [name, called, tests, failures, errors].filter((each) => each !== undefined).join(" "),
      ),
    ).toEqual([
      "testsuites voicecheck 4 1 1",
      "testsuite c.txt 1 0 1",
      "testcase reading 3",
      "error",
      "testsuite a.csv 2 1 0",
      "testcase a.csv#1",
      "failure",
      "testcase a.csv#2",
      "testsuite b.txt 1 0 0",
      "testcase b.txt",
      "system-out",
    ]);
  });

  it.each([junit, checkstyle])("is XML whatever stands in the posts: $name", ({ render }) => {
    const post = flagged("[[x]]", {
      source: HOSTILE,
      id: HOSTILE,
      findings: [{ message: HOSTILE, rule: HOSTILE }],
    });
    const shown = elements(
      render(reportOf([post], [{ source: HOSTILE, code: HOSTILE, message: HOSTILE, level: "error" }]), plain),
    );
    expect(shown.length).toBeGreaterThan(3);
  });
});
