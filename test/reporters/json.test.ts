import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { outputs, reportSchema } from "../../scripts/generate/report-schema.ts";
import { json } from "../../src/reporters/json.ts";
import type { Finding } from "../../src/types.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(json, (finding) => `"rule":"${finding.rule}","entry":"${finding.entry}"`);

const full: Partial<Finding> = {
  lowered: "negated",
  why: "People outside don't say it.",
  url: "https://example.com/voice",
  exact: false,
  suggestions: ["think", ""],
  fixable: true,
  platforms: ["x"],
};

const about = {
  id: "june.csv#13",
  source: "june.csv",
  line: 14,
  platforms: ["x", "linkedin"],
  account: "@acme",
  speaker: "employee",
  author: "@ana",
  kind: "reply",
  lang: "en",
  date: "2026-06-01",
  thread: { part: 1, of: 2 },
  score: 90,
} as const;

describe("json", () => {
  const report = reportOf(
    [flagged("We [[ideate]]", { ...about, findings: [full] }), flagged("Soup.")],
    [
      { source: "x.txt", line: 2, column: 3, code: "syntax", message: "…", level: "error" },
      { source: "y.txt", code: "guessed-encoding", message: "…", level: "note" },
    ],
  );

  it("is version 1 of the report", () => {
    expect(JSON.parse(json.render(report, plain))).toEqual({
      version: 1,
      summary: { posts: 2, flagged: 1, errors: 0, warnings: 0, infos: 1, fixable: 1 },
      posts: [
        {
          id: "june.csv#13",
          source: "june.csv",
          line: 14,
          platforms: ["x", "linkedin"],
          account: "@acme",
          speaker: "employee",
          author: "@ana",
          kind: "reply",
          lang: "en",
          date: "2026-06-01",
          role: "post",
          thread: { part: 1, of: 2 },
          score: 90,
          axes: { corporate: 90 },
          findings: [
            {
              rule: "corporate/jargon",
              entry: "ideate",
              level: "warning",
              confidence: "sure",
              message: "“ideate” is meeting-room talk.",
              text: "ideate",
              span: { start: 3, end: 9 },
              place: { line: 14, column: 4, endLine: 14, endColumn: 10, offset: 3, endOffset: 9 },
              ...full,
            },
          ],
        },
        {
          id: "post.txt",
          source: "post.txt",
          line: 1,
          platforms: [],
          role: "post",
          score: 100,
          axes: { corporate: 100 },
          findings: [],
        },
      ],
      problems: [
        { source: "x.txt", line: 2, column: 3, code: "syntax", message: "…", level: "error" },
        { source: "y.txt", code: "guessed-encoding", message: "…", level: "note" },
      ],
    });
  });

  it("follows its schema, whether full or empty", () => {
    v.parse(reportSchema, JSON.parse(json.render(report, plain)));
    v.parse(reportSchema, JSON.parse(json.render(reportOf([]), plain)));
  });

  it("has a schema that refuses what is not documented", () => {
    const parsed = { ...JSON.parse(json.render(report, plain)), more: 1 };
    expect(v.is(reportSchema, parsed)).toBe(false);
  });

  it("has a schema that allows counts", () => {
    const parsed = JSON.parse(json.render(reportOf([flagged("Soup.")]), plain));
    parsed.posts[0].counts = { x: { count: 5, limit: 280 } };
    expect(v.is(reportSchema, parsed)).toBe(true);
  });

  it("has a committed schema that is up to date", async () => {
    for (const [path, text] of Object.entries(await outputs()))
      expect(await readFile(path, "utf8")).toBe(text);
  });

  it("gives hostile text back as it was", () => {
    const text = "\u001b[31m\u202e##[x]\u0085\ud800";
    const parsed = JSON.parse(json.render(reportOf([flagged(`[[${text}]]`)]), plain));
    expect(parsed.posts[0].findings[0].text).toBe(text);
  });
});
