import { describe, expect, it } from "vitest";
import { retext } from "../../src/checks/retext.ts";
import { pluginNames } from "../../src/retext/plugins.ts";
import { hitsOf, marked, ruleOf } from "./rule-of.ts";

/** What a plugin flags in a sentence, what it says, and what it offers. */
const cases = [
  {
    plugin: "retext-passive",
    flags: "The cake was [[eaten]] by nobody.",
    reason: "“eaten” is passive: it hides who does it.",
  },
  {
    plugin: "retext-equality",
    flags: "Our [[chairman]] will speak.",
    reason: "“chairman” may leave people out.",
    suggestions: ["chair", "head", "chairperson", "coordinator"],
  },
  {
    plugin: "retext-simplify",
    flags: "We [[utilize]] flour.",
    reason: "“utilize” has a plainer word.",
    suggestions: ["use"],
  },
  {
    plugin: "retext-intensify",
    flags: "It is [[quite]] warm today.",
    reason: "“quite” makes the sentence weaker, not stronger.",
  },
  {
    plugin: "retext-repeated-words",
    flags: "We like [[the the]] bread.",
    reason: "“the the” says a word twice.",
    suggestions: ["the"],
  },
  {
    plugin: "retext-indefinite-article",
    flags: "We sell [[a]] apple a day.",
    reason: "“a” doesn't fit the sound of the next word.",
    suggestions: ["an"],
  },
  {
    plugin: "retext-readability",
    flags:
      "[[The constitution guarantees nondiscriminatory representation notwithstanding considerable jurisdictional complications.]]",
    reason: "This sentence is hard to read.",
  },
  { plugin: "retext-profanities", flags: "What a [[bastard]].", reason: "“bastard” may put people off." },
];

async function hitsIn(
  text: string,
  plugin: string,
  options: unknown = {},
): Promise<Awaited<ReturnType<typeof hitsOf>>> {
  return hitsOf(retext, [ruleOf(retext, { plugin, options })], text);
}

describe("retext", () => {
  it.each(cases)("$plugin flags $flags", async ({ plugin, flags, reason, suggestions }) => {
    const text = flags.replace(/\[\[|\]\]/g, "");
    const hits = await hitsIn(text, plugin);
    expect(marked(text, hits)).toBe(flags);
    expect(hits[0].data).toEqual({ reason });
    expect(hits[0].suggestions).toEqual(suggestions);
  });

  it("has a case for each plugin", () => {
    expect(cases.map(({ plugin }) => plugin).toSorted()).toEqual([...pluginNames].sort());
  });

  it("offers to leave words out where the plugin says so", async () => {
    const [hit] = await hitsIn("There is some bread left.", "retext-simplify");
    expect(hit.suggestions).toEqual([""]);
  });

  it("says under which condition a word leaves people out", async () => {
    const [hit] = await hitsIn("One girl spoke.", "retext-equality");
    expect(hit.data).toEqual({ reason: "“girl” may leave people out, when referring to a person." });
  });

  it("sees no words in links, handles, tags and code", async () => {
    const text = "Read https://example.org/utilize/utilize by @utilize, #utilize `utilize`";
    expect(await hitsIn(text, "retext-simplify")).toEqual([]);
  });

  it("makes no neighbours of the words around a handle", async () => {
    expect(await hitsIn("We work at @acme at night.", "retext-repeated-words")).toEqual([]);
  });

  it("tells the plugin its options", async () => {
    expect(await hitsIn("We utilize flour.", "retext-simplify", { ignore: ["utilize"] })).toEqual([]);
    expect(await hitsIn("He bakes.", "retext-equality", { binary: "true" })).toHaveLength(1);
    expect(await hitsIn("What a damn mess.", "retext-profanities", { sureness: "2" })).toEqual([]);
    const sentence = "The regional administration considers infrastructure improvements.";
    expect(await hitsIn(sentence, "retext-readability", { minWords: "20" })).toEqual([]);
    expect(await hitsIn(sentence, "retext-readability", { age: "12" })).toHaveLength(1);
  });

  it("refuses a plugin that doesn't come with voicecheck, and names the nearest", () => {
    expect(() => ruleOf(retext, { plugin: "retext-pasive" })).toThrow("did you mean “retext-passive”?");
    expect(() => ruleOf(retext, { plugin: "./mine.js" })).toThrow(
      "only plugins that come with voicecheck run",
    );
    expect(() => ruleOf(retext, {})).toThrow();
  });

  it("refuses options that the plugin doesn't know", () => {
    expect(() => ruleOf(retext, { plugin: "retext-repeated-words", options: { ignore: ["a"] } })).toThrow(
      "it takes none",
    );
    expect(() => ruleOf(retext, { plugin: "retext-passive", options: { age: "9" } })).toThrow(
      "it takes ignore",
    );
    expect(() => ruleOf(retext, { plugin: "retext-readability", options: { age: "old" } })).toThrow(
      "a number",
    );
  });

  it.each<[string, string, string, unknown]>([
    ["retext-equality", "binary", "true", true],
    ["retext-equality", "binary", "false", false],
    ["retext-profanities", "sureness", "0", 0],
    ["retext-profanities", "sureness", "1", 1],
    ["retext-profanities", "sureness", "2", 2],
    ["retext-readability", "age", "12", 12],
    ["retext-readability", "threshold", "0.75", 0.75],
  ])("reads what %s is told: %s: %s", (plugin, name, text, value) => {
    expect(ruleOf(retext, { plugin, options: { [name]: text } }).options).toEqual({
      plugin,
      options: { [name]: value },
    });
  });

  it.each([
    ["retext-equality", "binary", "yes", "true or false is expected here"],
    ["retext-equality", "binary", "", "true or false is expected here"],
    ["retext-profanities", "sureness", "3", "the plugin's sureness is 0, 1 or 2"],
    ["retext-profanities", "sureness", "", "the plugin's sureness is 0, 1 or 2"],
    ["retext-readability", "age", "x9", "a number is expected here"],
    ["retext-readability", "age", "9x", "a number is expected here"],
    ["retext-readability", "age", "9.x", "a number is expected here"],
    ["retext-readability", "binary", "true", "it takes age, minWords, threshold"],
  ])("refuses what %s can't be told: %s: %s", (plugin, name, text, message) => {
    expect(() => ruleOf(retext, { plugin, options: { [name]: text } })).toThrow(message);
  });

  it("leaves the depth of call stacks as it was", async () => {
    const before = Error.stackTraceLimit;
    await hitsIn("We like the the bread.", "retext-repeated-words");
    expect(Error.stackTraceLimit).toBe(before);
  });

  it("cuts a long quoted word in what it says", async () => {
    const word = `${"ab-".repeat(900)}a`;
    const [hit] = await hitsIn(`${word} ${word}`, "retext-repeated-words");
    expect(String(hit.data?.reason).length).toBeLessThan(200);
  });
});
