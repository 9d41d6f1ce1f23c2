import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepare } from "../src/lint.ts";
import { parsePack } from "../src/parse-pack.ts";
import { articleFor } from "../src/suggest/article.ts";
import { caseOf } from "../src/suggest/letter-case.ts";
import { createDoc } from "../src/text/doc.ts";
import type { Span } from "../src/types.ts";
import { firstHit, hitsOf } from "./hits.ts";
import { runs } from "./runs.ts";
import { suggest } from "./suggestions.ts";
import { unmark } from "./text/marked.ts";
import { postOf } from "./text/post.ts";

/** The text after the first suggestion for its first hit; what would be said where it may not be applied. */
function applied(entry: string, text: string): string {
  const doc = createDoc(postOf(text));
  const hit = firstHit(`a/b: {terms: {${entry}}}`, doc);
  if (hit?.tokens === undefined || hit.entry === undefined) throw new Error(`nothing found in “${text}”`);
  const [{ edit, applicable, why }] = suggest(doc, hit.tokens, hit.entry);
  if (!applicable) return `not applied: ${why}`;
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe("the suggestion takes the form of what it replaces", () => {
  it.each([
    ["leverage (v): use", "We're leveraging it.", "We're using it."],
    ["leverage (v): use", "She leverages it.", "She uses it."],
    ["leverage (v): write", "We leveraged it.", "We wrote it."],
    ["leverage (v): write", "We have leveraged it.", "We have written it."],
    ["leverage (v): write", "It was not even leveraged.", "It was not even written."],
    ["circle back (v): get back to you", "We're circling back.", "We're getting back to you."],
    ["synergy (n): loaf", "Our synergies grow.", "Our loaves grow."],
    ["thought leader (n): expert", "Two thought leaders spoke.", "Two experts spoke."],
    ["learnings: teamwork (fixed)", "Key learnings here", "Key teamwork here"],
    ["robust (adj): strong", "It is robust.", "It is strong."],
    ["simple (adj): clear", "Nothing is simpler.", "Nothing is clearer."],
    ["simple (adj): straightforward", "Nothing is simpler.", "Nothing is more straightforward."],
  ])("%s in “%s”", (entry, text, expected) => {
    expect(applied(entry, text)).toBe(expected);
  });
});

describe("case and articles", () => {
  it.each([
    ["leverage (v): use", "Leverage it.", "Use it."],
    ["leverage (v): use", "LEVERAGE IT", "USE IT"],
    ["leverage (v): iPod", "Leverage it.", "iPod it."],
    ["best-in-class: unusual", "It's a best-in-class loaf.", "It's an unusual loaf."],
    ["innovative: new", "An innovative oven", "A new oven"],
    ["innovative: honest", "An innovative oven", "An honest oven"],
    ["big: one-off", "A big party", "A one-off party"],
    ["big: RSVP", "A big party", "An RSVP party"],
  ])("%s in “%s”", (entry, text, expected) => {
    expect(applied(entry, text)).toBe(expected);
  });

  it.each([
    ["hour", "an"],
    ["honest", "an"],
    ["heir", "an"],
    ["8-hour", "an"],
    ["11th", "an"],
    ["18", "an"],
    ["80", "an"],
    ["1", "a"],
    ["FAQ", "an"],
    ["UK", "a"],
    ["unique", "a"],
    ["university", "a"],
    ["useful", "a"],
    ["one", "a"],
    ["European", "a"],
    ["umbrella", "an"],
    ["apple", "an"],
    ["Loaf", "a"],
    ["EU", "an"],
    ["AI", "an"],
    ["R&D", "an"],
    ["X post", "an"],
    ["SaaS", "a"],
    ["MacBook", "a"],
    ["U-turn", "a"],
    ["unicorn", "a"],
    ["unimportant", "an"],
    ["usual", "a"],
    ["using", "a"],
    ["usher", "an"],
    ["one-stop", "a"],
    ["eulogy", "a"],
    ["éclair", "an"],
    ["11,000", "an"],
    ["110", "a"],
    ["18-year", "an"],
  ])("%s takes %s", (word, article) => {
    expect(articleFor(word)).toBe(article);
  });
});

describe("deletion", () => {
  it.each([
    ["simply: (delete)", "You simply log in.", "You log in."],
    ["simply: (delete)", "Simply log in.", "Log in."],
    ["simply: (delete)", "Log in simply.", "Log in."],
    ["please note that: (delete)", "Please note that we close.", "We close."],
    ["key: (delete)", "It's a key oven.", "It's an oven."],
    ["simply: (delete)", "Simply!", "not applied: nothing would be left of the sentence"],
    ["in fact: (delete)", "In fact, it's late.", "not applied: a mark would be left at the sentence's start"],
    ["in fact: (delete)", "It is, in fact, late.", "not applied: two marks would be left in a row"],
  ])("%s in “%s”", (entry, text, expected) => {
    expect(applied(entry, text)).toBe(expected);
  });
});

describe("offered, never applied", () => {
  it.each([
    ["leverage (v): be better", "We leveraged it.", "two past forms"],
    ["leverage (v): build on", "We leverage it.", "may have to move"],
    ["leverage it: use it", "“We leverage it”, they say", "quotation"],
  ])("%s in “%s”", (entry, text, why) => {
    expect(applied(entry, text)).toContain(why);
  });

  it("offers several suggestions without applying one", () => {
    const lint = prepare(parsePack("voicecheck: 1\nrules: {a/b: {terms: {leverage (v): [use, take]}}}"));
    const [finding] = lint({ id: 1, text: "We leveraged it." }).findings;
    expect(finding).toMatchObject({ suggestions: ["used", "took"], fixable: false });
  });
});

describe("what an entry offers again and again", () => {
  const entries = "{leverage (v): [use, take], synergy (n): [unit, (delete)], simply: (delete), ROI: return}";
  const lint = prepare(parsePack(`voicecheck: 1\nrules: {a/b: {terms: ${entries}}}`));
  const offeredIn = (text: string): readonly string[] =>
    lint({ id: 1, text }).findings.map(({ suggestions, message }) =>
      [...suggestions, message.slice(message.indexOf("Say "))].join(" | "),
    );

  it.each([
    ["We leverage it.", ["use | take | Say “use” or “take”."]],
    ["Leverage it.", ["Use | Take | Say “Use” or “Take”."]],
    ["LEVERAGING IT", ["USING | TAKING | Say “USING” or “TAKING”."]],
    [
      "It was leveraged, and she leverages it.",
      ["used | taken | Say “used” or “taken”.", "uses | takes | Say “uses” or “takes”."],
    ],
    [
      "Our synergies and the synergy",
      ["units |  | Say “units”, or leave it out.", "unit |  | Say “unit”, or leave it out."],
    ],
    ["Synergies", ["Units |  | Say “Units”, or leave it out."]],
    ["The ROI. ROI is there.", ["return | Say “return”.", "Return | Say “Return”."]],
    ["we leverage it", ["use | take | Say “use” or “take”."]],
  ])("follows form and case, whatever came before: %s", (text, expected) => {
    expect(offeredIn(text)).toEqual(expected);
  });

  it("is each finding's own", () => {
    const [{ suggestions }] = lint({ id: 1, text: "We leverage it." }).findings;
    Array.prototype.splice.call(suggestions, 0, 2, "spoilt");
    expect(offeredIn("We leverage it.")).toEqual(["use | take | Say “use” or “take”."]);
  });

  it.each([
    ["i", "plain"],
    ["I", "capital"],
    ["iPod", "plain"],
    ["IPod", "capital"],
    ["IT", "capitals"],
    ["It", "capital"],
    ["4K", "capital"],
    ["4 KEYS", "capitals"],
    ["É", "capital"],
    ["ÉTÉ", "capitals"],
    ["Été", "capital"],
    ["C’est", "capital"],
    ["Ünder 4", "capital"],
    ["", "plain"],
    ["日本", "plain"],
  ])("%s is written in the case %s", (written, expected) => {
    expect(caseOf(written)).toBe(expected);
  });
});

describe("markup", () => {
  /** Signs of markup stand in `{…}`; the text after the suggestion, with its braces gone. */
  function appliedAmid(entry: string, written: string): string {
    const { text, spans } = unmark(written, "{", "}");
    const hidden = spans.map((span) => ({ ...span, markup: true as const }));
    const doc = createDoc({ ...postOf(text), hidden });
    const hit = firstHit(`a/b: {terms: {${entry}}}`, doc);
    if (hit?.tokens === undefined || hit.entry === undefined) throw new Error(`nothing found in “${text}”`);
    const [{ edit, applicable, why }] = suggest(doc, hit.tokens, hit.entry);
    return applicable ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : `not applied: ${why}`;
  }

  it.each([
    ["leverage (v): use", "We {**}leverage{**} it", "We **use** it"],
    ["innovative: new", "An {**}innovative{**} oven", "A **new** oven"],
    ["best rye: oats", "The {**}best{**} rye", "not applied: it holds signs of markup"],
    ["simply: (delete)", "You {**}simply log{**} in", "You **log** in"],
    ["simply: (delete)", "Simply {**}log{**} in", "**Log** in"],
    [
      "simply: (delete)",
      "You {**}simply{**} log in",
      "not applied: signs of markup would be left with nothing between them",
    ],
  ])("%s in “%s”", (entry, written, expected) => {
    expect(appliedAmid(entry, written)).toBe(expected);
  });
});

describe("whatever stands around", () => {
  const ENTRIES =
    "leverage (v): use, synergy (n): unit, key (adj): [(delete)], simply: (delete), innovative: new, 5 loaves: bread";
  const BITS = [
    ..."leverage|leveraged|Leveraging|SYNERGY|synergies|key|Key|simply|Simply|innovative|a|An|A|it|them|We|is|oven".split(
      "|",
    ),
    ..."5 loaves|20%|@ana|#rye|$RYE|https://example.org/a|{{name}}|`x`|“|”|\"|,|.|!|—|(|)|'s|🥖|\n|\n\n|- ".split(
      "|",
    ),
  ].map((bit) => bit.replaceAll("\\n", "\n"));

  const texts = fc.array(fc.constantFrom(...BITS), { maxLength: 14 }).map((bits) => bits.join(" ").trim());

  function touches(one: Span, other: Span): boolean {
    return one.start < other.end && other.start < one.end;
  }

  it("never changes what is protected, nor leaves a double blank", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const doc = createDoc(postOf(text));
        for (const { span, tokens, entry } of hitsOf(`a/b: {terms: {${ENTRIES}}}`, doc)) {
          if (tokens === undefined || entry === undefined) continue;
          for (const { edit, applicable } of suggest(doc, tokens, entry)) {
            expect(edit.start).toBeLessThanOrEqual(span.start);
            expect(edit.end).toBeGreaterThanOrEqual(span.end);
            if (!applicable) continue;
            const guarded = doc.entities.filter(({ kind }) => kind !== "emoji");
            expect([...guarded, ...doc.quotations].filter((each) => touches(each, edit))).toEqual([]);
            const gone =
              edit.text === "" ? doc.text.slice(0, edit.start) + doc.text.slice(edit.end) : doc.text;
            expect(gone.split("  ").length).toBeLessThanOrEqual(doc.text.split("  ").length);
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
