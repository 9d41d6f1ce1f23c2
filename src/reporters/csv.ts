import { countedLevel } from "../score.ts";
import { applyEdits } from "../text/edits.ts";
import type { Edit, Finding, Level, PostResult, Reporter, Style } from "../types.ts";
import { fullName } from "./counts.ts";
import { type Row, tableOf } from "./csv-rows.ts";
import { harmlessLines } from "./harmless.ts";

const ORDER: readonly Level[] = ["error", "warning", "info"];
/** A spreadsheet takes a cell that begins so for a formula; what stands behind a blank or a quote, too. */
const FORMULA = /^[\s"]*[=+\-@\t\r|%]/u;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff]/gu;
/** Marks that people write with, but that turn the direction of a terminal or a build log: they stay in a file alone. */
const DIRECTIONS = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
/** What was flagged is cut to so many characters. */
const LONGEST_FLAG = 60;

/** The sheets as they are, each row with its score, worst level, flags, and its text after what can be mended without asking. */
export const csv: Reporter = {
  name: "csv",
  summary: "your sheet with scores, flags and what is suggested; posts of other files as a sheet",
  render: ({ posts }, style) => {
    const { columns, rows, separator } = tableOf(posts, style);
    // Where a comma is the decimal sign, sheets are cut by semicolons; a tab would be no CSV.
    const between = separator === ";" ? ";" : ",";
    const isOne = new Set(rows.map(({ source }) => source)).size <= 1 && separator !== undefined;
    const lines = [
      [...(isOne ? [] : ["vc_source"]), ...columns, "vc_score", "vc_level", "vc_flags", "vc_suggested"],
      ...rows.map((row) => [
        ...(isOne ? [] : [row.source]),
        ...columns.map((name) => row.cells.get(name) ?? ""),
        ...verdictOn(row),
      ]),
    ];
    return harmlessLines(
      lines.flatMap((cells) =>
        cells
          .map((cell) => cellOf(cell, style))
          .join(between)
          .split("\n"),
      ),
    );
  },
};

/** A row without posts has no verdict; of several posts in a row the worst counts. */
function verdictOn({ results }: Row): readonly string[] {
  if (results.length === 0) return ["", "", "", ""];
  const findings = results.flatMap((result) => result.findings);
  const level = ORDER.find((each) => findings.some((finding) => countedLevel(finding) === each)) ?? "";
  const score = results.reduce((least, result) => Math.min(least, result.score), 100);
  const suggested = results.flatMap((result) => suggestedOf(result, results.length > 1));
  return [String(score), level, findings.map(flagOf).join("; "), suggested.join("\n\n")];
}

function flagOf(finding: Finding): string {
  const { text, suggestions } = finding;
  const words = text.replace(/\s+/gu, " ");
  const shown = words.length <= LONGEST_FLAG ? words : `${[...words].slice(0, LONGEST_FLAG - 2).join("")} …`;
  const instead = suggestions[0] === undefined || suggestions[0] === "" ? "" : ` → ${suggestions[0]}`;
  return `${fullName(finding)}: ${shown}${instead}`;
}

function suggestedOf({ post, findings }: PostResult, isNamed: boolean): readonly string[] {
  let end = 0;
  const edits: Edit[] = [];
  for (const { edit } of findings) {
    if (edit === undefined || edit.start < end) continue;
    edits.push(edit);
    end = edit.end;
  }
  if (edits.length === 0) return [];
  const text = applyEdits(post.text, edits);
  return [isNamed ? `${post.id}: ${text}` : text];
}

/** A cell by RFC 4180; what would be a formula begins with an apostrophe, which spreadsheets show as text. */
function cellOf(text: string, { toFile = false }: Style): string {
  const lines = text.replace(/\r\n?/gu, "\n").replace(CONTROLS, (sign) => (sign === "\t" ? " " : "\ufffd"));
  const shown = toFile ? lines : lines.replace(DIRECTIONS, "\ufffd");
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n;\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
