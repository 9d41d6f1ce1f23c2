import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "./lints.ts";

const NEGATORS = ["not", "never", "no", "without", "avoid", "stop", "don't", "don’t", "can't", "cannot"];

/** Rows for the scope under each value of `in`: `[[…]]` at full level, `{{…}}` lowered, else nothing. */
const TABLE: readonly [string, string, readonly string[]][] = [
  [
    "prose, by default",
    "prose",
    [
      "We [[leverage]] rye",
      "She said “we {{leverage}} rye” and [[leverage]]",
      'The "{{leverage}}" talk',
      "The word {{leverage}} is dull, the term {{leverage}} too, the phrase {{leverage}} as well",
      "Don't {{leverage}} it. [[Leverage]] it",
      "Never say {{leverage}}",
      "We leave without {{leverage}}",
      "Not really even to {{leverage}}, but not the one big [[leverage]]",
      "We are not bakers who [[leverage]]",
      "No. [[Leverage]] it",
      "Call the word. [[Leverage]] it",
      "A word [[leverage]]",
      "Words like {{leverage}}, buzzwords such as {{leverage}}, the expression {{leverage}}",
      "We like [[leverage]], such as [[leverage]], and people like [[leverage]]",
      "The words: like [[leverage]]",
      "Stop saying {{leverage}}. Nobody gets by without using {{leverage}}",
      "Bread isn’t about {{leverage}}, and it cannot {{leverage}}",
      "It's not just [[leverage]] and not only [[leverage]]",
      "We never stop [[leveraging]], can't avoid [[leverage]], and not without [[leverage]]",
      "Why not [[leverage]] it? Why would you not {{leverage}} it?",
      "We no longer [[leverage]] it",
      "#Leverage #WeLeverage",
    ],
  ],
  [
    "quote",
    "[prose, quote]",
    ["She said “we [[leverage]] rye”", "The word [[leverage]]", "Never {{leverage}} it", "#Leverage"],
  ],
  [
    "negation",
    "[prose, negation]",
    ["Never [[leverage]] it", "“We {{leverage}} it”", "The word {{leverage}}"],
  ],
  [
    "hashtag",
    "[prose, hashtag]",
    [
      "We [[leverage]]",
      "[[#Leverage]], [[#WeLeverageRye]], #leveraged",
      "“[[#Leverage]]”",
      "Never [[#Leverage]]",
    ],
  ],
  ["quotations alone", "quote", ["We leverage, “we [[leverage]]”, never leverage"]],
  ["negation alone", "negation", ["We leverage, “we leverage”, never [[leverage]]"]],
  ["tags alone", "hashtag", ["We leverage, “we leverage”, never leverage, [[#Leverage]]"]],
];

describe("in", () => {
  describe.each(TABLE)("%s", (_what, scopes, rows) => {
    const lint = lintOf(`rules: {a/b: {terms: [leverage, leveraging], in: ${scopes}}}`);
    it.each(rows)("%s", (row) => expect(shown(resultOf(lint, bare(row)))).toBe(row));
  });

  it.each(NEGATORS)("knows %s", (word) => {
    const lint = lintOf("rules: {a/b: {terms: [leverage]}}");
    expect(resultOf(lint, `We ${word} leverage`).findings[0]).toMatchObject({
      level: "info",
      lowered: "negated",
    });
  });

  it.each([
    "a",
    "any",
    "the",
    "our",
    "your",
    "really",
    "even",
    "to",
    "be",
    "say",
    "use",
    "call",
    "like",
    "as",
    "such",
    "so",
    "about",
  ])("lets %s stand between", (word) => {
    const lint = lintOf("rules: {a/b: {terms: [leverage]}}");
    expect(resultOf(lint, `Never ${word} leverage`).findings[0].lowered).toBe("negated");
  });

  it("reaches four words to the left and no further", () => {
    const lint = lintOf("rules: {a/b: {terms: [leverage]}}");
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "so", "really"), { maxLength: 8 }), (words) => {
        const [finding] = resultOf(lint, ["Never", ...words, "leverage"].join(" ")).findings;
        expect(finding.lowered).toBe(words.length < 4 ? "negated" : undefined);
      }),
    );
  });
});

describe("a lowered finding", () => {
  const lint = lintOf("rules: {a/b: {level: error, terms: {leverage: use}}}");

  it.each([
    ["“We leverage”", "quoted", "quoted, so it counts less"],
    ["Never leverage", "negated", "negated, so it counts less"],
    ["The word leverage", "mentioned", "talked about, so it counts less"],
  ])("says why: %s", (text, lowered, note) => {
    const [finding] = resultOf(lint, text).findings;
    expect(finding).toMatchObject({ level: "info", lowered, fixable: false, suggestions: ["use"] });
    expect(finding.message).toBe(`“leverage” is not our voice. Say “use”. (${note})`);
  });

  it("counts as info", () => {
    expect(resultOf(lint, "Never leverage").score).toBe(90);
    expect(resultOf(lint, "We leverage").score).toBe(70);
  });

  it("is not made by what looks at the whole post", () => {
    const loud = lintOf("rules: {a/b: {level: error, limit: {count: exclamations, max: 0}}}");
    expect(resultOf(loud, "“Never!”").findings[0]).toMatchObject({ level: "error" });
  });

  it.each([
    [
      "raw",
      [
        "Our [[**rye**]]",
        "[[#rye**]] so",
        "“Our {{**rye**}}”",
        "Never {{**}}",
        "[[https://acme.com/a**b**]]c",
      ],
    ],
    ["[raw, quote]", ["“Our [[**rye**]]”", "Never {{**}}"]],
    ["prose", ["Our [[**rye**]]", "https://acme.com/a**b**c"]],
  ])("depends on the quotations that a regex is told to look into: in %s", (scopes, rows) => {
    const stars = lintOf(`rules: {a/b: {regex: {stars: '[a-z:/.#]*[*]{2}([a-z]+[*]{2})?'}, in: ${scopes}}}`);
    for (const row of rows) expect(shown(resultOf(stars, bare(row)))).toBe(row);
  });

  it("is not made by a tag or handle that a term names", () => {
    const tags = lintOf("rules: {a/b: {terms: ['#blessed', '@acme']}}");
    for (const row of ["So [[#blessed]]", "[[#Blessed]] [[@acme]]", "#blessedday"])
      expect(shown(resultOf(tags, bare(row)))).toBe(row);
  });
});
