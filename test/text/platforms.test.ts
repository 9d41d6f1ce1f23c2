import { beforeAll, describe, expect, it } from "vitest";
import { createDoc } from "../../src/text/doc.ts";
import { countsOf, foldOf, platformsOf, withTags } from "../../src/text/platforms.ts";
import { segmenter } from "../../src/text/signs.ts";
import type { Count, Pack, Platform, Post } from "../../src/types.ts";
import { postOf } from "./post.ts";

beforeAll(() => segmenter.load());

const PACK: Pick<Pack, "platforms"> = {
  platforms: {
    blog: { limit: "20", fold: "10" },
    wire: { unit: "weighted", bytes: "30", markup: "shown", name: "The Wire", clickable: "true" },
    wall: { unit: "runes", clickable: "false" },
    x: { limit: "25" },
  },
};
const lookup = platformsOf(PACK);

describe("platformsOf", () => {
  it.each<[string, Partial<Platform> | undefined]>([
    ["blog", { name: "blog", unit: "utf16", limit: 20, fold: 10 }],
    [
      "wire",
      { name: "The Wire", unit: "weighted", limit: Infinity, bytes: 30, markup: "shown", clickable: true },
    ],
    ["wall", { name: "wall", unit: "utf16", limit: Infinity, clickable: false }],
    ["x", { name: "X", unit: "weighted", limit: 25, fold: 280, alt: 1000, markup: "raw" }],
    ["discord", { name: "Discord", unit: "utf16", limit: 2000, markup: "shown" }],
    ["toString", undefined],
    ["nowhere", undefined],
  ])("%s", (name, expected) => expect(lookup(name)).toEqual(expected));
});

/** What the counts of a post say, for one platform. */
function countOf(text: string, name: string, more: Partial<Post> = {}): Count | undefined {
  const post = { ...postOf(text, { platforms: [name] }), ...more };
  return countsOf(post, createDoc(post).entities, lookup)?.[name];
}

describe("countsOf", () => {
  it.each<[string, string, Partial<Post>, Count | undefined]>([
    ["We bake rye", "blog", {}, { count: 11, limit: 20, fold: 10 }],
    ["We bake it", "blog", {}, { count: 10, limit: 20 }],
    ["We bake rye", "x", {}, { count: 11, limit: 25 }],
    ["We bake rye", "wall", {}, undefined],
    ["We bake rye", "nowhere", {}, undefined],
    ["日本 acme.ai", "bluesky", {}, { count: 10, limit: 300, bytes: 14, bytesLimit: 3000 }],
    ["Rye", "linkedin", { role: "comment" }, { count: 3, limit: 1250 }],
    ["Rye. ".repeat(40), "linkedin", {}, { count: 200, limit: 3000, fold: 140 }],
    ["Rye. ".repeat(40), "linkedin", { role: "comment" }, { count: 200, limit: 1250 }],
    ["Rye", "blog", { role: "comment" }, undefined],
    ["Rye", "blog", { fields: { hashtags: " #bread #oats " } }, { count: 17, limit: 20, fold: 3 }],
    ["Rye", "linkedin", { fields: { hashtags: "#bread" }, role: "comment" }, { count: 3, limit: 1250 }],
    ["Rye", "x", { fields: { hashtags: "acme.ai" } }, { count: 28, limit: 25 }],
    ["acme.ai", "x", { fields: { hashtags: "#rye" } }, { count: 29, limit: 25 }],
    ["Rye", "blog", { fields: { hashtags: " " } }, { count: 3, limit: 20 }],
  ])("%j on %s with %j", (text, name, more, expected) => {
    expect(countOf(text, name, more)).toEqual(expected);
  });

  it("leaves out what is not known, and is nothing where nothing is", () => {
    const post = postOf("Rye", { platforms: ["nowhere", "blog", "wall", "x"] });
    expect(countsOf(post, [], lookup)).toEqual({
      blog: { count: 3, limit: 20 },
      x: { count: 3, limit: 25 },
    });
    expect(countsOf(postOf("Rye"), [], lookup)).toBeUndefined();
  });

  it("keeps no count of the post before", () => {
    expect(["Rye", "We bake", "Rye"].map((text) => countOf(text, "blog")?.count)).toEqual([3, 7, 3]);
    const post = postOf("日本 rye", { platforms: ["x", "blog"] });
    expect(countsOf(post, [], lookup)).toEqual({
      blog: { count: 6, limit: 20 },
      x: { count: 8, limit: 25 },
    });
  });
});

describe("foldOf", () => {
  it.each<[string, string, number]>([
    ["We bake rye bread", "blog", 10],
    ["We bake rye bread", "x", 17],
    ["We bake rye bread", "nowhere", 17],
    ["Rye", "blog", 3],
  ])("of %j on %s", (text, name, expected) => {
    expect(foldOf(createDoc(postOf(text)), lookup(name))).toBe(expected);
  });
});

it("puts the tags of their own column below a post, and below no comment", () => {
  const fields = { hashtags: " #rye " };
  expect(withTags(postOf("Bread", { fields }))).toBe("Bread\n\n#rye");
  expect(withTags(postOf("Bread", { fields: {} }))).toBe("Bread");
  expect(withTags({ ...postOf("Bread", { fields }), role: "comment" })).toBe("Bread");
});
