/** One figure of a run. */
export interface Figure {
  readonly what: string;
  /** With its unit. */
  readonly figure: string;
  readonly target: string;
  /** What later runs are compared by, of which less is better: the same figure as a ratio within this run, or megabytes. */
  readonly ratio?: number;
}

/** From how much more on a figure is a regression: runs on a shared machine differ by less. */
const ALLOWED = 1.15;
const HEAD = ["what", "figure", "target", "ratio", "before", "change"];

/** The ratios in a table that `tableOf` made, by what they measure. */
export function ratiosIn(table: string): ReadonlyMap<string, number> {
  const rows = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(
    rows.flatMap(([, what, , , ratio]): [string, number][] =>
      ratio === undefined || ratio === "" || Number.isNaN(Number(ratio)) ? [] : [[what, Number(ratio)]],
    ),
  );
}

/** A table in Markdown of figures beside the ratios of an earlier run. */
export function tableOf(figures: readonly Figure[], before: ReadonlyMap<string, number>): string {
  const rows = figures.map(({ what, figure, target, ratio }) => {
    const known = before.get(what);
    return [what, figure, target, shown(ratio), shown(known), changeOf(ratio, known)];
  });
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |\n`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return line(HEAD) + rule + rows.map(line).join("");
}

/** Those of the figures that are more than 15 % worse than before. */
export function regressions(
  figures: readonly Figure[],
  before: ReadonlyMap<string, number>,
): readonly Figure[] {
  return figures.filter(({ what, ratio = 0 }) => ratio > (before.get(what) ?? ratio) * ALLOWED);
}

function shown(ratio: number | undefined): string {
  return ratio === undefined ? "" : ratio.toPrecision(3);
}

function changeOf(ratio: number | undefined, before: number | undefined): string {
  if (ratio === undefined || before === undefined) return "";
  const percent = Math.round((ratio / before - 1) * 100);
  return `${percent > 0 ? "+" : ""}${percent} %${ratio > before * ALLOWED ? " worse" : ""}`;
}
