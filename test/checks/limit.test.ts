import { safeParse } from "valibot";
import { describe, expect, it } from "vitest";
import { limit } from "../../src/checks/limit.ts";
import { NotLoaded } from "../../src/lazy.ts";
import { createDoc } from "../../src/text/doc.ts";
import { createPatternSet, type PatternSet } from "../../src/text/pattern-set.ts";
import type { Hit, Post, Rule } from "../../src/types.ts";
import { bare, lintOf, resultOf, shown } from "../lints.ts";
import { atMost } from "../runs.ts";
import { unmark } from "../text/marked.ts";
import { inflect, words } from "../text/pattern-world.ts";
import { postOf } from "../text/post.ts";
import { marked, NO_BRAND, NO_PLATFORMS, ruleOf } from "./rule-of.ts";
import { describeTable } from "./table.ts";

const lists = { acronyms: ["EU", "NATO", "SKU (n)", "QXZ"] };
const brand = { names: ["Acme"], products: ["Elevate"], handles: ["@acme"] };

function patternsOf(): PatternSet {
  return createPatternSet({ lists, brand, inflect, words });
}

interface Case {
  readonly platform?: string;
  readonly rule?: Partial<Rule>;
}

async function hits(
  written: unknown,
  text: string | Post,
  { platform, rule }: Case = {},
): Promise<readonly Hit[]> {
  const { options: _, ...more } = { options: undefined, ...rule };
  const run = limit.compile([ruleOf(limit, written, more)], {
    patterns: patternsOf(),
    lists,
    brand: NO_BRAND,
    platforms: NO_PLATFORMS,
  });
  const doc = createDoc(typeof text === "string" ? postOf(text) : text);
  try {
    return [...run(doc, platform)];
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
    await error.load();
    return [...run(doc, platform)];
  }
}

/** Flags exactly the words in [[…]]. */
async function expectFlags(written: unknown, row: string, more: Case = {}): Promise<void> {
  const { text } = unmark(row);
  expect(marked(text, await hits(written, text, more))).toBe(row);
}

/** With `max: 0` each item is flagged, so that the flags show what a countable counts. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  characters: ["[[a]][[é]][[🎉]]"],
  words: [
    "[[best]] -[[in]]- [[rock'n'roll]] [[24/7]] @ana's [[rye]]",
    "[[We]] [[bake]] [[best-in-class]] [[rye]], [[Acme's]] [[5]] #tags @ana 🎉!",
  ],
  sentences: ["[[We bake.]] [[You eat! 🎉]]\n#rye #oats\n\n[[Mr. Lee rests]]"],
  paragraphs: ["[[One.\nTwo]]\n\n[[#three]]"],
  lines: ["[[One. Two]]\n\n[[three]]"],
  links: ["See [[acme.ai]], [[https://example.com/a]] or write to [[ana@acme.org]]"],
  mentions: ["[[@ana]] and [[@ben@social.example]], not ana@acme.org"],
  hashtags: ["[[#rye]] and [[#OatBread]], we're #1"],
  cashtags: ["[[$ACME]] for $20"],
  emoji: ["[[👨‍👩‍👧]][[🎉]] © :)"],
  numbers: ["[[5]] loaves for [[$20]], [[24/7]], gr8"],
  exclamations: ["Wow[[!]][[!]] Really?[[!]] “So[[!]]”", "a[[！]] ‼ b[[!]]c :[[!]] ❗"],
  questions: ["Wow! Really[[?]][[?]]"],
  ellipses: [
    "Well[[…]] hm[[....]] so.. “ah[[...]]”",
    "!.. .. ... [[...]]".replace(" ...", " [[...]]"),
    ". . . . .",
  ],
  dashes: [
    "Rye [[–]] oats[[—]]and tea [[-]] so [[--]] low-key 9–5\n- item",
    "9 [[–]] 5, 9[[–]]x, x[[–]]9, 5--6, 5[[--]]x",
    "a -b, a- b, (-), rye [[-]]\n- rye [[—]]",
    "-",
  ],
  negations: [
    "We [[can't]] and [[won’t]]: [[no]] dogs, [[never]], [[not]] [[without]] notice. A knot",
    "#not @not [[not]]-for-profit, [[cannot]]",
  ],
  contractions: [
    "[[It’s]] Acme's, [[don't]] [[let's]], who's [[we're]] the bakers'".replace("who's", "[[who's]]"),
  ],
  contractible: [
    "[[I am]] here, [[it is]] warm, [[we will]] see. [[Do not]] go, [[you cannot]] stay".replace(
      "[[you cannot]]",
      "you [[cannot]]",
    ),
    "[[We have]] just baked, we have just. They have also, baked. [[We have]] just 5. We have just-baked rye",
    "We have already. Baked. We have never @ana, we have also 🥐 baked. We have also",
    "I. Am. You do. Not here. We cannot. Go, you cannot",
    "[[I am]] [[we will]] see",
    "Yes, we are. They have bread, let us know. [[They have]] baked. [[It's]] late, [[it is]] not",
  ],
  passives: [
    "Doors [[were opened]] at six. It [[has not been changed]], it [[will be told]]. Tickets [[were quickly sold]]",
    "We are excited, the shop is located here, closed. Tickets are sold out, it's need. We [[got paid]]. Cake [[is being eaten]]",
    "We have forms that [[were sent]]",
    "We baked it. They are half-baked. The bread we have made is warm, the red bed was red",
    "It was only just already sent, it [[was only just sent]], it [[will not always be told]], it will not just always [[be told]]",
    "It was freshly-baked, it was baked-in, it was #launched, it [[was added]]. We get Lily trained",
    "They were\n\nfinally sold, it [[was sold]]\n\nOut now, and it will\n\n[[Be told]]",
  ],
  "run-together-hashtags": [
    "[[#smallbusinessowner]] #SmallBusiness [[#livelovelaugh]] #marketplace #sustainability #rye2024 #attendance",
    "@smallbusinessowner https://livelovelaugh.com $ACME",
  ],
  "shouted-words": [
    "[[HUGE NEWS]] from the EU, NATO and NASA. This is [[AMAZING]]! We WON, [[WE WON A PRIZE]]",
    "[[READ EU NEWS]] ok. EU NATO. B2B, I am A OK. [[DON'T STOP]]",
    "An [[EARLY]] bird, a LATE one, [[LATE ONE]]: B2B NOW, HOT",
    "HOT\nNOW\n\nHOT, NOW. HOT 5 NOW, HOT 🎉 NOW, HOT a NOW, HOT No NOW, [[HOT NO]]",
    "QXZ QXZ, HOT QXZ, [[HOT QXZ NOW]], QXZ [[HOT NOW]] QXZ, HOT OK",
    "[[HOT N NOW]], N HOT N, [[ACME's BREAD]], [[ÉCLAIR]]. HOT",
  ],
  "repeated-words": [
    "We bake the [[the]] rye, had had very very good. Duran Duran. So. So it is. The [[the]]",
  ],
  "repeated-openers": [
    "We bake. [[We]] sell. 🎉 [[We]] rest. Then we go. “We do.” [[We]] stay",
    "We bake, we sell. You eat",
  ],
  "undefined-acronyms": [
    "QXZ, [[QXY]] and (QXW) or (QXV rules, [[QXU]]) QXT (x",
    "II IV, [[QXY]], EU [[QXW]] EU, B2B HUGE QXV, QXU HUGE, QXTABC, QX1",
    "[[QXY]]",
    "The [[WCAG]] rules and WCAG. Ask the EU, SKUs, the Forum (XYZ) on XYZ, ABCD (a club), II. HUGE NEWS",
  ],
  "brand-names": ["[[Acme]] bakes, says [[ACME]]'s team"],
  "product-names": ["[[Elevate]] by Acme"],
};

describe("limit counts", () => {
  for (const [count, rows] of Object.entries(COUNTED)) {
    it.each(rows)(`${count}: %s`, async (row) => expectFlags({ count, max: "0" }, row));
  }

  it("patterns, as the pack writes them", async () => {
    await expectFlags(
      { count: ["omnichannel", "one-stop shop (n)"], max: "0" },
      "[[Omnichannel]] and [[one-stop shops]]",
    );
    await expectFlags({ count: ["<line-start> <emoji>"], max: "1" }, "🎉 Rye\n[[🎉]] Oats\n🎉 Tea");
  });

  it("words in -ing that may be verbs", async () => {
    await expectFlags(
      { count: ["<verb-ing>"], max: "0" },
      "[[Baking]] bread and [[making]] breads: a thing, a string, a king. Ends, bring ing [[oing]] [[trying]] baked",
    );
  });

  it("once what two patterns match", async () => {
    await expectFlags({ count: ["we bake", "bake rye"], max: "0" }, "[[We bake]] rye");
  });
});

describe("limit flags", () => {
  it.each([
    ["each item over a maximum of 0", { max: "0" }, "Rye[[!]] Oats[[!]]"],
    ["the first item over another maximum", { max: "1" }, "Rye! Oats[[!]] Tea!"],
    ["nothing at the maximum", { max: "2" }, "Rye! Oats!"],
    ["the whole post under a minimum", { min: "1" }, "[[Rye. Oats]]"],
    ["nothing at the minimum", { min: "1" }, "Rye!"],
    [
      "for each sentence",
      { max: "1", per: "sentence" },
      "Rye! Oats! Tea![[!]] We won (really!) and won[[!]]",
    ],
    ["for each paragraph", { max: "1", per: "paragraph" }, "Rye! Oats[[!]]\n\nTea!"],
    ["for each line", { max: "1", per: "line" }, "Rye! Oats[[!]]\nTea!"],
    ["a sentence under its minimum", { min: "1", per: "sentence" }, "Rye! [[Oats.]] Tea!"],
    ["the post without the blanks around it", { min: "1" }, " \n[[Rye. Oats]]   "],
  ])("%s", async (_, more, row) => expectFlags({ count: "exclamations", ...more }, row));

  it.each([
    ["the post", { min: "3" }, "[[We bake]]"],
    ["no post with as many", { min: "3" }, "We bake rye"],
    ["a sentence", { min: "3", per: "sentence" }, "We bake rye bread. [[We eat.]]"],
    ["a line", { min: "2", per: "line" }, "[[We]]\nbake rye"],
    ["what is left without some", { min: "3", except: ["rye"] }, "[[Rye, rye, rye bread]]"],
    ["some alone", { min: "2", only: ["rye"] }, "[[We bake rye]]"],
    [
      "words for long signs",
      { min: "50%", of: "characters", from: "1" },
      `[[${"bread ".repeat(60).trim()}]]`,
    ],
  ])("too few words of %s", async (_, more, row) => expectFlags({ count: "words", ...more }, row));

  it("too few words where some are spared", async () => {
    const unless = { near: ["was born"], post: [] };
    const row = "[[She was born here. We bake]]";
    await expectFlags({ count: "words", min: "5" }, row, { rule: { unless } });
  });

  it.each([
    ["2/3 Rye", undefined, "2/3 Rye"],
    ["2/3 Rye", { part: 2, of: 3 }, "2/3 Rye"],
    ["2/ Rye", { part: 2, of: 3 }, "2/ Rye"],
    ["2/3 Rye", { part: 1, of: 3 }, "[[2/3]] Rye"],
    ["Rye 2/4", { part: 2, of: 3 }, "Rye [[2/4]]"],
    ["Rye", { part: 2, of: 3 }, "Rye"],
  ])("a wrong number of %s as the part %j", async (text, thread, row) => {
    const post = { ...postOf(text), ...(thread !== undefined && { thread }) };
    expect(marked(text, await hits({ count: "misnumbered-parts", max: "0" }, post))).toBe(row);
  });

  it("nothing for items between its units", async () => {
    await expectFlags({ count: "emoji", max: "1", per: "sentence" }, "We bake.\n🎉\n🎉\nWe eat 🎉");
    await expectFlags({ count: "emoji", max: "0", per: "sentence" }, "🎉\n\nWe eat [[🎉]]");
    await expectFlags({ count: "emoji", max: "0", per: "paragraph" }, "[[🎉]]\n\nWe eat [[🎉]]");
    await expectFlags({ count: "words", max: "1", per: "sentence" }, "日。日。We [[eat]]");
  });

  it("by hundred words, silent below fifty", async () => {
    const filler = "bread ".repeat(48);
    await expectFlags({ count: "exclamations", max: "2", per: "100 words" }, `${filler}! we!`);
    await expectFlags({ count: "exclamations", max: "2", per: "100 words" }, `${filler}! we bake[[!]]`);
    await expectFlags(
      { count: "exclamations", max: "2", per: "100 words", from: "20" },
      `${filler}[[!]]`.replace(filler, "bread ".repeat(30)),
    );
  });

  it("the whole post for a share outside of its bounds", async () => {
    const many = { count: "passives", of: "sentences", max: "25%", from: "3" };
    await expectFlags(many, "[[The form was sent. The file was checked. We called you.]]");
    await expectFlags(many, "Doors open at six. It was built here. Bring a friend. Cake is free.");
    await expectFlags(many, "The file was checked.");
    await expectFlags(
      { ...many, max: "50%" },
      "It was sent and it was checked. We called. We ate. We slept.",
    );
    for (const of of ["lines", "paragraphs"]) {
      const gap = of === "lines" ? "\n" : "\n\n";
      const most = { count: "negations", of, max: "50%", from: "2" };
      await expectFlags(most, `[[No rye${gap}No oats]]`);
      await expectFlags(most, "No rye, no oats");
    }
    const few = { count: "contractions", of: "contractible", min: "50%", from: "3" };
    await expectFlags(few, "[[We are open. It is warm. You will like it.]]");
    await expectFlags(few, "We're open. It's warm. You will like it.");
    await expectFlags(few, "We are open.");
  });

  it("tells the numbers", async () => {
    expect((await hits({ count: "hashtags", max: "1" }, "#a #b #c"))[0].data).toEqual({ count: 3, max: 1 });
    expect((await hits({ count: "hashtags", min: "2" }, "#a"))[0].data).toEqual({ count: 1, min: 2 });
    const share = { count: "negations", of: "words", max: "10%", from: "5" };
    expect((await hits(share, "No dogs, no prams here"))[0].data).toEqual({ count: 2, of: 5, max: "10%" });
    const rate = { count: "exclamations", max: "1", per: "100 words", from: "2" };
    expect((await hits(rate, "Rye bread!"))[0].data).toEqual({ count: 1, max: 1, of: 2 });
  });

  it("by platform", async () => {
    const byPlatform = { count: "emoji", max: { instagram: "1", else: "0" } };
    await expectFlags(byPlatform, "Back 🎉 [[🎉]]", { platform: "instagram" });
    await expectFlags(byPlatform, "Back [[🎉]] [[🎉]]", { platform: "linkedin" });
    await expectFlags(byPlatform, "Back [[🎉]]");
    await expectFlags({ count: "emoji", max: { x: "0" } }, "Back 🎉", { platform: "linkedin" });
    await expectFlags({ count: "emoji", max: { x: "0" } }, "Back 🎉");
  });
});

describe("limit spares", () => {
  it("what is excepted", async () => {
    await expectFlags(
      { count: "hashtags", max: "0", except: ["#txst", "#TXST*", "#*Day"] },
      "#txst #TxSt24 [[#rye]] #WorldRyeDay [[#Days]]",
    );
    await expectFlags(
      { count: "links", max: "0", except: ["acme.org", "*.acme.org"] },
      "https://www.acme.org/a?b shop.acme.org/x [[acme.com]] [[notacme.org]]",
    );
    await expectFlags({ count: "emoji", max: "0", except: ["❤"] }, "❤️ [[🎉]]");
    await expectFlags({ count: "mentions", max: "0", except: ["@acme*"] }, "@Acme_Jobs [[@ben]]");
  });

  it("what is none of the only ones", async () => {
    await expectFlags({ count: "emoji", max: "0", only: ["🔥", "🚀"] }, "🎉 [[🔥]]");
    await expectFlags({ count: "links", max: "0", only: ["bit.ly"] }, "acme.com [[bit.ly/3x]]");
  });

  it("what unless names: the words it overlaps, or else the sentence it stands in", async () => {
    const unless = { near: ["was born", "bakery"], post: [] };
    const passives = { count: "passives", max: "0" };
    await expectFlags(passives, "She was born here, it [[was sent]].", { rule: { unless } });
    await expectFlags(passives, "It was sent to the bakery. It [[was lost]].", { rule: { unless } });
    await expectFlags({ count: "passives", max: "1" }, "She was born here, it was sent.", {
      rule: { unless },
    });
    await expectFlags({ count: "passives", max: "1" }, "She was born here, it was sent, it [[was lost]].", {
      rule: { unless },
    });
  });
});

describe("the options of limit", () => {
  it.each([
    [{ count: "hashtags", max: "1" }],
    [{ count: ["a", "b"], min: { x: "1", else: "2" }, per: "line" }],
    [{ count: "passives", of: "sentences", max: "25%", from: "3" }],
  ])("%j is read", (written) => {
    expect(safeParse(limit.schema(), written).success).toBe(true);
  });

  it.each([
    [{ count: "hastags", max: "1" }, "hashtags"],
    [{ count: "hashtags" }, "max or a min"],
    [{ count: "hashtags", max: "25%" }, "share"],
    [{ count: "passives", of: "sentences", max: "3" }, "share"],
    [{ count: "passives", of: "sentenses", max: "3%" }, "sentences"],
    [{ count: [], max: "1" }, ""],
    [{ count: "hashtags", max: "many" }, "amount"],
    [{ count: "hashtags", max: { x: "1", else: "5%" } }, "percentages"],
    [{ count: "hashtags", max: "1", per: "week" }, ""],
    [{ count: "hashtags", max: "1", among: "3" }, ""],
  ])("%j is refused", (written, said) => {
    const { issues = [] } = safeParse(limit.schema(), written);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.map(({ message }) => message).join()).toContain(said);
  });
});

describe("a long text", () => {
  it.each(["!", "We are. ", "it was sent ", "#rye ", "NEWS ", "the ", "a\n"])(
    "of %j is counted",
    async (bit) => {
      const text = bit.repeat(atMost(20_000) / bit.length);
      for (const count of Object.keys(COUNTED)) {
        for (const per of ["post", "sentence", "line"]) {
          const found = await hits({ count, max: "1", per }, text);
          expect(found.every(({ span }) => span.start >= 0 && span.end <= text.length)).toBe(true);
        }
      }
    },
  );
});

describeTable("limit");

describe("hashtags of a column of their own", () => {
  const rule = "{limit: {count: hashtags, max: 2}}";
  const flagged = (row: string, hashtags: string): string =>
    shown(resultOf(lintOf(`rules:\n  a/b: ${rule}`), bare(row), { fields: { hashtags } }));

  it.each([
    ["[[Rye #a #b]]", "#c"],
    ["[[Rye]]", "#a #b #c"],
    ["Rye #a #b [[#c]]", "#d"],
    ["Rye #a", "#b"],
    ["Rye #a #b", ""],
  ])("count with those of %j: %j", (row, hashtags) => {
    expect(flagged(row, hashtags)).toBe(row);
  });

  const two = { count: "hashtags", max: "2" };
  it.each<[string, unknown, string, string, readonly unknown[]]>([
    ["are over the maximum with them", two, "#a #b", "#c 🎉 @d x.com", [{ count: 3, max: 2 }]],
    ["reach the maximum with them", two, "#a", "#c", []],
    ["are over the maximum without them", two, "#a #b #c", "#d", [{ count: 3, max: 2 }]],
    ["are none", two, "#a #b", "", []],
    ["are counted in a sentence", { ...two, per: "sentence" }, "#a #b", "#c", []],
    ["are excepted", { ...two, except: ["#q"] }, "#a #b", "#c", []],
    ["are some of them", { ...two, only: ["#a", "#b", "#c"] }, "#a #b", "#c", []],
    ["have a minimum too", { ...two, min: "1" }, "#a #b", "#c", []],
    ["have no maximum there", { count: "hashtags", max: { linkedin: "2" } }, "#a #b", "#c", []],
    ["are not counted", { count: "emoji", max: "0" }, "#a #b", "#c", []],
  ])("when tags %s", async (_what, options, text, hashtags, expected) => {
    const found = await hits(options, postOf(text, { fields: { hashtags } }), { platform: "x" });
    expect(found.map(({ data }) => data)).toEqual(expected);
  });

  it("are flagged with the whole text", async () => {
    const [hit] = await hits(two, postOf("#a #b", { fields: { hashtags: "#c" } }));
    expect(hit.span).toEqual({ start: 0, end: 5 });
    const [over] = await hits(two, postOf("#a #b #c", { fields: { hashtags: "#d" } }));
    expect(over.span).toMatchObject({ start: 6, end: 8 });
  });
});
