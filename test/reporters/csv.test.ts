import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/reporters/csv.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(csv, (finding) => `${finding.rule}/${finding.entry}`);

describe("csv", () => {
  it("is the posts as a sheet, with what was found and what is suggested", () => {
    const edit = { start: 3, end: 11, text: "use" };
    const post = flagged('We [[leverage]] "it", ü\n🥐', {
      id: "7",
      author: "Ana",
      platforms: ["x", "linkedin"],
      score: 80,
      findings: [{ edit }],
    });
    const [header, row] = parse(csv.render(reportOf([post]), plain));
    expect(Object.fromEntries(header.map((name: string, index: number) => [name, row[index]]))).toMatchObject(
      {
        id: "7",
        platform: "x, linkedin",
        author: "Ana",
        text: 'We leverage "it", ü\n🥐',
        vc_score: "80",
        vc_level: "warning",
        vc_flags: "corporate/jargon/leverage: leverage",
        vc_suggested: 'We use "it", ü\n🥐',
      },
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", '"=1', "'=1", "|cmd", "%x", "\r=1"])(
    "holds no formula: %j",
    (text) => {
      const rows = parse(csv.render(reportOf([flagged(text, { id: text, author: text })]), plain));
      for (const cell of rows[1]) expect(cell).not.toMatch(/^[\s"]*[=+\-@|%]/u);
    },
  );
});
