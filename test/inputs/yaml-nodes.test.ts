import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { below, endOf, resolved, type YamlFile, yamlPlaces } from "../../src/inputs/yaml-nodes.ts";
import { lineIndex } from "../../src/text/lines.ts";

const yaml = await import("yaml");

function fileOf(text: string) {
  const document = parseDocument(text, { schema: "failsafe", merge: true, prettyErrors: false });
  const file: YamlFile = { yaml, document, text, offset: 0, lines: () => lineIndex(text) };
  const root = resolved(document.contents, file);
  if (root === undefined) throw new Error("an empty document");
  return { file, root };
}

describe("below", () => {
  it.each([
    ["a: one", "a", "one"],
    ["{a: one, a: two}", "a", "two"],
    ["x: &x {a: one}\n<<: *x", "a", "one"],
    ["x: &x {a: one}\na: own\n<<: *x", "a", "own"],
    // Of several that are merged the first wins; what is no map gives nothing.
    ["x: &x {a: one}\ny: &y {a: two}\n<<: [*x, *y]", "a", "one"],
    ["x: &x {a: one}\n<<: [no, [a], *x]", "a", "one"],
    ["x: &x {a: one}\n<<: *x\n<<: *gone", "a", "one"],
    ["<<: text", "a", undefined],
    ["? [a]\n: one", "a", undefined],
    ["one", "a", undefined],
    ["[one, two]", 1, "two"],
    ["[one, two]", 2, undefined],
  ])("of %j at %j is %j", (text, step, expected) => {
    const { file, root } = fileOf(text);
    const found = below(root, step, file);
    expect(yaml.isScalar(found) ? found.value : undefined).toBe(expected);
  });
});

describe("endOf", () => {
  it.each([
    ["a: one # why\n\n", "a: one"],
    ["a:\n  - b\n  - c: d\n\n# why\n", "a:\n  - b\n  - c: d"],
    ["a: {b: c} # why", "a: {b: c}"],
    ["- []\n", "- []"],
    ["a: one\n? b\n", "a: one\n? b"],
  ])("of %j is behind %j", (text, expected) => {
    const { file, root } = fileOf(text);
    expect(text.slice(0, endOf(root, file))).toBe(expected);
  });
});

describe("yamlPlaces", () => {
  it.each([
    [["b"], "nothing stands at b in this YAML"],
    [["b", "c"], "nothing stands at b.c in this YAML"],
    [["a"], "no text stands at a in this YAML"],
  ])("refuses a path to no text: %j", (path, message) => {
    const { file, root } = fileOf("a: [one]");
    expect(() => yamlPlaces(root, file).written(path)).toThrow(message);
  });

  it("gives what is written, and the line", () => {
    const { file, root } = fileOf("a: one\nb: 'it''s'\nc: |\n  two\n");
    const places = yamlPlaces(root, file);
    expect(["a", "b"].map((key) => places.written([key]))).toEqual(["one", "it''s"]);
    expect(["a", "b", "c"].map((key) => places.lineOf([key], 0))).toEqual([1, 2, 4]);
  });
});
