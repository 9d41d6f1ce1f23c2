import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonNode, type JsonNode, jsonTree } from "../../src/inputs/json-tree.ts";
import { runs } from "../runs.ts";

/** What a tree stands for, read from its places alone. */
function valueOfNode(text: string, node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map((item) => valueOfNode(text, item));
  if (node.kind === "object") {
    return Object.fromEntries(Array.from(node.members, ([key, member]) => [key, valueOfNode(text, member)]));
  }
  return JSON.parse(text.slice(node.start, node.end));
}

describe("jsonTree", () => {
  it("says of every JSON what JSON.parse says", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.nat(3), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const tree = jsonTree(text);
        expect(isJsonNode(tree) && valueOfNode(text, tree)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"',
      '"a"',
      "\\",
      "\\u00",
      "1",
      "-",
      "01",
      "1.",
      "1e5",
      "true",
      "nul",
      " ",
      "\n",
      "\t",
      "'",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const tree = jsonTree(text);
        expect(isJsonNode(tree)).toBe(isJson);
        if (!isJsonNode(tree)) expect(tree.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ['{"a":}', 5, "value"],
    ['{"a" 1}', 5, "colon"],
    ['{"a":1 "b":2}', 7, "comma"],
    ['{"a":1,}', 7, "key"],
    ["{a:1}", 1, "key"],
    ["{'a':1}", 1, "key"],
    ['{"a":"x', 5, "closed"],
    ['{"a":"x\ty"}', 7, "control"],
    ['{"a":"x\\y"}', 7, "backslash"],
    ['{"a":[1,2', 9, "ends"],
    ['{"a":1} x', 8, "over"],
    ["", 0, "ends"],
  ])("says where %j stops being JSON", (text, offset, said) => {
    expect(jsonTree(text)).toEqual({ offset, message: expect.stringContaining(said) });
  });

  it("doesn't mind depth or length", () => {
    expect(jsonTree("[".repeat(500_000))).toMatchObject({ offset: 500_000 });
    expect(isJsonNode(jsonTree(`"${"\\n".repeat(2_000_000)}"`))).toBe(true);
  });
});

it("knows no escape in capitals", () => {
  for (const text of ['"\\R"', '"\\U0041"', '"\\N"']) expect(isJsonNode(jsonTree(text))).toBe(false);
  expect(isJsonNode(jsonTree('"\\u00Ff"'))).toBe(true);
});
