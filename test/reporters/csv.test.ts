import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/reporters/csv.ts";
import type { Sheet } from "../../src/types.ts";
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
      findings: [{ edit, suggestions: ["use", "take"] }],
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
        vc_source: "post.txt",
        vc_flags: "corporate/jargon/leverage: leverage → use",
        vc_suggested: 'We use "it", ü\n🥐',
      },
    );
  });

  it("gives a sheet back as it is, row by row", () => {
    const sheet = {
      separator: ";",
      header: ["Date", "Message", "", "vc_score", "Message"],
      rows: [
        { line: 2, endLine: 2, cells: ["2026-06-01", "We leverage it", "=1+1", "3", ""] },
        { line: 3, endLine: 3, cells: ["a note"] },
        { line: 4, endLine: 5, cells: ["", "Two\r\nlines", "@ana", "", "x", "more; of it"] },
      ],
    };
    const posts = [
      flagged("We [[leverage]] it", { source: "june.csv", line: 2, score: 80 }),
      flagged("Two\nlines", { source: "june.csv", line: 4 }),
      flagged("[[lines]]", {
        id: "june.csv#3/x",
        source: "june.csv",
        line: 5,
        score: 40,
        findings: [{ level: "error", edit: { start: 0, end: 5, text: "rows" } }],
      }),
    ];
    expect(csv.render(reportOf(posts), { ...plain, sheetOf: () => sheet }).split("\n")).toEqual([
      "Date;Message;column 3;Message (2);column 6;vc_score;vc_level;vc_flags;vc_suggested",
      "2026-06-01;We leverage it;'=1+1;;;80;warning;corporate/jargon/leverage: leverage;",
      "a note;;;;;;;;",
      ';"Two',
      'lines";\'@ana;x;"more; of it";40;error;corporate/jargon/lines: lines;june.csv#3/x: rows',
      "",
    ]);
    const other = flagged("Soup", { source: "june.csv", line: 2 });
    const changed = csv.render(reportOf([other]), { ...plain, sheetOf: () => sheet });
    expect(changed.split("\n")[0]).toBe(
      "vc_source,id,line,platform,author,account,date,text,vc_score,vc_level,vc_flags,vc_suggested",
    );
  });

  it("puts several sheets under one header", () => {
    const sheets: Readonly<Record<string, Sheet>> = {
      "a.csv": {
        separator: ",",
        header: ["id", "text"],
        rows: [{ line: 2, endLine: 2, cells: ["1", "Soup"] }],
      },
      "b.csv": {
        separator: ",",
        header: ["text", "who"],
        rows: [{ line: 2, endLine: 2, cells: ["Bread", "Ana"] }],
      },
    };
    const posts = [
      flagged("Soup", { source: "a.csv", line: 2 }),
      flagged("Bread", { source: "b.csv", line: 2 }),
    ];
    expect(csv.render(reportOf(posts), { ...plain, sheetOf: (source) => sheets[source] })).toBe(
      "vc_source,id,text,who,vc_score,vc_level,vc_flags,vc_suggested\na.csv,1,Soup,,100,,,\nb.csv,,Bread,Ana,100,,,\n",
    );
  });

  it("keeps the marks that people write with in a file, and no formula twice", () => {
    const post = flagged("\u200fשלום\u202c \u001b[1m", { id: "'=1" });
    const shown = csv.render(reportOf([post]), { ...plain, toFile: true });
    expect(shown).toContain("\u200fשלום\u202c \ufffd[1m");
    expect(shown).toContain("post.txt,'=1,");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", '"=1', "'=1", "|cmd", "%x", "\r=1"])(
    "holds no formula: %j",
    (text) => {
      const rows = parse(csv.render(reportOf([flagged(text, { id: text, author: text })]), plain));
      for (const cell of rows[1]) expect(cell).not.toMatch(/^[\s"]*[=+\-@|%]/u);
    },
  );
});
