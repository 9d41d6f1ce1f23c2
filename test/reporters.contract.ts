import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Reporter } from "../src/types.ts";
import { flagged, marked, plain, reportOf } from "./reporters/sample.ts";
import { runs } from "./runs.ts";

/** What is printed for a terminal or a build log to act on instead of to show. */
// Written out here and not shared with the code that it judges.
const ACTIVE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

const HOSTILE = [
  "\u001b[31mred\u001b]0;title\u0007",
  "::error file=a::now",
  "a\n::set-output name=x::y",
  "a\r\n  ::add-mask::b",
  "##[command]rm",
  "\u202egnp.exe\u2066",
  "\u009b2J\u0000\u007f\u0085",
  "% 25 %0A::warning::, : \u2028::debug::x",
  "\ud800 lone \udfff",
  "<b>&amp;</b> | ` *",
];

/** What holds of every reporter; `mentions` says how a finding can be told to be in the output. */
export function reporterContract(reporter: Reporter, mentions: (finding: Finding) => string): void {
  describe(`the contract of reporters: ${reporter.name}`, () => {
    const posts = [
      flagged("We [[leverage]] it, you [[circle back]]", {
        source: "b.txt",
        findings: [{ level: "error" }, { level: "info" }],
      }),
      flagged("Nothing here", { source: "c.txt" }),
      flagged("Some\n\nlines to [[unpack]]\nand [[ideate]]", { source: "a.csv", id: "a.csv#3", line: 7 }),
    ];

    it("has a name and one line about itself", () => {
      expect(reporter.name).toMatch(/^[a-z]+$/u);
      expect(reporter.summary).toMatch(/^[^\n]{10,100}$/u);
    });

    it("shows or counts every finding", () => {
      const output = reporter.render(reportOf(posts), plain);
      for (const finding of posts.flatMap((post) => post.findings))
        expect(output).toContain(mentions(finding));
    });

    it("keeps the order and says the same of the same report", () => {
      const output = reporter.render(reportOf(posts), plain);
      expect(reporter.render(reportOf(posts), plain)).toBe(output);
      const places = ["b.txt", "a.csv"].map((name) => output.indexOf(name));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    it("ends its last line, or says nothing", () => {
      for (const list of [posts, [posts[1]], []]) {
        expect(reporter.render(reportOf(list), plain)).toMatch(/^$|\n$/u);
      }
    });

    it("writes no escape codes of its own without colour", () => {
      expect(reporter.render(reportOf(posts), { ...plain, width: 60 })).not.toMatch(/\u001b/u);
    });

    it("does not choke on a hundred thousand findings in one post", () => {
      const one = flagged("[[leverage]]");
      const many = { ...one, findings: new Array<Finding>(100_000).fill(one.findings[0]) };
      expect(reporter.render(reportOf([many]), plain)).not.toBe("");
    });

    it.each(HOSTILE)("shows hostile text and acts on nothing: %j", (text) => {
      expectHarmless(text);
    });

    it("keeps any text harmless", () => {
      const bits = fc.constantFrom(...HOSTILE, "::", "\n", " ", "word", "👩‍👩‍👧", "é", "漢", "\u001b", "%");
      fc.assert(
        fc.property(
          fc.array(bits).map((parts) => parts.join("")),
          expectHarmless,
        ),
        { numRuns: runs(60) },
      );
    });

    function expectHarmless(text: string): void {
      const hostile = flagged(`${text}[[${text}x]]${text}`, {
        source: text,
        id: text,
        author: text,
        account: text,
        platforms: [text],
        findings: [
          { rule: `${text}/${text}`, entry: text, message: text, suggestions: [text], platforms: [text] },
        ],
      });
      const problem = { source: text, code: "syntax", message: text, level: "error" } as const;
      for (const width of [30, 80, Number.POSITIVE_INFINITY]) {
        const output = reporter.render(reportOf([hostile], [problem]), { ...plain, width });
        expect(output).not.toMatch(ACTIVE);
        for (const line of output.split("\n")) expect(foreignCommand(line, reporter)).toBe(false);
      }
      expect(reporter.render(reportOf([hostile]), marked)).not.toMatch(ACTIVE);
    }
  });
}

/** Whether GitHub's runner would act on a line that is none of the reporter's own commands. */
function foreignCommand(line: string, reporter: Reporter): boolean {
  const isOwn =
    reporter.name === "github" && /^::(error|warning|notice) title=[^:,]*(,[a-zA-Z]+=[^:,]*)*::/u.test(line);
  return !isOwn && (line.trimStart().startsWith("::") || line.includes("##["));
}
