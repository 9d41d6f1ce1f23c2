import { describe, expect, it } from "vitest";
import { createEngine, namesOf } from "../src/engine.ts";
import { prepare } from "../src/lint.ts";
import { parsePack } from "../src/parse-pack.ts";
import { createPackPatterns } from "../src/patterns.ts";
import type { Selection } from "../src/selection.ts";
import { attachedTables, attachTables, buildTables } from "../src/tables.ts";
import { createDoc } from "../src/text/doc.ts";
import { decodeTables, encodeTables } from "../src/text/pattern-codec.ts";
import type { AutomatonTables } from "../src/text/pattern-tables.ts";
import type { Pack } from "../src/types.ts";
import { lines, resultOf } from "./lints.ts";
import { postOf } from "./text/post.ts";

const SOURCE =
  "voicecheck: 1\nbrand: {products: [Elevate]}\nallow: {our rye: ~}\nrules: {a/b: {terms: {rye: ~, lead (v): {level: off}}, unless: [oat (n)]}, a/c: {level: off, terms: [corn]}, d/e: {limit: {count: [wheat], max: 0}}, f/g: {retext: {plugin: retext-passive}}}";

function pack(source = SOURCE): Pack {
  return parsePack(source);
}

describe("createEngine", () => {
  it("compiles the types that rules use, and no rule that is off or not selected", () => {
    const all = createEngine(pack(), pack().rules, createPackPatterns(pack()), {});
    expect(all.runs.map(({ type }) => type)).toEqual(["retext", "terms", "limit"]);
    expect(all.rules.map(({ id }) => id)).toEqual(["a/b", "d/e", "f/g"]);
    expect(all.modules.length).toBeGreaterThan(0);
    const one = createEngine(pack(), pack().rules, createPackPatterns(pack()), { only: ["d"] });
    expect(one.runs.map(({ type }) => type)).toEqual(["limit"]);
    expect(one.modules).toEqual([]);
  });
});

describe("namesOf", () => {
  it("tells groups, rules and entries, also of rules that are off", () => {
    expect(namesOf(pack())).toEqual([
      "a",
      "a/b",
      "a/b/rye",
      "a/b/lead",
      "a/c",
      "a/c/corn",
      "d",
      "d/e",
      "f",
      "f/g",
    ]);
  });
});

/** Tables as they come back from a file. */
function thawed(tables: AutomatonTables): AutomatonTables {
  const read = decodeTables(encodeTables(tables));
  if (read === undefined) throw new Error("the tables were not read back");
  return read;
}

describe("tables", () => {
  const texts = ["rye, our rye", "rye and oats. rye", "Elevate wheat, corn", ""];
  const reports = (of: Pack): readonly string[] => {
    const lint = prepare(of, { skip: ["f"] });
    return texts.flatMap((text) => lines(resultOf(lint, text)));
  };

  it("survive being written to a file and give the same findings", () => {
    const ready = pack();
    attachTables(ready, thawed(buildTables(pack())));
    expect(attachedTables(ready)).toBeDefined();
    expect(attachedTables(pack())).toBeUndefined();
    expect(reports(ready)).toEqual(reports(pack()));
    expect(reports(ready)).toHaveLength(3);
  });

  it("are left aside where only some of the rules run, whose patterns have other numbers", () => {
    const rules = "rules: {a/b: {terms: [rye, corn]}, a/c: {terms: [wheat, oat]}}";
    const ready = pack(`voicecheck: 1\n${rules}`);
    attachTables(ready, buildTables(ready));
    const found = (selection: Selection) =>
      prepare(
        ready,
        selection,
      )({ id: "p", text: "rye wheat" }).findings.map(({ rule, text }) => `${rule} ${text}`);
    expect(found({})).toEqual(["a/b rye", "a/c wheat"]);
    expect(found({ only: ["a/c"] })).toEqual(["a/c wheat"]);
    expect(found({ skip: ["a/b"] })).toEqual(["a/c wheat"]);
  });

  it("fit what prepare compiles, so that nothing is compiled twice", () => {
    const tables = buildTables(pack());
    const patterns = createPackPatterns(pack(), tables);
    createEngine(pack(), pack().rules, patterns, {}).guards.keep(createDoc(postOf("rye")), []);
    expect(patterns.tables()).toBe(tables);
  });
});
