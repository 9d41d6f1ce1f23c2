import { describe, expect, it } from "vitest";
import { concise } from "../../src/reporters/concise.ts";
import { fullName } from "../../src/reporters/counts.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, marked, plain, reportOf } from "./sample.ts";

reporterContract(concise, fullName);

describe("concise", () => {
  const post = flagged("Once\nwe [[ideate]] and [[leverage]]", {
    line: 4,
    findings: [{ level: "error", lowered: "negated" }],
  });

  it("writes path:line:column: level rule: message", () => {
    expect(concise.render(reportOf([post]), plain)).toBe(
      [
        "post.txt:5:4: info corporate/jargon/ideate: “ideate” is meeting-room talk.",
        "post.txt:5:15: warning corporate/jargon/leverage: “leverage” is meeting-room talk.",
        "",
      ].join("\n"),
    );
  });

  it("colours the level only", () => {
    const output = concise.render(reportOf([post]), marked);
    expect(output).toContain("post.txt:5:15: {warning:warning} corporate/jargon/leverage:");
  });

  it("says nothing about clean posts, and keeps to errors when quiet", () => {
    expect(concise.render(reportOf([flagged("Soup.")]), plain)).toBe("");
    expect(concise.render(reportOf([post]), { ...plain, quiet: true })).toBe("");
  });
});
