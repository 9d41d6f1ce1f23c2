import { describe, expect, it } from "vitest";
import { summary } from "../../src/reporters/summary.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(summary, (finding) => finding.rule);

describe("summary", () => {
  const posts = [
    flagged("We [[ideate]] and [[leverage]]", { source: "june.csv", findings: [{ level: "error" }] }),
    flagged("Soup.", { source: "june.csv" }),
    flagged("Bread.", { source: "clean.txt" }),
    flagged("[[Buy]] it", { source: "long-name.txt", findings: [{ rule: "commercial/push" }] }),
  ];

  it("lists files with flags, then the rules", () => {
    expect(`\n${summary.render(reportOf(posts), plain)}`).toBe(`
june.csv       1 of 2 posts flagged · 1 error, 1 warning
long-name.txt  1 of 1 post flagged · 1 warning

rule              errors  warnings  infos
corporate/jargon       1         1      0
commercial/push        0         1      0

✖ 3 flags in 2 of 4 posts (1 error, 2 warnings)
`);
  });

  it("counts errors only when quiet", () => {
    const output = summary.render(reportOf(posts), { ...plain, quiet: true });
    expect(output).toContain("june.csv  1 of 2 posts flagged · 1 error\n");
    expect(output).not.toContain("commercial/push");
  });

  it("is one line when all is clean", () => {
    expect(summary.render(reportOf([posts[1]]), plain)).toBe("✔ 1 post, nothing to flag\n");
  });
});
