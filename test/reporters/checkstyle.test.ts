import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { checkstyle } from "../../src/reporters/checkstyle.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(checkstyle, (finding) => `${finding.rule}/${finding.entry}`);

it("has an element for each file and for each flag in it", () => {
  const posts = [
    flagged("We [[ideate]]", { source: "a.csv", line: 2 }),
    flagged("We [[unpack]]", { source: "b.txt", findings: [{ level: "error", platforms: ["x"] }] }),
    flagged("Fine", { source: "clean.txt" }),
    flagged("We [[leverage]]", { source: "a.csv", line: 3, findings: [{ lowered: "quoted" }] }),
  ];
  const problem = { source: "c.txt", line: 4, code: "syntax", message: "“x” < y", level: "error" } as const;
  const told: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => told.push([name, ...Object.values(attributes)].join("|")));
  parser.write(checkstyle.render(reportOf(posts, [problem]), plain)).close();
  expect(told).toEqual([
    "checkstyle|4.3",
    "file|c.txt",
    "error|4|error|“x” < y|voicecheck.syntax",
    "file|a.csv",
    "error|2|4|warning|“ideate” is meeting-room talk.|voicecheck.corporate/jargon/ideate",
    "error|3|4|info|“leverage” is meeting-room talk.|voicecheck.corporate/jargon/leverage",
    "file|b.txt",
    "error|1|4|error|“unpack” is meeting-room talk. (on x)|voicecheck.corporate/jargon/unpack",
  ]);
});
