import { countedLevel, groupOf } from "../score.ts";
import type { Finding, Post, PostResult, Report, Reporter, Style } from "../types.ts";
import { displayWidth, padded } from "./cells.ts";
import { closingLine, fullName, messageOf } from "./counts.ts";
import { type FlaggedLine, fits, flaggedLines, frameLines } from "./frame.ts";
import { harmless, harmlessLines } from "./harmless.ts";
import { wrapped } from "./rows.ts";
import { barLines, sumLines } from "./scores.ts";

const INDENT = "  ";
const LEVEL_WIDTH = "warning".length;
/** Where no terminal says how wide it is. */
const USUAL_WIDTH = 120;
const LEAST_WIDTH = 40;
/** A message is put under its rule's name when fewer cells than this are left beside it. */
const LEAST_MESSAGE_WIDTH = 30;

/** For people: each flagged line of a post once, with all its flags under it. */
export const pretty: Reporter = {
  name: "pretty",
  summary: "for people: each flagged line once, with carets under its flags (the default)",
  render: (report, style) => harmlessLines(prettyLines(report, style)),
};

function prettyLines(report: Report, style: Style): readonly string[] {
  const lines = report.posts.flatMap((result) => {
    const findings = result.findings.filter((finding) => !style.quiet || countedLevel(finding) === "error");
    // Who asks for scores wants to see those of all posts.
    if (findings.length === 0 && style.scores !== true) return [];
    const flags = findings.length === 0 ? [] : postLines(result.post, findings, style);
    const bars = style.scores === true ? barLines(result, style) : [];
    const sums = style.explainScore === true ? sumLines(result, style) : [];
    return [headLine(result, style), ...bars, ...flags, ...sums, ""];
  });
  lines.push(closingLine(report, style));
  return lines;
}

/** `june.csv:14  row 13 · x · @ana · 271/280 · score 62` */
function headLine({ post, counts, score }: PostResult, style: Style): string {
  const about = [
    nameOf(post),
    post.platforms.join(", "),
    post.account,
    post.author,
    countsText(counts),
    `score ${score}`,
  ];
  const known = about.filter((part): part is string => part !== undefined && part !== "");
  const place = style.paint("bold", harmless(`${post.source}:${post.line}`));
  return `${place}  ${style.paint("dim", harmless(known.join(" · ")))}`;
}

/** `271/280`; of several platforms with their names. */
function countsText(counts: PostResult["counts"] = {}): string {
  const all = Object.entries(counts);
  return all
    .map(([name, { count, limit }]) => `${all.length > 1 ? `${name} ` : ""}${count}/${limit}`)
    .join(", ");
}

/** What a post is called beside its file: its own id, or which row or part it is. */
function nameOf({ id, source }: Post): string {
  const name = String(id);
  if (name === source) return "";
  if (!name.startsWith(`${source}#`)) return name;
  return `${/\.[ct]sv$/iu.test(source) ? "row" : "post"} ${name.slice(source.length + 1)}`;
}

function postLines(post: Post, findings: readonly Finding[], style: Style): readonly string[] {
  const width =
    Math.max(LEAST_WIDTH, Number.isFinite(style.width) ? style.width : USUAL_WIDTH) - INDENT.length;
  // A gate speaks of all flags, so it comes after them, and nothing is underlined for it.
  const gates = findings.filter(({ rule }) => groupOf(rule) === "gate");
  const others = gates.length === 0 ? findings : findings.filter((finding) => !gates.includes(finding));
  const lines = flaggedLines(post.text, others);
  const nameWidth = widestName(findings);
  const isNumbered = lines.some((line) => lineInFile(line) !== post.line);
  const gutter = isNumbered ? String(lineInFile(lines[lines.length - 1])).length + 2 : 0;
  const flags = lines.flatMap((line) => {
    const shown = line.findings.filter((finding) => !isOfWholePost(post.text, line, finding, width));
    const frame =
      shown.length === 0 ? [] : frameLines(post.text, { ...line, findings: shown }, width - gutter, style);
    const rows = frame.map((row, index) => {
      const number = isNumbered && index === 0 ? String(lineInFile(line)) : "";
      return INDENT + style.paint("dim", number.padEnd(gutter)) + row;
    });
    return rows.concat(findingLines(line.findings, nameWidth, style));
  });
  return flags.concat(findingLines(gates, nameWidth, style));
}

function lineInFile(line: FlaggedLine): number {
  return line.findings[0].place.line;
}

/** A flag on all of a long post is not underlined: it would say nothing about where. */
function isOfWholePost(text: string, line: FlaggedLine, { span }: Finding, width: number): boolean {
  if (span.start > 0 || span.end < text.length) return false;
  return line.end < text.length || !fits(text, line, width);
}

function widestName(findings: readonly Finding[]): number {
  let width = 0;
  for (const finding of findings) width = Math.max(width, displayWidth(harmless(fullName(finding))));
  return width;
}

function findingLines(findings: readonly Finding[], nameWidth: number, style: Style): readonly string[] {
  return findings.flatMap((finding) => {
    const level = countedLevel(finding);
    const name = padded(harmless(fullName(finding)), nameWidth);
    const head = `${INDENT}${style.paint(level, level.padEnd(LEVEL_WIDTH))}  ${name}`;
    const said = harmless(messageOf(finding));
    const lines = messageLines(head, INDENT.length + LEVEL_WIDTH + 2 + nameWidth + 2, said, style);
    return finding.fixable ? lines.with(-1, `${lines.at(-1)}  ${style.paint("good", "fix")}`) : lines;
  });
}

/** The message beside the rule's name, or under it where the terminal is narrow. */
function messageLines(head: string, column: number, said: string, style: Style): readonly string[] {
  if (!Number.isFinite(style.width)) return [`${head}  ${said}`];
  const isNarrow = style.width - column < LEAST_MESSAGE_WIDTH;
  const indent = isNarrow ? INDENT.length * 2 : column;
  const [first, ...rest] = wrapped(said, Math.max(LEAST_MESSAGE_WIDTH, style.width - indent));
  const hung = rest.map((line) => " ".repeat(indent) + line);
  return isNarrow ? [head.trimEnd(), " ".repeat(indent) + first, ...hung] : [`${head}  ${first}`, ...hung];
}
