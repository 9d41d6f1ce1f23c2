import { describe, expect, it } from "vitest";
import { fullName } from "../../src/reporters/counts.ts";
import { pretty } from "../../src/reporters/pretty.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, marked, plain, reportOf } from "./sample.ts";

reporterContract(pretty, fullName);

function rendered(...args: Parameters<typeof flagged>): string {
  return pretty.render(reportOf([flagged(...args)]), plain);
}

/** The line with the post's words and the line with the carets. */
function frameOf(source: string): readonly string[] {
  return rendered(source).split("\n").slice(1, 3);
}

describe("pretty", () => {
  it("prints a line once with all its flags under it", () => {
    const post = flagged("We're [[leveraging]] our [[synergies]] to unlock value for #SynergySquad", {
      id: "june.csv#13",
      source: "june.csv",
      line: 14,
      platforms: ["x"],
      author: "@ana",
      score: 60,
    });
    const clean = flagged("We baked two hundred loaves before six.", { source: "june.csv" });
    expect(`\n${pretty.render(reportOf([clean, post]), { ...plain, elapsed: 31.4 })}`).toBe(`
june.csv:14  row 13 · x · @ana · score 60
  We're leveraging our synergies to unlock value for #SynergySquad
        ^^^^^^^^^^     ^^^^^^^^^
  warning  corporate/jargon/leveraging  “leveraging” is meeting-room talk.
  warning  corporate/jargon/synergies   “synergies” is meeting-room talk.

✖ 2 flags in 1 of 2 posts (2 warnings) · 31 ms
`);
  });

  it("brings good news in one line", () => {
    const posts = [flagged("Bread is ready."), flagged("So is soup.")];
    expect(pretty.render(reportOf(posts), { ...plain, elapsed: 12 })).toBe(
      "✔ 2 posts, nothing to flag · 12 ms\n",
    );
    expect(pretty.render(reportOf([]), plain)).toBe("✔ No posts to check\n");
  });

  it("brings no good news when something could not be read", () => {
    const problem = { source: "x.txt", code: "missing", message: "…", level: "error" } as const;
    expect(pretty.render(reportOf([flagged("Bread.")], [problem]), plain)).toBe(
      "✖ 1 post, nothing to flag · 1 problem\n",
    );
  });

  it("shows each flagged line of a post in a frame of its own, with its number", () => {
    const text = "First we [[ideate]]\nthen we bake\n\nand then we [[circle back]]";
    expect(`\n${rendered(text, { line: 9 })}`).toBe(`
post.txt:9  score 100
  9   First we ideate
               ^^^^^^
  warning  corporate/jargon/ideate       “ideate” is meeting-room talk.
  12  and then we circle back
                  ^^^^^^^^^^^
  warning  corporate/jargon/circle-back  “circle back” is meeting-room talk.

✖ 2 flags in 1 of 1 post (2 warnings)
`);
  });

  it.each([
    ["ASCII", "a [[b]] c", "    ^"],
    ["emoji", "👩‍👩‍👧 👍🏽 [[b]]", "        ^"],
    ["flags", "🇩🇪🇫🇷 [[b]]", "       ^"],
    ["keycaps and hearts", "1️⃣ ❤️ [[b]]", "        ^"],
    ["CJK", "漢字 [[かな]]", "       ^^^^"],
    ["Hangul", "한글 [[b]]", "       ^"],
    ["full width and half width", "Ａｶ [[b]]", "      ^"],
    ["combining marks", "e\u0301e\u0301 [[e\u0301e]]", "     ^^"],
    ["a flag on half a character", "👩‍[[👩]]‍👧", "  ^^"],
    ["invisible characters", "a\u200bb\u2060 [[c]]", "     ^"],
    ["tab", "\t[[c]]", "   ^"],
    ["controls", "\u001b[31m [[c]]", "        ^"],
  ])("puts carets under the right cells: %s", (_what, source, carets) => {
    expect(frameOf(source)[1]).toBe(carets);
  });

  it("underlines overlapping flags once, in the colour of the worst", () => {
    const post = flagged("We [[really leverage]] it");
    const [first] = post.findings;
    const second = { ...first, level: "error", span: { start: 10, end: 18 } } as const;
    const output = pretty.render(reportOf([{ ...post, findings: [first, second] }]), marked);
    expect(output.split("\n")[2]).toBe("     {warning:^^^^^^^}{error:^^^^^^^^}");
  });

  it("shows where something is missing at the end", () => {
    const post = flagged("Ask us[[]]");
    expect(pretty.render(reportOf([post]), plain).split("\n")[2]).toBe("        ^");
  });

  it("breaks a long line and shows the rows that are flagged", () => {
    const words = "one two three four five six seven eight nine ten ";
    const post = flagged(`${words.repeat(3)}[[leverage]] ${words.repeat(3)}`);
    const output = pretty.render(reportOf([post]), { ...plain, width: 60 });
    const [, row, carets, ...rest] = output.split("\n");
    expect(row.length).toBeLessThanOrEqual(60);
    expect(row).toMatch(/^ {2}….* leverage .*…$/u);
    expect(carets.indexOf("^")).toBe(row.indexOf("leverage"));
    expect(carets.trim()).toBe("^^^^^^^^");
    expect(rest.filter((line) => line.includes("three"))).toEqual([]);
  });

  it("keeps a word that is wider than the terminal whole enough to show its flag", () => {
    const output = pretty.render(reportOf([flagged(`${"x".repeat(300)}[[y]]`)]), { ...plain, width: 50 });
    const [, row, carets] = output.split("\n");
    expect(carets.indexOf("^")).toBe(row.indexOf("y"));
  });

  it("hangs long messages under themselves", () => {
    const message = "This is a message that goes on for quite a while, so that it needs two lines.";
    const post = flagged("We [[ideate]]", { findings: [{ message }] });
    const lines = pretty.render(reportOf([post]), { ...plain, width: 80 }).split("\n");
    expect(lines[3]).toBe("  warning  corporate/jargon/ideate  This is a message that goes on for quite a");
    expect(lines[4]).toBe("                                    while, so that it needs two lines.");
    const narrow = pretty.render(reportOf([post]), { ...plain, width: 50 }).split("\n");
    expect(narrow.slice(3, 6)).toEqual([
      "  warning  corporate/jargon/ideate",
      "    This is a message that goes on for quite a",
      "    while, so that it needs two lines.",
    ]);
  });

  it("does not underline all of a long post", () => {
    const output = rendered(`[[${"Bread and soup. ".repeat(20).trim()}]]`, {
      findings: [{ rule: "readability/hard", entry: undefined, message: "Grade 14." }],
    });
    expect(output).not.toContain("^");
    expect(output).toContain("  warning  readability/hard  Grade 14.");
    expect(frameOf("[[Buy now]]")).toEqual(["  Buy now", "  ^^^^^^^"]);
  });

  it("says where a flag holds, and takes a quoted one for an info", () => {
    const output = rendered("“We [[ideate]]”", {
      findings: [{ level: "info", lowered: "quoted", platforms: ["x", "linkedin"] }],
    });
    expect(output).toContain(
      "info     corporate/jargon/ideate  “ideate” is meeting-room talk. (on x, linkedin)",
    );
    expect(output).toContain("ℹ 1 flag in 1 of 1 post (1 info)");
  });

  it("shows errors only when asked to be quiet, and says so", () => {
    const post = flagged("We [[ideate]] and [[leverage]]", { findings: [{ level: "error" }] });
    const other = flagged("We [[unpack]]", { source: "other.txt" });
    expect(pretty.render(reportOf([post, other]), { ...plain, quiet: true })).toBe(`post.txt:1  score 100
  We ideate and leverage
     ^^^^^^
  error    corporate/jargon/ideate  “ideate” is meeting-room talk.

✖ 3 flags in 2 of 2 posts (1 error, 2 warnings) · only errors are shown
`);
  });

  it.each([
    ["own id", { id: "spring-7", source: "june.json" }, "june.json:1  spring-7 · score 100"],
    ["part of a text file", { id: "june.txt#2", source: "june.txt" }, "june.txt:1  post 2 · score 100"],
    ["number as id", { id: 7, source: "-" }, "-:1  7 · score 100"],
  ])("names a post by its %s", (_what, about, head) => {
    expect(rendered("We [[ideate]]", about).split("\n")[0]).toBe(head);
  });
});
