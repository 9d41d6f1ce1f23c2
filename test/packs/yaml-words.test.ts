import { expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/** All that is said of a pack, with where it is said. */
function said(body: string): readonly string[] {
  try {
    parsePack(`voicecheck: 1\n${body}`);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

const COLON = "a text with a colon and a blank inside means a map in YAML: quote the whole text";
const INDENT =
  "this line is indented otherwise than those it belongs to; begin the keys of one map in one column";
const OPEN = "a […] or {…} that opens before this is never closed, or its further lines are not indented";
const starts = (sign: string): string =>
  `a text that starts with ${sign} means something else in YAML: quote the whole text`;

it.each<[string, string]>([
  ["rules:\n\ta/b: x", "3:1 a tab stands at the line's start; indent with blanks"],
  ["---\nname: x", "2:1 a pack is one document; leave out the line “---”, or make two files of it"],
  ["name: @acme", `2:7 ${starts("@")}`],
  ["name: `a", `2:7 ${starts("`")}`],
  ["name: %a", `2:7 ${starts("%")}`],
  ["name: !x y", `2:7 ${starts("!")}`],
  ["name: &", `2:7 ${starts("* or &")}`],
  ["name: > a", `2:9 ${starts(">")}`],
  ["name: | a", `2:9 ${starts("|")}`],
  ["name: [a] b", `2:11 ${starts("[")}`],
  ["name: {a} b", `2:11 ${starts("{")}`],
  ['name: "a" b', `2:11 ${starts('"')}`],
  ["name: 'a' b", `2:11 ${starts("'")}`],
  ["name: ] a", "2:7 “]” closes nothing here; quote a text that holds it"],
  ["name: } a", "2:7 “}” closes nothing here; quote a text that holds it"],
  ["name: - a", "2:7 something stands behind the value here; quote the whole text, or begin a new line"],
  ['name: "a\\q"', "2:9 in double quotes \\ begins an escape; write \\\\, or use single quotes"],
  ["name: a: b", `2:7 ${COLON}`],
  ["name: [a: b: c]", `2:11 ${COLON}`],
  ["name: {a: b: c}", `2:11 ${COLON}`],
  ["name: x\n y: z", `2:7 ${INDENT}`],
  ["name\nrules: {}", `2:1 ${INDENT}`],
  ["name:\n   a: b\n  c: d", `4:1 ${INDENT}`],
  ["name: [a, b\nrules: {}", `3:1 ${OPEN}`],
  ["name: {a: b\nrules: x", `3:1 ${OPEN}`],
  ['name: "a\nrules: {}', "3:10 a quote that opens before this is never closed"],
  ["name: 'a", "2:9 a quote that opens before this is never closed"],
  ["name: [a b {c}]", "2:12 a comma is missing here, or a text with brackets needs quotes"],
  ["a\nb: c", "2:1 a key needs a colon and a value: write “key: value”"],
])("of %j it is said what to write", (body, expected) => {
  expect(said(body)[0]).toBe(expected);
});

it("takes no pack that nests without end", () => {
  expect(said(`name: ${"[".repeat(20_000)}`).join()).toContain(
    "this nests too deep for a pack; write it flatter",
  );
});
