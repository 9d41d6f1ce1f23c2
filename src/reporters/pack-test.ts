import type { ExampleReport, Failure } from "../example-report.ts";
import type { PackPlace } from "../packs/pack-places.ts";
import type { Style } from "../types.ts";
import { counted } from "./counts.ts";
import { harmless, harmlessJson, harmlessLines } from "./harmless.ts";

/** What came out of the examples of a pack, each failure with its place. */
export interface PackTest extends Omit<ExampleReport, "failures"> {
  readonly pack: string;
  readonly failures: readonly PlacedFailure[];
}

/** A failure, and where its example, entry or rule stands. */
export interface PlacedFailure extends Failure {
  readonly place?: PackPlace;
}

/** For people: a line for each failure, and one that counts. */
export function packTestText(test: PackTest, style: Style): string {
  return harmlessLines([
    ...test.failures.map((failure) => failureLine(failure, style)),
    closing(test, style),
  ]);
}

/** For programs (docs/json.md), a failure to a line. */
export function packTestJson({ pack, rules, entries, written, made, failures }: PackTest): string {
  const summary = { rules, entries, examples: written, made, failures: failures.length };
  const list = failures.map((failure) => `\n  ${harmlessJson(dataOf(failure))}`).join(",");
  return [
    `{"version":1,"pack":${harmlessJson(pack)},`,
    ` "summary":${harmlessJson(summary)},`,
    ` "failures":[${list}]}`,
    "",
  ].join("\n");
}

function dataOf({ rule, entry, kind, example, expected, got, place }: PlacedFailure): object {
  return { rule, entry, kind, example, expected, got, place };
}

function failureLine(
  { rule, entry, kind, example, expected, got, place }: PlacedFailure,
  style: Style,
): string {
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
  const name = harmless(entry === undefined ? rule : `${rule}/${entry}`);
  const post = example === undefined ? "" : ` “${harmless(example)}”${kind === "made" ? " (made)" : ""}:`;
  const came = `expected ${harmless(expected)}, got ${harmless(got)}`;
  return `${style.paint("dim", harmless(where))}${style.paint("bold", name)}:${post} ${came}`;
}

function closing({ pack, rules, entries, written, made, failures }: PackTest, style: Style): string {
  const sizes = [
    counted(rules, "rule"),
    entries === 1 ? "1 entry" : `${entries} entries`,
    `${counted(written, "example")} and ${made} made`,
  ];
  const tested = `${harmless(pack)}: ${sizes.join(", ")}`;
  const tail =
    style.elapsed === undefined ? "" : ` · ${style.paint("dim", `${Math.round(style.elapsed)} ms`)}`;
  return failures.length === 0
    ? `${style.paint("good", "✔")} ${tested}, all hold${tail}`
    : `${style.paint("error", "✖")} ${counted(failures.length, "failure")} in ${tested}${tail}`;
}
