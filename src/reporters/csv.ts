import { countedLevel } from "../score.ts";
import { applyEdits } from "../text/edits.ts";
import type { Edit, Level, PostResult, Reporter } from "../types.ts";
import { fullName } from "./counts.ts";
import { harmlessLines } from "./harmless.ts";

const COLUMNS = [
  "id",
  "source",
  "line",
  "platform",
  "author",
  "account",
  "date",
  "text",
  "vc_score",
  "vc_level",
  "vc_flags",
  "vc_suggested",
];
const ORDER: readonly Level[] = ["error", "warning", "info"];
/** A spreadsheet takes a cell that begins so for a formula; what stands behind a blank or a quote, too. */
const FORMULA = /^[\s"']*[=+\-@\t\r|%]/u;
// A sheet may be shown in a terminal or a build log, too: line breaks stay, all else that acts is replaced.
const ACTIVE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/** The posts as a sheet, each with its score, worst level, flags, and its text after what can be mended without asking. */
export const csv: Reporter = {
  name: "csv",
  summary: "the posts as a sheet with scores, flags and what is suggested",
  render: ({ posts }) =>
    harmlessLines([COLUMNS, ...posts.map(rowOf)].flatMap((row) => row.map(cellOf).join(",").split("\n"))),
};

function rowOf({ post, score, findings }: PostResult): readonly string[] {
  const { id, source, line, platforms, author = "", account = "", date = "", text } = post;
  const level = ORDER.find((each) => findings.some((finding) => countedLevel(finding) === each)) ?? "";
  const flags = findings.map((finding) => `${fullName(finding)}: ${finding.text}`).join("; ");
  const about = [String(id), source, String(line), platforms.join(", "), author, account, date];
  return [...about, text, String(score), level, flags, suggestedOf(text, findings)];
}

function suggestedOf(text: string, findings: PostResult["findings"]): string {
  let end = 0;
  const edits: Edit[] = [];
  for (const { edit } of findings) {
    if (edit === undefined || edit.start < end) continue;
    edits.push(edit);
    end = edit.end;
  }
  return edits.length === 0 ? "" : applyEdits(text, edits);
}

/** A cell by RFC 4180; what would be a formula begins with an apostrophe, which spreadsheets show as text. */
function cellOf(text: string): string {
  const shown = text.replace(ACTIVE, (sign) => (sign === "\t" ? " " : "\ufffd"));
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n;\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
