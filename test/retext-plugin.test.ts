import { retext } from "retext";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { parsePack } from "../src/parse-pack.ts";
import { voicecheck } from "../src/retext-plugin.ts";

const yaml = `
voicecheck: 1
name: acme
rules:
  corporate/jargon:
    level: error
    message: "“<match>” is meeting-room talk."
    why: People outside the company don't say it.
    url: https://example.org/jargon
    terms: {synergy (n): teamwork, in the loop: ~}
  profanity/swearing: {level: info, profanity: {}}
  human/passive: {retext: {plugin: retext-passive}, when: {platform: x}}
`;

const pack = parsePack(yaml);

describe("voicecheck as a unified plugin", () => {
  it("adds a message for each finding, alone in a pipeline", async () => {
    const file = await unified().use(voicecheck, { pack }).process("Plain line.\nOur synergies are here.");
    expect(String(file)).toBe("Plain line.\nOur synergies are here.");
    expect(file.messages).toHaveLength(1);
    const [message] = file.messages;
    expect(message).toMatchObject({
      reason: "“synergies” is meeting-room talk. Say “teamwork”.",
      fatal: true,
      source: "voicecheck",
      ruleId: "corporate/jargon/synergy",
      actual: "synergies",
      expected: ["teamwork"],
      note: "People outside the company don't say it.",
      url: "https://example.org/jargon",
      place: { start: { line: 2, column: 5, offset: 16 }, end: { line: 2, column: 14, offset: 25 } },
    });
  });

  it("loads what a post needs, and tells levels apart", async () => {
    const { messages } = await unified().use(voicecheck, { pack }).process("What a bastard.");
    expect(messages.map(({ reason, fatal }) => [reason.includes("bastard"), fatal])).toEqual([
      [true, undefined],
    ]);
  });

  it("works in a retext pipeline, before a plugin of its own", async () => {
    let paragraphs = 0;
    const processor = retext()
      .use(voicecheck, { pack })
      .use(() => (tree) => {
        if ("children" in tree && Array.isArray(tree.children)) paragraphs = tree.children.length;
      });
    const { messages } = await processor.process("Stay in the loop.\n\nBye.");
    expect([messages.length, paragraphs]).toEqual([1, 3]);
  });

  it("places findings in the file as it is, with its line ends", async () => {
    const value = "One.\r\n\r\nTwo synergies.\r\n";
    const { messages } = await unified().use(voicecheck, { pack }).process(new VFile(value));
    const place = messages[0]?.place;
    const [start, end] =
      place !== undefined && "start" in place ? [place.start.offset, place.end.offset] : [];
    expect(value.slice(start, end)).toBe("synergies");
  });

  it("takes facts about the files", async () => {
    const text = "The cake was eaten.";
    const messagesFor = async (platforms: string[]): Promise<number> =>
      (await unified().use(voicecheck, { pack, facts: { platforms } }).process(text)).messages.length;
    expect([await messagesFor(["x"]), await messagesFor(["linkedin"])]).toEqual([1, 0]);
  });
});
