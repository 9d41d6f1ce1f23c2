import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFixes, fixesOf } from "../src/fix.ts";
import { fixSource } from "../src/fix-source.ts";
import { prepare } from "../src/lint.ts";
import { parsePack } from "../src/parse-pack.ts";
import { postFrom } from "../src/post.ts";
import { applyEdits } from "../src/text/edits.ts";
import type { Edit, Finding, Hidden, Post } from "../src/types.ts";
import { runs } from "./runs.ts";

const pack = parsePack(`voicecheck: 1
brand: {names: [Leverage Labs]}
rules:
  corporate/jargon:
    terms:
      leverage (v): use
      utilize (v): leverage
      synergy (n): teamwork
      solution (n): answer
      best in class: [good, fine]
      very: (delete)
      moreover: also
  commercial/push: {terms: {buy now: hurry up}}
  commercial/hurry: {terms: {hurry up: ~}}
  style/also: {limit: {count: [also], max: 1}}`);
const lint = prepare(pack);

async function fixed(text: string): Promise<string> {
  const source = {
    lint,
    pack,
    write: (words: string) => words,
    read: async (current: string) => [postFrom({ id: "p", text: current })],
  };
  return (await fixSource(text, source)).text;
}

describe("fixing", () => {
  it.each([
    ["We leveraged it.", "We used it."],
    ["Leveraging SYNERGIES", "Using TEAMWORK"],
    ["An utilization. We utilize it.", "An utilization. We utilize it."],
    ["It is a very open shop, very", "It is an open shop, very"],
    ["Very good bread", "Good bread"],
    ["A solution for us", "An answer for us"],
    // Several suggestions: the writer chooses.
    ["The best in class bread", "The best in class bread"],
    // Quoted, negated, protected.
    ["They “leverage” it, never leverage it", "They “leverage” it, never leverage it"],
    [
      "#leverage @leverage https://leverage.com `leverage`",
      "#leverage @leverage https://leverage.com `leverage`",
    ],
    ["We use Leverage Labs", "We use Leverage Labs"],
    // What it would say instead is flagged itself.
    ["So buy now", "So buy now"],
    ["Also, moreover this", "Also, moreover this"],
    ["Moreover this", "Also this"],
    ["We leverage it, buy now, leverage it", "We use it, buy now, use it"],
  ])("%s → %s", async (text, after) => {
    expect(await fixed(text)).toBe(after);
  });

  it("says why not", () => {
    const why = (text: string): readonly string[] =>
      chooseFixes(lint, lint({ id: "p", text }), pack).refusals.map((refusal) => refusal.why);
    expect(why("The best in class bread")).toEqual(["there are several suggestions, so the choice is yours"]);
    expect(why("They “leverage” it")).toEqual(["quoted, so it counts less"]);
    expect(why("So buy now")).toEqual(["it would bring a new flag: commercial/hurry"]);
    expect(why("We utilize it")).toEqual(["it would bring a new flag: corporate/jargon"]);
  });

  const bits = fc.constantFrom(
    "leverage",
    "Leveraging",
    "synergies",
    "very",
    "Very",
    "a",
    "an",
    "solution",
    "utilized",
    "moreover",
    "also",
    "buy now",
    "https://leverage.com/very",
    "@very",
    "#Synergy",
    "$20",
    "7",
    "“",
    "”",
    ".",
    "!",
    ",",
    "\n",
    "\n\n",
    "🎉",
    "Leverage Labs",
    "best in class",
    "café",
    "you",
  );
  const texts = fc.array(bits, { maxLength: 25 }).map((parts) => parts.join(" "));
  const PROTECTED = /https:\S+|[@#]\w+|\$?\d+|Leverage Labs/gu;

  it("changes nothing when run twice, and never a link, handle, tag, number or name", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const once = await fixed(text);
        expect(await fixed(once)).toBe(once);
        expect(once.match(PROTECTED)).toEqual(text.match(PROTECTED));
        expect(once.match(/[“”]/gu)).toEqual(text.match(/[“”]/gu));
      }),
      { numRuns: runs(500) },
    );
  });

  it("never makes a new flag", () => {
    const flags = (text: string): number => lint({ id: "p", text }).findings.length;
    fc.assert(
      fc.property(texts, (text) => {
        const { fixes } = chooseFixes(lint, lint({ id: "p", text }), pack);
        const after = applyEdits(
          postFrom({ id: "p", text }).text,
          fixes.map(({ edit }) => edit),
        );
        expect(flags(after)).toBeLessThanOrEqual(flags(text) - fixes.length);
      }),
      { numRuns: runs(500) },
    );
  });
});

/** A finding of some words, mended by an edit of them where one is given. */
function flag(rule: string, start: number, end: number, edit?: Edit): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: start, endOffset: end };
  return {
    rule,
    level: "error",
    confidence: "sure",
    message: "",
    text: "",
    span: { start, end },
    place,
    suggestions: [],
    fixable: edit !== undefined,
    edit,
  };
}

type Cut = readonly [start: number, end: number, text: string];

const flagged = (cuts: readonly Cut[]): readonly Finding[] =>
  cuts.map(([start, end, text]) => flag("a/b", start, end, { start, end, text }));

describe("of the edits that overlap", () => {
  it.each<[string, readonly Cut[], string]>([
    ["the first is made", [[0, 4, "A"], [2, 6, "B"]], "0-4"], // biome-ignore format: a row
    ["the first in the text", [[5, 6, ""], [0, 2, ""]], "0-2 5-6"], // biome-ignore format: a row
    ["the longer of two that begin together", [[0, 2, ""], [0, 4, ""], [0, 3, ""]], "0-4"], // biome-ignore format: a row
    ["both, where they only touch", [[0, 2, ""], [2, 4, ""]], "0-2 2-4"], // biome-ignore format: a row
    ["none put in where another ends", [[0, 2, ""], [2, 2, "x"], [3, 3, "x"]], "0-2 3-3"], // biome-ignore format: a row
    ["one of two put in together", [[0, 0, "x"], [0, 0, "x"]], "0-0"], // biome-ignore format: a row
  ])("%s", (_what, cuts, expected) => {
    const made = fixesOf([flag("a/c", 0, 9), ...flagged(cuts)]).map(
      ({ edit }) => `${edit.start}-${edit.end}`,
    );
    expect(made.join(" ")).toBe(expected);
  });
});

describe("choosing", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz".repeat(2);
  const names = (...all: readonly string[]) => ({ brand: { ...pack.brand, names: all } });
  const chosen = (text: string, cuts: readonly Cut[], ...all: readonly string[]): string => {
    const post = postFrom({ id: "p", text });
    const { fixes, refusals } = chooseFixes(
      () => ({ findings: [] }),
      resultOf(post, flagged(cuts)),
      names(...all),
    );
    const whys = refusals.map(({ finding, why }) => `${finding.span.start}: ${why}`);
    return [...fixes.map(({ edit }) => edit.start), ...whys].join("; ");
  };
  const resultOf = (post: Post, findings: readonly Finding[]) => ({ ...lint(post), findings });

  it.each<[string, string, readonly string[]]>([
    ["leverage it now", "9; 0: it touches a name of the brand", ["lever"]],
    ["leverage it now", "9; 0: it touches a name of the brand", ["", "age"]],
    [
      "leverage it now",
      "0: it touches a name of the brand; 9: it touches a name of the brand",
      ["it", "age"],
    ],
    ["leverage it now", "0; 9", [" ", " now", "Lever"]],
    ["leverage itit now", "0; 9: it touches a name of the brand", ["itit"]],
  ])("in %j gives %j where the names are %j", (text, expected, all) => {
    expect(chosen(text, [[0, 8, "use"], [9, 11, "that"]], ...all)).toBe(expected); // biome-ignore format: a row
  });

  /** Chooses among edits of single letters, when checking again gives these flags; the texts that were checked too. */
  function among(count: number, again: (text: string) => readonly Finding[]) {
    const cuts = Array.from({ length: count }, (_, index): Cut => [3 * index, 3 * index + 1, "++"]);
    const checked: string[] = [];
    const check = (post: Post) => {
      checked.push(post.text);
      return { findings: again(post.text) };
    };
    const { fixes, refusals } = chooseFixes(
      check,
      resultOf(postFrom({ id: "p", text: letters }), flagged(cuts)),
      names(),
    );
    return { made: fixes.map(({ edit }) => edit.start), refusals, checked };
  }

  it("checks nothing again where there is nothing to mend", () => {
    expect(among(0, () => [])).toEqual({ made: [], refusals: [], checked: [] });
  });

  it("gives up what is flagged anew, and checks the rest", () => {
    const { made, refusals, checked } = among(3, (text) =>
      text.includes("f++") ? [flag("a/new", 8, 10)] : [],
    );
    expect(checked).toEqual([`++bc++ef++${letters.slice(7)}`, `++bc++ef${letters.slice(6)}`]);
    expect(made).toEqual([0, 3]);
    expect(refusals.map(({ why }) => why)).toEqual(["it would bring a new flag: a/new"]);
  });

  it.each<[string, readonly Finding[], readonly number[]]>([
    ["around it", [flag("a/new", 7, 11)], [0, 3]],
    ["that ends where it begins", [flag("a/new", 7, 8)], [0, 3]],
    ["that begins where it ends", [flag("a/new", 10, 11)], [0, 3]],
    ["that holds another", [flag("a/new", 4, 11), flag("a/new", 5, 6)], [0]],
    ["far from all", [flag("a/new", 20, 21)], []],
    ["between", [flag("a/new", 3, 3)], []],
    ["of an ignore comment that is no longer needed", [flag("waiver/unused", 8, 10)], [0, 3, 6]],
  ])("gives up an edit for a flag %s", (_what, flags, expected) => {
    expect(among(3, (text) => (text.startsWith("++bc++ef++") ? flags : [])).made).toEqual(expected);
  });

  it("gives all up when a new flag comes after every try", () => {
    const { made, refusals, checked } = among(12, (text) => [flag("a/new", text.lastIndexOf("++"), 99)]);
    expect(made).toEqual([]);
    expect(refusals).toHaveLength(12);
    expect(checked).toHaveLength(9);
  });

  it.each([
    // What was flagged before may be flagged again, as often.
    ["hurry up, leverage it", "hurry up, use it"],
    ["hurry up, buy now", "hurry up, buy now"],
    ["hurry up, hurry up, buy now, leverage", "hurry up, hurry up, buy now, use"],
    // A flag that goes makes no room for one of another rule.
    ["very open, also, also, buy now", "open, also, also, buy now"],
  ])("%s → %s", async (text, after) => {
    expect(await fixed(text)).toBe(after);
  });

  it("moves what is hidden along", () => {
    const property = fc.property(
      fc.uniqueArray(fc.nat(25), { maxLength: 8 }),
      fc.uniqueArray(fc.nat(25), { maxLength: 8 }),
      fc.constantFrom("", "1", "123"),
      (cutAt, hiddenAt, words) => {
        const sorted = hiddenAt.filter((at) => !cutAt.includes(at)).toSorted((one, other) => one - other);
        const hidden = sorted.map((start): Hidden => ({ start, end: start + 1, markup: true }));
        const cuts = cutAt.map((start): Cut => [start, start + 1, words]);
        const check = (post: Post) => {
          expect(post.hidden.map(({ start, end }) => post.text.slice(start, end))).toEqual(
            hidden.map(({ start, end }) => letters.slice(start, end)),
          );
          expect(post.hidden.every(({ markup }) => markup)).toBe(true);
          return { findings: [] };
        };
        chooseFixes(
          check,
          resultOf({ ...postFrom({ id: "p", text: letters }), hidden }, flagged(cuts)),
          names(),
        );
      },
    );
    // A cut that ends where something hidden begins.
    fc.assert(property, { examples: [[[3], [4], ""]] });
  });
});
