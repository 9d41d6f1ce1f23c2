import type { Root } from "nlcst";
import { describe, expect, it } from "vitest";
import { createDoc } from "../../src/text/doc.ts";
import { parseEnglish } from "../../src/text/parse.ts";
import { proseOf, treeOf } from "../../src/text/tree.ts";
import { postOf } from "./post.ts";

function docOf(text: string): ReturnType<typeof createDoc> {
  return createDoc(postOf(text));
}

/** How many nodes the longest sentence holds. */
function longestSentence({ children }: Root): number {
  const paragraphs = children.flatMap((child) => (child.type === "ParagraphNode" ? child.children : []));
  return Math.max(...paragraphs.map((child) => (child.type === "SentenceNode" ? child.children.length : 0)));
}

describe("proseOf", () => {
  it("leaves plain prose as it is, quotations too", () => {
    const text = "We said “come in”, and 12 came.\nNice!";
    expect(proseOf(docOf(text))).toBe(text);
  });

  it("blanks links, handles, tags and code by as many symbols", () => {
    const text = "At example.org/a with @ana #Joy $ACME `x y` end";
    const prose = proseOf(docOf(text));
    expect(prose.replace(/\ufffc+/g, "_")).toBe("At _ with _ _ _ _ end");
    expect(prose.length).toBe(text.length);
  });

  it("blanks letters that go on for hundreds, which no list holds", () => {
    const text = `a ${"x".repeat(300)} b`;
    expect(proseOf(docOf(text))).toBe(`a ${"\ufffc".repeat(300)} b`);
  });
});

describe("treeOf", () => {
  it("is the tree of the prose, one for each doc", () => {
    const doc = docOf("One @handle here. Two.\n\nThree.");
    expect(treeOf(doc)).toEqual(parseEnglish(proseOf(doc)));
    expect(treeOf(doc)).toBe(treeOf(doc));
    expect(treeOf(docOf(doc.text))).not.toBe(treeOf(doc));
  });

  it("cuts sentences that never end, and loses no node", () => {
    const doc = docOf("( word ".repeat(5_000));
    expect(longestSentence(treeOf(doc))).toBe(1_000);
    expect(longestSentence(parseEnglish(proseOf(doc)))).toBeGreaterThan(19_000);
    expect(treeOf(doc).position).toEqual(parseEnglish(proseOf(doc)).position);
  });
});
