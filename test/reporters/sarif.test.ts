import { describe, expect, it } from "vitest";
import { sarif } from "../../src/reporters/sarif.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(sarif, (finding) => `${finding.rule}/${finding.entry}`);

describe("sarif", () => {
  const makePost = () =>
    flagged("We [[ideate]]\nand [[leverage]]", {
      source: "a b/ü#1.txt",
      findings: [
        { why: "Because.", url: "https://example.com/x" },
        { level: "error", url: "javascript:x" },
      ],
    });

  it("says rules once, with places in UTF-16 units and fingerprints", () => {
    const log = JSON.parse(
      sarif.render(
        reportOf(
          [makePost(), makePost()],
          [{ source: "c.txt", line: 2, code: "syntax", message: "no", level: "error" }],
        ),
        plain,
      ),
    );
    expect([log.version, log.runs[0].columnKind]).toEqual(["2.1.0", "utf16CodeUnits"]);
    const [run] = log.runs;
    expect(
      run.tool.driver.rules.map(({ id, helpUri }: { id: string; helpUri?: string }) => [id, helpUri]),
    ).toEqual([
      ["corporate/jargon/ideate", "https://example.com/x"],
      ["corporate/jargon/leverage", undefined],
    ]);
    expect(run.results).toHaveLength(4);
    expect(run.results[1]).toMatchObject({
      ruleIndex: 1,
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a%20b/%C3%BC%231.txt" },
            region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 13 },
          },
        },
      ],
    });
    const prints = run.results.map(({ partialFingerprints }: { partialFingerprints: object }) =>
      JSON.stringify(partialFingerprints),
    );
    expect(new Set(prints).size).toBe(4);
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: "error", descriptor: { id: "syntax" } }],
      },
    ]);
  });

  it("keeps the worst of more than 25,000", () => {
    const one = flagged("[[leverage]]");
    const findings = Array.from({ length: 26_000 }, (_, index) => ({
      ...one.findings[0],
      level: index >= 25_990 ? ("error" as const) : ("info" as const),
    }));
    const [run] = JSON.parse(sarif.render(reportOf([{ ...one, findings }]), plain)).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ level }: { level: string }) => level === "error")).toHaveLength(10);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain("1000 more flags");
  });
});
