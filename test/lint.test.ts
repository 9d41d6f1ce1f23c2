import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotLoaded } from "../src/lazy.ts";
import type { LintOptions } from "../src/lint.ts";
import { lines, lintOf, loadedLint, resultOf } from "./lints.ts";
import { postOf } from "./text/post.ts";

const WORDS = "a/one: {terms: {rye: ~, oat: ~}}, a/two: {terms: [rye]}, b/one: {terms: [oat]}";

describe("only and skip", () => {
  it.each<[string, LintOptions, readonly string[]]>([
    ["nothing", {}, ["a/one/rye", "a/two/rye", "a/one/oat", "b/one/oat"]],
    ["a group", { only: ["a"] }, ["a/one/rye", "a/two/rye", "a/one/oat"]],
    ["a rule", { only: ["a/two"] }, ["a/two/rye"]],
    ["an entry", { only: ["a/one/oat"] }, ["a/one/oat"]],
    ["a group and an entry", { only: ["b", "a/one/rye"] }, ["a/one/rye", "b/one/oat"]],
    ["no group", { skip: ["a"] }, ["b/one/oat"]],
    ["no rule", { skip: ["a/one"] }, ["a/two/rye", "b/one/oat"]],
    ["no entry", { skip: ["a/one/rye"] }, ["a/two/rye", "a/one/oat", "b/one/oat"]],
    ["a group without a rule", { only: ["a"], skip: ["a/one"] }, ["a/two/rye"]],
    ["none at all", { only: [] }, []],
  ])("take %s", (_what, options, names) => {
    const lint = lintOf(`rules: {${WORDS}}`, options);
    const found = resultOf(lint, "rye oat").findings.map(({ rule, entry }) => `${rule}/${entry}`);
    expect(found).toEqual(names);
  });

  it("leave the other groups out of the axes", () => {
    expect(resultOf(lintOf(`rules: {${WORDS}}`, { only: ["b"] }), "rye").axes).toEqual({ b: 100 });
  });
});

describe("confidence", () => {
  const pack =
    "rules: {a/b: {confidence: maybe, terms: {rye: ~, oat: {confidence: likely}}}, a/c: {terms: {wheat: {confidence: maybe}, corn: ~}}}";
  const found = (options: LintOptions): readonly string[] =>
    resultOf(lintOf(pack, options), "rye oat wheat corn").findings.map(
      ({ text, confidence }) => `${text} ${confidence}`,
    );

  it("hides what may be, unless all is asked for", () => {
    expect(found({})).toEqual(["oat likely", "corn sure"]);
    expect(found({ all: true })).toEqual(["rye maybe", "oat likely", "wheat maybe", "corn sure"]);
  });

  it("finds the same whether what may be is hidden or not, whatever is spared and wherever it goes", async () => {
    const sparing =
      "rules: {a/b: {confidence: maybe, terms: {rye: ~, oat: {confidence: likely}}, unless: [rye bread, corn]}, a/c: {terms: {wheat: {confidence: maybe}, corn: ~}}}\n" +
      "overrides: [{when: {platform: x}, rules: {a/b: {confidence: sure}}}]";
    const hiding = await loadedLint(sparing);
    const telling = await loadedLint(sparing, { all: true });
    const words = fc.array(fc.constantFrom("rye", "bread", "oat", "wheat", "corn", "and", "."), {
      maxLength: 12,
    });
    const platforms = fc.subarray(["x", "linkedin"]);
    fc.assert(
      fc.property(words, platforms, (all, to) => {
        const post = { id: 1, text: all.join(" "), platforms: to };
        const told = telling(post).findings.filter(({ confidence }) => confidence !== "maybe");
        expect(hiding(post).findings).toEqual(told);
      }),
    );
  });

  it("leaves hidden findings out of the score", () => {
    const lint = lintOf("rules: {a/b: {confidence: maybe, level: error, terms: [rye]}}");
    expect(resultOf(lint, "rye").score).toBe(100);
  });
});

describe("levels", () => {
  it("are the entry's, else the rule's", () => {
    const lint = lintOf(
      "rules: {a/b: {level: error, terms: {rye: {level: info}, oat: ~}}, a/c: {terms: [corn]}}",
    );
    expect(lines(resultOf(lint, "rye oat corn"))).toEqual([
      "info a/b/rye “rye”",
      "error a/b/oat “oat”",
      "warning a/c/corn “corn”",
    ]);
  });

  it("switch rules and entries off", () => {
    const lint = lintOf(
      "rules: {a/b: {level: off, terms: [rye]}, a/c: {terms: {rye: {level: off}, oat: ~}}}",
    );
    expect(lines(resultOf(lint, "rye oat"))).toEqual(["warning a/c/oat “oat”"]);
  });
});

describe("score", () => {
  it("is the lowest axis; an axis is there for each group that ran", () => {
    const lint = lintOf(
      "rules: {a/b: {level: error, terms: [rye]}, c/d: {level: info, terms: [oat]}, e/f: {terms: [corn], when: {platform: x}}, g/h: {level: off, terms: [rye]}}",
    );
    expect(resultOf(lint, "rye oat")).toMatchObject({ score: 70, axes: { a: 70, c: 90 } });
    expect(resultOf(lint, "nothing")).toMatchObject({ score: 100, axes: { a: 100, c: 100 } });
    expect(resultOf(lint, "nothing", { platforms: ["x"] }).axes).toEqual({ a: 100, c: 100, e: 100 });
  });

  it("is 100 where nothing ran", () => {
    expect(resultOf(lintOf("rules: {}"), "rye")).toMatchObject({
      score: 100,
      axes: {},
      findings: [],
      problems: [],
    });
  });
});

describe("posts in another language", () => {
  const pack =
    "rules: {a/b: {terms: [rye]}, c/d: {limit: {count: exclamations, max: 0}}, e/f: {regex: {x: rye}}}";
  const lint = lintOf(pack);

  it.each([
    [undefined, ["a/b", "e/f", "c/d"], undefined],
    ["en", ["a/b", "e/f", "c/d"], undefined],
    ["EN-gb", ["a/b", "e/f", "c/d"], undefined],
    ["en_US", ["a/b", "e/f", "c/d"], undefined],
    ["de", ["e/f", "c/d"], true],
    ["eng", ["e/f", "c/d"], true],
  ])("are spared by what reads words: lang %s", (lang, rules, otherLanguage) => {
    const result = resultOf(lint, "rye!", { lang });
    expect(result.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(result.otherLanguage).toBe(otherLanguage);
    expect("a" in result.axes).toBe(otherLanguage === undefined);
  });

  it("follow the pack's own language", () => {
    const german = lintOf("lang: de\nrules: {a/b: {terms: [rye]}}");
    expect(resultOf(german, "rye", { lang: "de-AT" }).findings).toHaveLength(1);
    expect(resultOf(german, "rye", { lang: "en" })).toMatchObject({ findings: [], otherLanguage: true });
  });

  it("are not counted where no rule reads words", () => {
    const counts = lintOf("rules: {c/d: {limit: {count: exclamations, max: 0}}}");
    expect(resultOf(counts, "Oh!", { lang: "de" }).otherLanguage).toBeUndefined();
  });
});

describe("findings", () => {
  it("stand in order of their places, the shorter first", () => {
    const lint = lintOf("rules: {z/z: {terms: [oat, rye bread]}, a/a: {terms: [rye]}}");
    expect(lines(resultOf(lint, "rye bread, oat"))).toEqual([
      "warning a/a/rye “rye”",
      "warning z/z/rye-bread “rye bread”",
      "warning z/z/oat “oat”",
    ]);
  });

  it("carry reasons and links, the entry's before the rule's", () => {
    const lint = lintOf(
      "rules: {a/b: {why: dull, url: 'https://acme.com/a', message: 'Not “<match>”.', terms: {rye: {why: wet, url: 'https://acme.com/b', message: 'No <entry>.', use: oat}, corn: ~}}}",
    );
    expect(resultOf(lint, "Rye and corn").findings).toMatchObject([
      {
        why: "wet",
        url: "https://acme.com/b",
        message: "No rye. Say “Oat”.",
        suggestions: ["Oat"],
        fixable: true,
      },
      { why: "dull", url: "https://acme.com/a", message: "Not “corn”.", suggestions: [], fixable: false },
    ]);
  });

  it("are fixable by a single suggestion only", () => {
    const lint = lintOf("rules: {a/b: {terms: {rye: [oat, corn], spelt: (delete)}}}");
    expect(resultOf(lint, "Our rye, our spelt bread").findings).toMatchObject([
      { suggestions: ["oat", "corn"], fixable: false },
      { suggestions: [""], fixable: true },
    ]);
  });

  it("know their place in the post's source", () => {
    const lint = lintOf("rules: {a/b: {terms: [rye]}}");
    expect(resultOf(lint, "One\r\n\r\n  two rye").findings[0]).toMatchObject({
      span: { start: 11, end: 14 },
      place: { line: 3, column: 7, endLine: 3, endColumn: 10, offset: 13, endOffset: 16 },
    });
  });
});

describe("ignore comments", () => {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 };
  const waived = (names: readonly string[], text: string, options: LintOptions = {}): readonly string[] => {
    const lint = lintOf(
      `rules: {${WORDS}, c/d: {confidence: maybe, terms: [corn]}, e/f: {terms: [rye], when: {platform: x}}}`,
      options,
    );
    return lines(lint({ ...postOf(text), waivers: [{ text: "w", names, place }] }));
  };

  it.each<[readonly string[], string, readonly string[], LintOptions?]>([
    [["a"], "rye oat", ["warning b/one/oat “oat”"]],
    [["a/one/rye"], "rye", ["warning a/two/rye “rye”"]],
    [["b"], "rye", ["warning waiver/unused “w”", "warning a/one/rye “rye”", "warning a/two/rye “rye”"]],
    [["c"], "corn", []],
    [["e"], "soup", []],
    [["b"], "soup", [], { only: ["a"] }],
    [["a"], "soup", ["warning waiver/unused “w”"], { only: ["a"] }],
    [["a"], "soup", [], { skip: ["a/one"] }],
    [["rye"], "soup", ["error waiver/unknown “w”"]],
  ])("%j in %j", (names, text, expected, options = {}) => {
    expect(waived(names, text, options)).toEqual(expected);
  });
});

describe("modules", () => {
  it("are asked for by posts that need them, until they are loaded", async () => {
    const lint = lintOf("rules: {a/b: {retext: {plugin: retext-repeated-words}}}");
    expect(() => resultOf(lint, "We bake the the bread")).toThrow(NotLoaded);
    await lint.load();
    expect(resultOf(lint, "We bake the the bread").findings).toHaveLength(1);
  });

  it("are loaded for overrides too", async () => {
    const lint = await loadedLint(
      "rules: {a/b: {terms: [rye]}}\noverrides: [{when: {kind: ad}, rules: {a/b: error}}]",
    );
    expect(lines(resultOf(lint, "rye", { kind: "ad" }))).toEqual(["error a/b/rye “rye”"]);
    expect(lines(resultOf(lint, "rye"))).toEqual(["warning a/b/rye “rye”"]);
  });
});

it("is pure: the same post gives the same result, whatever came between", () => {
  const lint = lintOf(`rules: {${WORDS}}`);
  const before = lines(resultOf(lint, "rye and oat"));
  resultOf(lint, "oat");
  expect(lines(resultOf(lint, "rye and oat"))).toEqual(before);
});
