import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { lineSchema } from "../../scripts/generate/report-schema.ts";
import { json } from "../../src/reporters/json.ts";
import { ndjson } from "../../src/reporters/ndjson.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(ndjson, (finding) => `"rule":"${finding.rule}","entry":"${finding.entry}"`);

describe("ndjson", () => {
  const report = reportOf([flagged("We [[ideate]]", { id: 7 }), flagged("Soup.", { id: "a\nb" })]);

  it("writes one element of the report's posts a line", () => {
    const lines = ndjson.render(report, plain).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(json.render(report, plain)).posts);
  });

  it("follows the schema of a line", () => {
    for (const line of ndjson.render(report, plain).trimEnd().split("\n"))
      v.parse(lineSchema, JSON.parse(line));
  });

  it("is empty without posts", () => {
    expect(ndjson.render(reportOf([]), plain)).toBe("");
  });
});
