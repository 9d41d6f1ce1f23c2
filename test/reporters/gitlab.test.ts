import { describe, expect, it } from "vitest";
import { gitlab } from "../../src/reporters/gitlab.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(gitlab, (finding) => `${finding.rule}/${finding.entry}`);

describe("gitlab", () => {
  it("has what GitLab asks for, and no fingerprint twice", () => {
    const problem = { source: "c.txt", code: "syntax", message: "no", level: "error" } as const;
    const posts = [
      flagged("We [[ideate]] and [[ideate]]", { findings: [{ level: "error" }, { lowered: "quoted" }] }),
    ];
    const report = reportOf(posts, [
      { ...problem, line: 2 },
      { ...problem, line: 3 },
      { ...problem, level: "note" },
    ]);
    const list = JSON.parse(gitlab.render(report, plain));
    expect(list[0]).toEqual({
      description: "“ideate” is meeting-room talk.",
      check_name: "corporate/jargon/ideate",
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u),
      severity: "major",
      location: {
        path: "post.txt",
        positions: { begin: { line: 1, column: 4 }, end: { line: 1, column: 10 } },
        lines: { begin: 1 },
      },
    });
    expect(list.map(({ severity }: { severity: string }) => severity)).toEqual([
      "major",
      "info",
      "critical",
      "critical",
      "info",
    ]);
    for (const { location } of list) expect(location.lines.begin).toBeGreaterThan(0);
    expect(new Set(list.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(5);
  });
});

describe("fingerprints", () => {
  const prints = (posts: Parameters<typeof reportOf>[0]): readonly string[] =>
    JSON.parse(gitlab.render(reportOf(posts), plain)).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );

  it("stay when lines move, are wrapped anew, and other words change", () => {
    const before = prints([flagged("Hello\nAll of us [[ideate]]  now", { id: "a.txt#1", source: "a.txt" })]);
    expect(before[0]).toMatch(/^[0-9a-f]{16}$/u);
    expect(
      prints([
        flagged("Good morning\n\n All of us [[ideate]] now", { id: "a.txt#7", source: "a.txt", line: 9 }),
      ]),
    ).toEqual(before);
    const words = "One two three we [[ideate]] now and then";
    const wrapped = "Zero. One two three we [[ideate]]\nnow and then, always";
    expect(prints([flagged(words)])).toEqual(prints([flagged(wrapped)]));
    expect(prints([flagged(words)])).not.toEqual(prints([flagged(words.replace("now", "never"))]));
  });

  it("differ by file, rule, own id, words and which of equal ones it is", () => {
    const posts = [
      flagged("We [[ideate]] and [[ideate]]", { source: "a.txt" }),
      flagged("We [[ideate]] and ideate", { source: "b.txt" }),
      flagged("We [[ideate]] and ideate", { source: "a.txt", id: "7" }),
      flagged("We [[ideate]] and ideate", { source: "a.txt", findings: [{ rule: "x/y" }] }),
    ];
    expect(new Set(prints(posts)).size).toBe(5);
  });
});
