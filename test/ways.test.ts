import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../src/engine.ts";
import { parsePack } from "../src/parse-pack.ts";
import { createPackPatterns } from "../src/patterns.ts";
import { createDoc } from "../src/text/doc.ts";
import type { Pack } from "../src/types.ts";
import { postOf } from "./text/post.ts";

const pack = parsePack(`voicecheck: 1
rules:
  a/ad: {terms: [rye], when: {kind: ad}}
  a/plain: {terms: [oat]}
  b/short: {limit: {count: exclamations, max: 0}, when: {max_words: 2}}
  c/text: {limit: {count: links, max: 0}, when: {text: [wheat]}}
`);

function engineOf(own: Pack): Engine {
  return createEngine(own, own.rules, createPackPatterns(own), {});
}

describe("the way for a post", () => {
  const engine = engineOf(pack);

  it("tells what sleeps, and what ran, whatever was asked before", () => {
    const words = fc.array(fc.constantFrom("rye", "wheat", "oat"), { maxLength: 4 });
    const asked = fc.record({
      words,
      isAd: fc.boolean(),
      otherLanguage: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), (all) => {
        for (const each of all) {
          const post = postOf(each.words.join(" "), each.isAd ? { kind: "ad" } : {});
          const facts = { post, platform: undefined, doc: createDoc(post) };
          const { asleep, groups, ran } = engine.wayFor(facts, each.otherLanguage);
          const isAwake = {
            "a/ad": each.isAd,
            "a/plain": true,
            "b/short": each.words.length <= 2,
            "c/text": each.words.includes("wheat"),
          };
          const awake = Object.entries(isAwake).flatMap(([id, is]) => (is ? [id] : []));
          const readsWords = (id: string): boolean => id.startsWith("a/");
          const running = awake.filter((id) => !(each.otherLanguage && readsWords(id)));
          expect([...asleep].map(({ id }) => id)).toEqual(
            Object.keys(isAwake).filter((id) => !awake.includes(id)),
          );
          expect([...ran]).toEqual(running);
          expect([...groups]).toEqual([...new Set(running.map((id) => id.slice(0, 1)))]);
        }
      }),
    );
  });

  it("is remembered", () => {
    const facts = { post: postOf("rye"), platform: undefined, doc: createDoc(postOf("rye")) };
    expect(engine.wayFor(facts, false)).toBe(engine.wayFor(facts, false));
  });

  it("is right where there are more ways than are remembered", () => {
    const names = Array.from({ length: 11 }, (_, index) => `oat${String.fromCharCode(97 + index)}`);
    const rules = names.map((name) => `  a/${name}: {terms: [rye], when: {text: [${name}]}}\n`);
    const many = engineOf(parsePack(`voicecheck: 1\nrules:\n${rules.join("")}`));
    for (let way = 0; way < 1 << names.length; way++) {
      const there = names.filter((_, index) => (way & (1 << index)) !== 0);
      const post = postOf(there.join(" "));
      const { ran } = many.wayFor({ post, platform: undefined, doc: createDoc(post) }, false);
      expect([...ran]).toEqual(there.map((name) => `a/${name}`));
    }
  });
});
