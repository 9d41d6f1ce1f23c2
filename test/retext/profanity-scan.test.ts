import { cuss } from "cuss";
import fc from "fast-check";
import retextEnglish from "retext-english";
import retextProfanities from "retext-profanities";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { mayHoldProfanities, profanitiesIn, type Sureness } from "../../src/retext/profanity-scan.ts";
import { phrasesByFirstWord } from "../../src/retext/profanity-table.ts";
import { createDoc } from "../../src/text/doc.ts";
import { proseOf } from "../../src/text/tree.ts";
import { atMost, runs } from "../runs.ts";
import { postOf } from "../text/post.ts";
import { proseWith } from "./prose-bits.ts";

const keys = Object.keys(cuss);
const processors = ([0, 1, 2] as const).map((sureness) =>
  unified().use(retextEnglish).use(retextProfanities, { sureness }).freeze(),
);

function pluginFinds(text: string, sureness: Sureness): boolean {
  const file = new VFile(text);
  processors[sureness].runSync(processors[sureness].parse(file), file);
  return file.messages.length > 0;
}

const phrases = [...phrasesByFirstWord().values()].flat();

/** Phrases that start with what the scan sees. */
function seen(text: string): readonly string[] {
  return [...profanitiesIn(text, 0)]
    .flatMap((hash) => phrasesByFirstWord().get(hash) ?? [])
    .map((each) => each.text);
}

describe("the table", () => {
  it("holds every key of the plugin's list but those that it leaves out as everyday forms", () => {
    const texts = new Set(phrases.map(({ text }) => text));
    const missing = keys.filter((key) => !texts.has(key));
    expect(texts.size).toBeGreaterThan(3_000);
    expect(missing.filter((key) => pluginFinds(`It was ${key} again`, 0))).toEqual([]);
  });

  it("is as sure as the list, but for words that are another's plural", () => {
    const different = phrases.filter(
      ({ text, sureness }) => Object.hasOwn(cuss, text) && cuss[text] !== sureness,
    );
    expect(different.length).toBeLessThan(keys.length / 100);
  });
});

describe("profanitiesIn", () => {
  it.each([
    ["Well, damn.", ["damn"]],
    ["Two BASTARDS", ["bastards"]],
    ["a bas-tard", ["bastard", "tard"]],
    ["a bas’tard's hat", ["bastard", "bastards", "tard", "tards"]],
    ["hell, yes", ["hell"]],
    ["he'll be here", []],
    ["half\n caste", ["half breed", "half breeds", "half caste", "half castes"]],
    ["half the caste", []],
    ["a dam--n", []],
    ["class, bassist, Scunthorpe", []],
    ["", []],
    ["-'’", []],
  ])("sees in %j %j", (text, expected) => {
    expect(seen(text).toSorted()).toEqual(expected);
  });

  it("is linear in hostile texts", () => {
    for (const part of ["a-", "damn-", "'", "a'-'", "half ", "damn", "- "]) {
      expect(profanitiesIn(part.repeat(atMost(50_000)), 0).size).toBeLessThan(20);
    }
  });
});

describe("parity with retext-profanities", () => {
  it.each([0, 1, 2] as const)("says no only where the plugin is silent, at sureness %i", (sureness) => {
    fc.assert(
      fc.property(proseWith(keys), (text) => {
        fc.pre(profanitiesIn(text, sureness).size === 0);
        expect(pluginFinds(text, sureness)).toBe(false);
      }),
      { numRuns: runs(150) },
    );
  });

  it("says yes to every phrase of the list alone", () => {
    const unseen = phrases.filter(
      ({ text, sureness }) => !seen(text).includes(text) || profanitiesIn(text, sureness).size === 0,
    );
    expect(unseen).toEqual([]);
  });

  it("says no to everyday sentences", () => {
    const sentences = [
      "We baked forty loaves before eight and sold the last one at noon.",
      "Our new shop opens on Friday, and the coffee is on us.",
      "Thanks to Maria, who answered 300 of your letters this week!",
      "How do you keep your bike running in winter? Tell us below.",
      "The train was late, so we started without slides.",
      "He'll show you round; she'll make tea.",
      "Three things we got wrong last year, and what they cost us.",
      "It's raining in Leeds. Again.",
      "We're hiring two nurses in Hull: full-time, no night shifts.",
      "Grandma's recipe needs flour, butter and a lot of patience.",
      "Download the report at https://example.org/report.pdf",
      "You asked for smaller boxes. Here they are.",
    ];
    expect(sentences.filter((sentence) => profanitiesIn(sentence, 1).size > 0)).toEqual([]);
  });
});

describe("mayHoldProfanities", () => {
  it("says no only of docs in whose prose none is found", () => {
    let no = 0;
    fc.assert(
      fc.property(
        proseWith([...keys.slice(0, 60), "bas-tard", "bas’tard's", "half caste", "ｈell", "d\u00adamn"]),
        (text) => {
          const doc = createDoc(postOf(text));
          if (mayHoldProfanities(doc)) return;
          no++;
          expect(profanitiesIn(proseOf(doc), 0).size).toBe(0);
        },
      ),
      { numRuns: runs(2000) },
    );
    expect(no).toBeGreaterThan(0);
  });

  it("tells plain words and phrases from others", () => {
    const holds = (text: string): boolean => mayHoldProfanities(createDoc(postOf(text)));
    expect(["Well, damn.", "a bas-tard", "half caste", "bas’tard's hat"].every(holds)).toBe(true);
    expect(["he'll be half there", "class, bassist", "#damn and @damn", "https://damn.org"].some(holds)).toBe(
      false,
    );
  });
});
