import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postFrom } from "../src/post.ts";

describe("postFrom", () => {
  it("fills in what a caller leaves out", () => {
    const { locate: _, ...post } = postFrom({ id: 7, text: "Rye\r\noat\rcorn" });
    expect(post).toEqual({
      id: 7,
      text: "Rye\noat\ncorn",
      source: "7",
      line: 1,
      role: "post",
      platforms: [],
      fields: {},
      hidden: [],
      waivers: [],
    });
  });

  it("keeps what the caller says", () => {
    const facts = {
      source: "june.csv",
      platforms: ["x"],
      author: "@ana",
      fields: { alt: "bread" },
      lang: "en",
    };
    expect(postFrom({ id: "a", text: "", ...facts })).toMatchObject(facts);
  });

  it("leaves a post from an input as it is", () => {
    const post = postFrom({ id: "a", text: "Rye" });
    expect(postFrom(post)).toBe(post);
  });

  it("places every span at the same words in the text as given", () => {
    const texts = fc
      .array(fc.constantFrom("rye", " ", "\r\n", "\n", "\r", "é", "🎉"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.nat(20), fc.nat(20), (text, from, length) => {
        const post = postFrom({ id: 1, text });
        const start = Math.min(from, post.text.length);
        const end = Math.min(start + length, post.text.length);
        const place = post.locate({ start, end });
        const words = text.slice(place.offset, place.endOffset).replace(/\r\n?/gu, "\n");
        expect(words).toBe(post.text.slice(start, end));
        expect(place.line).toBe(post.text.slice(0, start).split("\n").length);
      }),
    );
  });

  it.each<[string, string]>([
    ["null", "an id and a text"],
    ['"Fresh bread"', "an id and a text"],
    ['{"id":1,"text":7}', "an id and a text"],
    ['{"id":1,"text":"Rye","platforms":"x"}', 'a list of names: ["x"]'],
  ])("says of %s what a post is", (json, hint) => {
    expect(() => postFrom(JSON.parse(json))).toThrow(TypeError);
    expect(() => postFrom(JSON.parse(json))).toThrow(hint);
  });
});
