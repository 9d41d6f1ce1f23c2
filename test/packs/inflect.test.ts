import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inflect } from "../../src/packs/inflect.ts";
import type { FormName, Mark } from "../../src/types.ts";

const NAMES: Readonly<Record<Mark, readonly FormName[]>> = {
  v: ["base", "s", "past", "done", "ing"],
  n: ["one", "many"],
  adj: ["base", "er", "est"],
};

interface Row {
  readonly word: string;
  readonly mark: Mark;
  readonly forms: readonly string[];
}

function markOf(text: string): Mark {
  if (text === "v" || text === "n" || text === "adj") return text;
  throw new Error(`no mark: ${text}`);
}

const rows: readonly Row[] = readFileSync(join(import.meta.dirname, "../../fixtures/forms.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [word, mark, forms] = line.split("\t");
    return { word, mark: markOf(mark), forms: forms.split(" ") };
  });

describe("inflect", () => {
  it.each(rows)("$word ($mark)", ({ word, mark, forms }) => {
    const got = inflect(word, mark);
    const shown = NAMES[mark].map((name) =>
      got
        .filter(({ form }) => form === name)
        .map(({ text }) => text)
        .join("/"),
    );
    expect(shown.filter((text) => text !== "")).toEqual(forms);
  });

  it("replaces forms that are given by hand", () => {
    const forms = inflect("focus", "v", { past: "focussed", done: "focussed" });
    expect(forms.filter(({ form }) => form === "past")).toEqual([{ form: "past", text: "focussed" }]);
    expect(forms.find(({ form }) => form === "ing")).toEqual({ form: "ing", text: "focusing" });
  });
});
