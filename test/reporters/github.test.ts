import { describe, expect, it } from "vitest";
import { github } from "../../src/reporters/github.ts";
import type { Level, PostResult } from "../../src/types.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(github, (finding) => `title=${finding.rule}/${finding.entry},`);

function many(count: number, level: Level): PostResult[] {
  return Array.from({ length: count }, () => flagged("We [[ideate]]", { findings: [{ level }] }));
}

describe("github", () => {
  it("writes workflow commands, errors first", () => {
    const post = flagged("We [[ideate]]\nand [[leverage]]", { findings: [{}, { level: "error" }] });
    expect(github.render(reportOf([post]), plain)).toBe(
      [
        "::error title=corporate/jargon/leverage,file=post.txt,line=2,endLine=2,col=5,endColumn=13::“leverage” is meeting-room talk.",
        "::warning title=corporate/jargon/ideate,file=post.txt,line=1,endLine=1,col=4,endColumn=10::“ideate” is meeting-room talk.",
        "",
      ].join("\n"),
    );
  });

  it("escapes what would end a command or a property", () => {
    const post = flagged("[[x]]", {
      source: "a,b:c%.txt",
      findings: [{ rule: "a/b", entry: undefined, message: "50% off:\r\n::error::no, really" }],
    });
    expect(github.render(reportOf([post]), plain)).toBe(
      "::warning title=a/b,file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2::50%25 off:%0D%0A::error::no, really\n",
    );
  });

  it("annotates what could not be checked, before all flags", () => {
    const problems = [
      { source: "a.txt", line: 3, code: "nul-bytes", message: "no text", level: "error" as const },
      { source: "b.txt", code: "guessed-encoding", message: "guessed", level: "note" as const },
    ];
    const report = { ...reportOf([flagged("We [[ideate]]")]), problems };
    expect(github.render(report, plain).trimEnd().split("\n")).toEqual([
      "::error title=nul-bytes,file=a.txt,line=3::no text",
      expect.stringMatching(/^::warning title=corporate\/jargon/u),
      "::notice title=guessed-encoding,file=b.txt::guessed",
    ]);
  });

  it("keeps to what GitHub shows and counts the rest", () => {
    const report = reportOf([...many(12, "warning"), ...many(11, "error"), ...many(10, "info")]);
    const lines = github.render(report, plain).trimEnd().split("\n");
    const commands = lines.map((line) => line.slice(0, line.indexOf(" ")));
    expect(commands).toEqual([
      ...new Array(10).fill("::error"),
      ...new Array(10).fill("::warning"),
      ...new Array(10).fill("::notice"),
    ]);
    expect(lines[29]).toBe(
      "::notice title=voicecheck::4 more flags not shown here: 1 error, 2 warnings, 1 info",
    );
  });

  it("shows the worst of more than GitHub shows: what is sure, in the posts with the lowest scores", () => {
    const posts = [
      flagged("We [[unpack]]", { score: 1, findings: [{ confidence: "likely" }] }),
      ...Array.from({ length: 10 }, (_, index) =>
        flagged("We [[ideate]]", { score: 50 - index, line: index + 1 }),
      ),
      flagged("We [[leverage]]", { score: 90 }),
    ];
    const shown = (list: readonly PostResult[]): readonly string[] =>
      github.render(reportOf(list), plain).match(/(?<=jargon\/)\w+|line=\d+(?=,endL)/gu) ?? [];
    expect(shown(posts)).toEqual(
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].flatMap((line) => ["ideate", `line=${line}`]),
    );
    expect(shown(posts.slice(0, 2))).toEqual(["unpack", "line=1", "ideate", "line=1"]);
    const problem = { source: "a.txt", code: "note", message: "…", level: "note" } as const;
    const infos = many(12, "info");
    expect(github.render(reportOf(infos, [problem]), plain)).toContain("::notice title=note,file=a.txt::…");
  });
});
