import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFixes } from "../src/fix.ts";
import { fixSource } from "../src/fix-source.ts";
import { prepare } from "../src/lint.ts";
import { parsePack } from "../src/parse-pack.ts";
import { postFrom } from "../src/post.ts";
import { applyEdits } from "../src/text/edits.ts";
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
