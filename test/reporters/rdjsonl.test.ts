import { expect, it } from "vitest";
import { rdjsonl } from "../../src/reporters/rdjsonl.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(rdjsonl, (finding) => `${finding.rule}/${finding.entry}`);

it("says columns in bytes of UTF-8, and what to write instead", () => {
  const post = flagged("🥐 ü [[leverage]]", { findings: [{ edit: { start: 5, end: 13, text: "use" } }] });
  const line = JSON.parse(rdjsonl.render(reportOf([post]), plain));
  expect(line.location.range).toEqual({ start: { line: 1, column: 9 }, end: { line: 1, column: 17 } });
  expect(line.suggestions).toEqual([{ range: line.location.range, text: "use" }]);
  const style = { ...plain, lineOf: () => "id,ü ü,🥐 ü leverage" };
  expect(JSON.parse(rdjsonl.render(reportOf([post]), style)).location.range.start.column).toBe(7);
});
