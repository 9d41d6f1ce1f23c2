import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { sarif } from "../../src/reporters/sarif.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(sarif, (finding) => `${finding.rule}/${finding.entry}`);

/** The schema of OASIS, unchanged; one of its patterns is none with the flag `u`. */
const SCHEMA: object = JSON.parse(readFileSync("fixtures/schemas/sarif-2.1.0.json", "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isValid = ajv.compile(SCHEMA);

describe("sarif, by its schema", () => {
  const edit = { start: 3, end: 9, text: "think" };
  const problems = [
    { source: "c d.txt", line: 2, column: 3, code: "syntax", message: "no", level: "error" },
    { source: "/abs/ü.txt", code: "guessed-encoding", message: "guessed", level: "note" },
  ] as const;
  const hostile = "a:b?c#d [e] %41 \ud800\u202e\n//x\\y";
  it.each([
    ["nothing", reportOf([])],
    ["posts without flags", reportOf([flagged("Fine")])],
    [
      "all that can be said",
      reportOf(
        [
          flagged("We [[ideate]]", { findings: [{ edit, why: "Because.", url: "https://example.com/a b" }] }),
          flagged("[[x]]", { source: "/abs/x.txt" }),
        ],
        problems,
      ),
    ],
    [
      "hostile names",
      reportOf([
        flagged("[[x]]", {
          source: hostile,
          findings: [{ rule: hostile, message: hostile, why: hostile, url: hostile }],
        }),
      ]),
    ],
  ])("is valid with %s", (_, report) => {
    isValid(JSON.parse(sarif.render(report, plain)));
    expect(isValid.errors).toBeNull();
  });

  it("would not be with less", () => {
    const log = JSON.parse(sarif.render(reportOf([flagged("We [[ideate]]")]), plain));
    log.runs[0].results[0].message = {};
    expect(isValid(log)).toBe(false);
    expect(isValid({ ...log, runs: [{ ...log.runs[0], columnKind: "bytes" }] })).toBe(false);
  });
});

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

  it("says what to write instead, and names files elsewhere whole", () => {
    const edit = { start: 3, end: 9, text: "think" };
    const render = (source: string): unknown => {
      const post = flagged("We [[ideate]]", { source, findings: [{ edit }] });
      return JSON.parse(sarif.render(reportOf([post]), plain)).runs[0].results[0];
    };
    const artifactLocation = { uri: "a/b.txt", uriBaseId: "%SRCROOT%" };
    const region = { startLine: 1, startColumn: 4, endLine: 1, endColumn: 10 };
    expect(render("a/b.txt")).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: "think" } }],
            },
          ],
        },
      ],
    });
    const uris = ["/a/b c.txt", "C:/a/b.txt", "a:b.txt"].map((source) => JSON.stringify(render(source)));
    expect(uris[0]).toContain('{"uri":"file:///a/b%20c.txt"}');
    expect(uris[1]).toContain('{"uri":"file:///C:/a/b.txt"}');
    expect(uris[2]).toContain('{"uri":"a%3Ab.txt","uriBaseId"');
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
