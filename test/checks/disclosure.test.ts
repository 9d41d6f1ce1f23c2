import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "../lints.ts";
import { runs } from "../runs.ts";

function flagged(options: string, row: string, more: Parameters<typeof resultOf>[2] = {}, pack = ""): string {
  const lint = lintOf(`${pack}\nrules:\n  a/b: {disclosure: ${options}}`);
  return shown(resultOf(lint, bare(row), more));
}

const LONG = "Bread is flour, water, salt and time. ".repeat(4);

describe("disclosure", () => {
  it.each([
    ["us", "[[@mill sent me]] an oven"],
    ["us", "#ad @mill sent me an oven"],
    ["us", "Sponsored. Use my code RYE10"],
    ["us", "[[Use my code RYE10]], not sponsored"],
    ["uk", "(Ad) Use my code RYE10"],
    ["de", "Anzeige: my affiliate link is below"],
    ["us", "We partner with schools and write code"],
    ["us", "A photo courtesy of @mill"],
    ["us", "They [[hooked me up with]] an oven; photo courtesy of @mill"],
    ["us", "This is not an ad, [[use my code RYE10]]"],
    ["us", "#notsponsored [[use my code RYE10]]"],
    ["us", "#ad #werbung Use my code RYE10"],
    ["us", "#ad #gifted use my code RYE10"],
    ["us", "#ad, thanks. #gifted #sp use my code RYE10"],
    ["us", "#gifted #werbung use my code RYE10"],
  ])("finds what is missing in %s: %s", (market, row) => {
    expect(flagged(`{find: missing, markets: [${market}]}`, row)).toBe(row);
  });

  it.each([
    ["us", "A new oven [[#gifted]]"],
    ["us", "Such a stay, [[courtesy of]] @mill"],
    ["ie", "A new oven #gifted"],
    ["uk", "A new oven [[#sponsored]]"],
    ["us", "A new oven #sponsored"],
    ["us", "A new oven #ad #gifted"],
    ["us", "Our #collab today"],
    ["de", "Ein Ofen [[#sponsored]]"],
    ["us", "[[In partnership with]] @mill: a new oven"],
    ["us", "Paid partnership with @mill #partner"],
    ["uk", "Not an ad, [[sponsored by]] @mill"],
    ["us", "Set me up with [[#collab]] #sp"],
  ])("finds what is vague in %s: %s", (market, row) => {
    expect(flagged(`{find: vague, markets: [${market}]}`, row)).toBe(row);
  });

  it.each([
    ["late", `${LONG}[[#ad]]`],
    ["late", `#ad ${LONG}`],
    ["late", `${"rye ".repeat(31)}. #ad`.replace(". #ad", "[[#ad]]").replace("rye [[", "rye. [[")],
    ["buried", "Rye #a #ad"],
    ["buried", "Rye #a [[#ad]] #b"],
    ["buried", "#a [[#ad]] #b Rye"],
    ["buried", "Rye #a #ad. #b #c"],
    ["buried", "#ad #a #b #c"],
    ["late", `#ad ${LONG}#ad`],
    ["buried", "Rye #a #b [[#ad]]"],
    ["buried", "Rye #ad #a #b"],
    ["buried", "#ad Rye #a #b #ad"],
    ["language", "[[#werbung]] Rye"],
    ["language", "#ad #werbung Rye"],
    ["language", "#ad #gifted #werbung Rye"],
    ["language", "[[#anzeige]] #werbung Rye"],
    ["language", "#gifted #werbung Rye"],
  ])("finds what is %s: %s", (find, row) => {
    expect(flagged(`{find: ${find}}`, row)).toBe(row);
  });

  it("judges what is late by the fold of the platform", () => {
    const text = `${LONG.slice(0, 130)} #ad and more rye`;
    const late = (platform?: string): boolean =>
      flagged("{find: late}", text, { platforms: platform === undefined ? [] : [platform] }) !== text;
    expect([undefined, "x", "mastodon", "instagram", "linkedin"].map(late)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ["missing", "#ad Rye", "Use my code RYE10"],
    ["missing", "Rye", "[[Use my code RYE10]]"],
    ["missing", "#gifted Rye", "[[Use my code RYE10]]"],
    ["late", "#ad Rye", "Rye #ad"],
    ["late", "Rye", "[[#ad]] Rye"],
    ["vague", "#ad Rye", "A new oven #gifted"],
    ["language", "#ad Rye", "#werbung Rye"],
  ])("takes what is %s from the first part of a thread, “%s”: %s", (find, first, row) => {
    expect(flagged(`{find: ${find}}`, row, { thread: { part: 2, of: 3, first } })).toBe(row);
  });

  it("asks for a label that all markets understand", () => {
    const row = "[[#ad]] Rye";
    expect(flagged("{find: language}", row, {}, "brand: {markets: [us, de]}")).toBe(row);
    expect(flagged("{find: language}", bare(row), {}, "brand: {markets: [us, uk]}")).toBe(bare(row));
  });

  const brand = "brand: {names: [Mill], handles: ['@mill']}";

  it.each([
    ["brand", "Our Mill, with my code RYE10"],
    ["employee", "Come to [[Mill]] today"],
    ["employee", "I work at Mill. Come to Mill today"],
    ["partner", "Thanks [[@mill]]"],
    ["partner", "We [[worked with Mill]]"],
    [undefined, "Come to Mill today, thanks @mill"],
  ] as const)("knows who speaks (%s): %s", (speaker, row) => {
    expect(flagged("{find: missing}", row, { speaker }, brand)).toBe(row);
  });

  it("is less sure where nobody says who speaks", () => {
    const lint = lintOf("rules:\n  a/b: {disclosure: {find: missing}}");
    const confidences = (more: object) =>
      resultOf(lint, "Use my code RYE10", more).findings.map(({ confidence }) => confidence);
    expect(confidences({})).toEqual(["likely"]);
    expect(confidences({ speaker: "partner" })).toEqual(["sure"]);
    expect(confidences({ fields: { paid: "true" } })).toEqual(["sure"]);
  });

  it("takes a paid post for one, whatever it says", () => {
    expect(flagged("{find: missing}", "[[Rye today]]", { fields: { paid: "true" } })).toBe("[[Rye today]]");
    expect(flagged("{find: missing}", "Ad: Rye today", { fields: { paid: "true" } })).toBe("Ad: Rye today");
    expect(flagged("{find: missing}", "Rye today", { fields: { paid: "false" } })).toBe("Rye today");
  });

  it("adds cues and labels of the pack", () => {
    const options = "{find: missing, cues+: [fresh from the mill], labels: {us: {clear+: [mill friends]}}}";
    expect(flagged(options, "[[Fresh from the mill]]")).toBe("[[Fresh from the mill]]");
    expect(flagged(options, "Mill friends: fresh from the mill")).toBe("Mill friends: fresh from the mill");
  });

  it("looks for the cues of each rule", () => {
    const lint = lintOf(
      "rules:\n  a/b: {disclosure: {find: missing}}\n  a/c: {disclosure: {find: missing, cues: [fresh from the mill]}}",
    );
    const rules = (text: string) => resultOf(lint, text).findings.map(({ rule }) => rule);
    expect(rules("Fresh from the mill")).toEqual(["a/c"]);
    expect(rules("Use my code RYE10")).toEqual(["a/b", "a/c"]);
  });

  it("says where, and what to write", () => {
    const lint = lintOf(
      "rules:\n  a/b: {message: “<market>” asks for “<label>”, disclosure: {find: missing, markets: [de]}}",
    );
    expect(resultOf(lint, "Use my code RYE10").findings[0]?.message).toBe("“Germany” asks for “Anzeige”");
  });

  it("never asks for a label that is there and first", () => {
    const lints = ["missing", "vague", "late", "buried", "language"].map((find) =>
      lintOf(`rules:\n  a/b: {disclosure: {find: ${find}, markets: [us, uk, ie]}}`),
    );
    const bits = fc.constantFrom(
      "use my code RYE10",
      "#gifted",
      "#a",
      "thanks @mill",
      "gifted by @mill",
      "Rye.",
      "#collab",
      "\n",
      LONG,
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 8 }), (parts) => {
        for (const lint of lints) expect(resultOf(lint, `#ad ${parts.join(" ")}`).findings).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});
