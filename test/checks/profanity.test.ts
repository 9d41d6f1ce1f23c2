import { cuss } from "cuss";
import fc from "fast-check";
import retextEnglish from "retext-english";
import retextProfanities from "retext-profanities";
import { unified } from "unified";
import { VFile } from "vfile";
import { beforeAll, describe, expect, it } from "vitest";
import { profanity } from "../../src/checks/profanity.ts";
import { profanityFinder, profanityModules } from "../../src/retext/profanities.ts";
import type { Sureness } from "../../src/retext/profanity-scan.ts";
import { createDoc } from "../../src/text/doc.ts";
import { lazyRoot } from "../../src/text/parse.ts";
import { proseOf } from "../../src/text/tree.ts";
import { proseWith } from "../retext/prose-bits.ts";
import { atMost, runs } from "../runs.ts";
import { postOf } from "../text/post.ts";
import { hitsOf, marked, NO_BRAND, NO_PLATFORMS, noPatterns, ruleOf } from "./rule-of.ts";

async function flagged(
  text: string,
  written: unknown = {},
  scopes: readonly ("prose" | "hashtag")[] = ["prose"],
): Promise<string> {
  return marked(text, await hitsOf(profanity, [ruleOf(profanity, written, { in: scopes })], text));
}

describe("profanity", () => {
  it.each([
    "What a [[damn]] shame.",
    "[[Damn]], that was close!",
    "[[DAMN]] it: two [[BASTARDS]]",
    "He'll be late, [[bastard]] or not.",
    "Read https://example.org/damn or ask @damn about #damn",
    "`damn` is the name of the flag",
    "A classic bass in Scunthorpe",
    "",
  ])("flags %j", async (text) => {
    expect(await flagged(text.replace(/\[\[|\]\]/g, ""))).toBe(text);
  });

  it("asks the list for at least the sureness that the rule wants", async () => {
    const text = "The bitch, a bastard, the damn baby and a motherfucker.";
    expect(await flagged(text, { sureness: "sure" })).toBe(
      "The bitch, a bastard, the damn baby and a [[motherfucker]].",
    );
    expect(await flagged(text)).toBe(
      "The [[bitch]], a [[bastard]], the [[damn]] baby and a [[motherfucker]].",
    );
    expect(await flagged(text, { sureness: "maybe" })).toBe(
      "The [[bitch]], a [[bastard]], the [[damn]] [[baby]] and a [[motherfucker]].",
    );
  });

  it("gives the list's sureness as the confidence", async () => {
    const rule = ruleOf(profanity, { sureness: "maybe" });
    const hits = await hitsOf(profanity, [rule], "A baby, a bastard and a motherfucker.");
    expect(hits.map(({ confidence }) => confidence)).toEqual(["maybe", "likely", "sure"]);
    const ofTags = ruleOf(profanity, { sureness: "maybe" }, { in: ["hashtag"] });
    const tags = await hitsOf(profanity, [ofTags], "#BabyMotherfucker #MotherfuckerBaby #BabyToday");
    expect(tags.map(({ confidence }) => confidence)).toEqual(["sure", "sure", "maybe"]);
  });

  it("spares excepted words and their other forms, and no others", async () => {
    const except = ["Bastard", "half caste"];
    expect(await flagged("Two bastards, one bastard, a half caste and a damn cat.", { except })).toBe(
      "Two bastards, one bastard, a half caste and a [[damn]] cat.",
    );
    expect(await flagged("A half breed and a half caste.", { except })).toBe(
      "A [[half breed]] and a half caste.",
    );
  });

  it("keeps phrases that start with an excepted word", async () => {
    expect(await flagged("A coon and a coon ass.", { except: ["coon"] })).toBe("A coon and a [[coon ass]].");
  });

  it("sees what ends where a stretch is hidden", async () => {
    const text = "A batty boyish look";
    const post = { ...postOf(text), hidden: [{ start: 11, end: 14 }] };
    const rule = ruleOf(profanity, { sureness: "maybe" });
    expect(marked(text, await hitsOf(profanity, [rule], post))).toBe("A [[batty boy]]ish look");
  });

  it("flags the longest of two that overlap", async () => {
    expect(await flagged("A sand nigger.")).toBe("A [[sand nigger]].");
  });

  it("looks into hashtags where the rule says so, and flags them whole", async () => {
    const text = "Look: #OhDamnDay #bastards #Damn2Day #BastionOfHope #classy @damn";
    expect(await flagged(text)).toBe(text);
    expect(await flagged(text, {}, ["prose", "hashtag"])).toBe(
      "Look: [[#OhDamnDay]] [[#bastards]] [[#Damn2Day]] #BastionOfHope #classy @damn",
    );
  });

  it("runs several rules apart from each other", async () => {
    const rules = [
      ruleOf(profanity, { sureness: "sure" }),
      ruleOf(profanity, { except: ["damn"] }, { id: "test/other" }),
    ];
    const hits = await hitsOf(profanity, rules, "A damn bastard motherfucker.");
    expect(hits.map(({ rule, span }) => `${rule.id} ${span.start}`).sort()).toEqual([
      "test/other 15",
      "test/other 7",
      "test/profanity 15",
    ]);
  });

  it("spares nothing, and wants what is likely, where a rule says nothing else", () => {
    expect(ruleOf(profanity, {}).options).toEqual({ sureness: "likely", except: [] });
  });

  it("refuses a sureness that is none", () => {
    expect(() => ruleOf(profanity, { sureness: "certain" })).toThrow("certain");
    expect(() => ruleOf(profanity, { only: ["x"] })).toThrow();
  });

  it("loads nothing for a clean post", () => {
    const run = profanity.compile([ruleOf(profanity, {})], {
      patterns: noPatterns,
      lists: {},
      brand: NO_BRAND,
      platforms: NO_PLATFORMS,
    });
    expect([...run(createDoc(postOf("We baked forty loaves before eight.")), undefined)]).toEqual([]);
  });

  it("ends on a megabyte of swearing", async () => {
    const times = atMost(20_000);
    const hits = await hitsOf(profanity, [ruleOf(profanity, {})], "damn ".repeat(times));
    expect(hits.length).toBe(times);
  });
});

describe("parity with retext-profanities", () => {
  const processors = ([0, 1, 2] as const).map((sureness) =>
    unified().use(retextEnglish).use(retextProfanities, { sureness }).freeze(),
  );

  function pluginSpans(text: string, sureness: Sureness): readonly string[] {
    const file = new VFile(text);
    processors[sureness].runSync(processors[sureness].parse(file), file);
    return file.messages.map(({ place }) =>
      JSON.stringify(place && "start" in place ? [place.start.offset, place.end.offset] : []),
    );
  }

  beforeAll(() => Promise.all(profanityModules().map((module) => module.load())));

  it.each([0, 1, 2] as const)("finds what the plugin finds, at sureness %i", (sureness) => {
    const find = profanityFinder(sureness, []);
    fc.assert(
      fc.property(proseWith(Object.keys(cuss)), (raw) => {
        const text = proseOf(createDoc(postOf(raw)));
        const ours = find(text, () => lazyRoot(text)).map(({ span }) =>
          JSON.stringify([span.start, span.end]),
        );
        expect(ours.toSorted()).toEqual([...pluginSpans(text, sureness)].sort());
      }),
      { numRuns: runs(200) },
    );
  });
});
