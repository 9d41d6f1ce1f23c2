import { automatedReadability } from "automated-readability";
import { colemanLiau } from "coleman-liau";
import { daleChallFormula, daleChallGradeLevel } from "dale-chall-formula";
import fc from "fast-check";
import { flesch } from "flesch";
import { gunningFog } from "gunning-fog";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import { smogFormula } from "smog-formula";
import { spacheFormula } from "spache-formula";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { readability } from "../../src/checks/readability.ts";
import { proseSentences } from "../../src/retext/prose-sentences.ts";
import { type Counts, countWords, daleChallGrade, gradeOf } from "../../src/retext/readability-formulas.ts";
import { formulaNames } from "../../src/retext/readability-names.ts";
import { createDoc } from "../../src/text/doc.ts";
import { atMost, runs } from "../runs.ts";
import { postOf } from "../text/post.ts";
import { hitsOf, marked, ruleOf } from "./rule-of.ts";

const easy =
  "We bake bread at night. You eat it hot at six. The shop is small and warm, and the cat sleeps by the door.";
const hard =
  "Organisational interdependencies necessitate comprehensive reconfiguration of administrative responsibilities.";

async function flagged(text: string, written: Record<string, unknown>, platform?: string): Promise<string> {
  return marked(text, await hitsOf(readability, [ruleOf(readability, written)], text, platform));
}

describe("readability", () => {
  it("flags a post that is hard to read as a whole", async () => {
    const text = `${hard} ${hard} ${hard} ${hard}`;
    const [hit] = await hitsOf(readability, [ruleOf(readability, { max_grade: "9", min_words: "30" })], text);
    expect(hit.span).toEqual({ start: 0, end: text.length });
    expect(hit.data?.max).toBe(9);
    expect(Number(hit.data?.grade)).toBeGreaterThan(15);
  });

  it("passes plain words", async () => {
    expect(await flagged(`${easy} ${easy}`, { max_grade: "5" })).toBe(`${easy} ${easy}`);
  });

  it("marks each hard sentence", async () => {
    const text = `${easy} ${hard}\n\n${hard} ${easy}`;
    const expected = `${easy} [[${hard}]]\n\n[[${hard}]] ${easy}`;
    expect(await flagged(text, { max_grade: "12", of: "sentence", min_words: "8" })).toBe(expected);
  });

  it("doesn't judge what is too short, by platform", async () => {
    const written = { max_grade: { linkedin: "9", else: "12" }, min_words: { x: "5", else: "40" } };
    expect(await flagged(hard, written)).toBe(hard);
    expect(await flagged(hard, written, "linkedin")).toBe(hard);
    expect(await flagged(hard, written, "x")).toBe(`[[${hard}]]`);
    expect(await flagged(hard, { max_grade: { x: "9" }, min_words: "5" }, "linkedin")).toBe(hard);
    expect(await flagged(hard, { max_grade: "9", min_words: { x: "5" } }, "linkedin")).toBe(hard);
    expect(await flagged(hard, { max_grade: "9", min_words: "8" })).toBe(`[[${hard}]]`);
    expect(await flagged(hard, { max_grade: "9", min_words: "9" })).toBe(hard);
    const beside = `${easy} ${hard}`;
    expect(await flagged(beside, { max_grade: "12", of: "sentence", min_words: "9" })).toBe(beside);
    const quoted = `He said “${hard}” again`;
    expect(await flagged(quoted, { max_grade: "1", min_words: "4" })).toBe(quoted);
  });

  it("judges sentences of ten words, and posts of forty, unless told otherwise", async () => {
    const nine =
      "Considerable administrative responsibilities necessitate comprehensive organisational reconfiguration opportunities everywhere.";
    expect(await flagged(nine, { max_grade: "3", of: "sentence" })).toBe(nine);
    expect(await flagged(`Nevertheless ${nine}`, { max_grade: "3", of: "sentence" })).toBe(
      `[[Nevertheless ${nine}]]`,
    );
    expect(await flagged(`${nine} ${nine}`, { max_grade: "3" })).toBe(`${nine} ${nine}`);
  });

  it("counts neither entities nor quotations", async () => {
    const plain = proseSentences(createDoc(postOf("Come in and eat, friends.")));
    const noisy =
      "Come in @internationalisation and eat, #OrganisationalResponsibility friends “necessitating reconfiguration” 1,250 https://example.org/administration/reconfiguration 🎉.";
    const words = proseSentences(createDoc(postOf(noisy))).flatMap((sentence) => sentence.words);
    expect(words).toEqual(plain.flatMap((sentence) => sentence.words));
  });

  it("takes a hyphenated word and a possessive as one word", () => {
    const sentences = proseSentences(createDoc(postOf("Maria's well-known bread isn't state-of-the-art.")));
    expect(sentences.map(({ words }) => words)).toEqual([
      ["Maria's", "well-known", "bread", "isn't", "state-of-the-art"],
    ]);
  });

  it("takes the formulas that the rule names", async () => {
    const written = { max_grade: "9", min_words: "5", of: "sentence" };
    const text = "Ah, so we go on to do as he is, if I am to be it.";
    expect(await flagged(text, { ...written, formulas: ["coleman-liau"] })).toBe(text);
    expect(() => ruleOf(readability, { ...written, formulas: ["lix"] })).toThrow("the formulas are");
    expect(() => ruleOf(readability, { ...written, formulas: [] })).toThrow("at least one");
    expect(() => ruleOf(readability, { min_words: "5" })).toThrow();
  });

  it("is silent on posts without a word", async () => {
    for (const text of ["", "😀😀", "#tag @someone", "12 13 14"]) {
      expect(await flagged(text, { max_grade: "1", min_words: "0" })).toBe(text);
    }
  });

  it("ends on words and posts of any length", async () => {
    const text = `${"x".repeat(atMost(200_000))} ${"internationalisation ".repeat(atMost(5_000))}`;
    expect(await hitsOf(readability, [ruleOf(readability, { max_grade: "9" })], text)).toHaveLength(1);
  });
});

describe("grades", () => {
  it.each([
    [4.9, 4],
    [5, 6],
    [6.9, 8],
    [7.5, 10],
    [8.2, 12],
    [9.9, 15],
    [12, 16],
  ])("reads the score %d of Dale and Chall as grade %d", (score, grade) => {
    expect(daleChallGrade(score)).toBe(grade);
  });

  /** Ordinary prose with its syllables counted by hand. */
  it.each([
    [
      "The bakery opens at seven. We bring the bread out of the oven while the street is still dark. People stop on the way to work and take a warm loaf home.",
      38,
    ],
    [
      "On Monday the town council will decide whether the old bakery on the market square can stay open. The owner has asked for a longer lease, and many neighbours support the request.",
      47,
    ],
    [
      "When we started the shop, none of us had ever managed a business before. We learned how to order flour, how to pay our suppliers on time, and how to keep customers happy when the oven broke down.",
      50,
    ],
    [
      "Researchers at the university found that people who eat breakfast together report better health. The study followed several hundred families for a year and compared their answers every month.",
      51,
    ],
    [
      "My grandmother kept her recipes in a tin box. Some of them were written on the backs of letters, and others were only a list of weights. I am still learning what she meant by a good handful.",
      48,
    ],
  ])("is within half a grade of Flesch and Kincaid: %s", (text, syllables) => {
    const sentences = proseSentences(createDoc(postOf(text))).map((sentence) => sentence.words);
    const words = sentences.flat().length;
    const byHand = (0.39 * words) / sentences.length + (11.8 * syllables) / words - 15.59;
    expect(Math.abs(gradeOf(countWords(sentences), ["flesch"]) - byHand)).toBeLessThan(0.5);
    // The other formulas count other things, and still come to about the same school year.
    expect(Math.abs(gradeOf(countWords(sentences), formulaNames) - byHand)).toBeLessThan(1);
  });

  it("takes the median", () => {
    const counts = countWords([hard.split(" ")]);
    const grades = formulaNames.map((name) => gradeOf(counts, [name])).sort((one, other) => one - other);
    expect(gradeOf(counts, formulaNames)).toBe(grades[3]);
    expect(gradeOf(counts, ["smog", "spache"])).toBeCloseTo(
      (gradeOf(counts, ["smog"]) + gradeOf(counts, ["spache"])) / 2,
    );
    expect(gradeOf(countWords([]), formulaNames)).toBeNaN();
  });

  it("counts an unfamiliar word of Spache once, and a difficult one of Dale and Chall each time", () => {
    const counts = countWords([["synergy", "synergy", "the", "the"]]);
    expect([counts.difficultWord, counts.unfamiliarWord, counts.word]).toEqual([2, 1, 4]);
  });
});

describe("parity with retext-readability", () => {
  const age = 14;
  const processor = unified().use(retextEnglish).use(retextReadability, { age, threshold: 1e-9 }).freeze();
  const words = [
    ...["we", "bake", "bread", "small", "door", "house", "garden", "morning", "butter", "people", "because"],
    ...["organisation", "responsibility", "considerable", "reconfigure", "synergy", "quarterly", "algorithm"],
    ...["Maria", "Amsterdam", "idea", "wasn't", "well-known", "area", "prisms", "rhythm", "queue", "naïve"],
  ];

  /** How many of the plugin's formulas ask for readers older than `age`, by our counts and its conversions. */
  function votes(counts: Counts): number {
    const gradeAge = (grade: number): number => Math.round(grade + 5);
    const ages = [
      gradeAge(automatedReadability(counts)),
      gradeAge(colemanLiau(counts)),
      gradeAge(daleChallGradeLevel(daleChallFormula(counts))[1]),
      20 - Math.floor(flesch(counts) / 10),
      gradeAge(gunningFog(counts)),
      Math.ceil(Math.sqrt(smogFormula(counts)) + 2.5),
      gradeAge(spacheFormula(counts)),
    ];
    return ages.filter((each) => each > age).length;
  }

  it("counts what the plugin counts, sentence by sentence", () => {
    // The plugin takes a listed word for an unknown one when it comes again in its sentence; so no word comes twice here.
    const sentence = fc.uniqueArray(fc.constantFrom(...words), { minLength: 5, maxLength: 16 });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (drawn) => {
        const text = drawn.map((each) => `So ${each.join(" ")}.`).join(" ");
        const file = new VFile(text);
        processor.runSync(processor.parse(file), file);
        const theirs = file.messages.map(({ place, reason }) => ({
          start: place && "start" in place ? place.start.offset : undefined,
          votes: reason.includes("all 7") ? 7 : Number(/(\d) out of 7/.exec(reason)?.[1]),
        }));
        const ours = proseSentences(createDoc(postOf(text))).map((each) => ({
          start: each.span.start,
          votes: votes(countWords([each.words])),
        }));
        expect(ours.filter((each) => each.votes > 0)).toEqual(theirs);
      }),
      { numRuns: runs(300) },
    );
  });
});
