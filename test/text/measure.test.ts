import fc from "fast-check";
import twitter from "twitter-text";
import { beforeAll, describe, expect, it } from "vitest";
import { measure, utf8Length } from "../../src/text/measure.ts";
import { scan } from "../../src/text/scan.ts";
import { graphemes, segmenter } from "../../src/text/signs.ts";
import { linksOnX } from "../../src/text/x-links.ts";
import type { CountUnit, EntityKind, Span } from "../../src/types.ts";
import { atMost, runs } from "../runs.ts";

beforeAll(() => segmenter.load());

function lengthOf(text: string, unit: CountUnit, limit: number = Number.POSITIVE_INFINITY): number {
  return measure({ text, entities: scan(text, []).entities }, unit, limit).count;
}

describe("one text, six counts", () => {
  const link = `https://example.com/${"a".repeat(62)}`;

  it.each<[string, number, number, number, number, number, number]>([
    // text, X, Bluesky, its bytes, Mastodon, Threads, UTF-16
    [link, 23, 82, 82, 23, 82, 82],
    ["Try acme.ai today", 33, 17, 17, 17, 17, 17],
    ["@someone@mastodon.social hi", 27, 27, 27, 11, 27, 27],
    ["👨‍👩‍👧‍👦 family", 9, 8, 32, 8, 32, 18],
    ["日本語のテスト", 14, 7, 21, 7, 7, 7],
    ["wait… • one → two", 20, 17, 23, 17, 17, 17],
    ["𝗕𝗼𝗹𝗱 claim", 14, 10, 22, 10, 10, 14],
    ["cafe\u0301", 4, 4, 6, 4, 5, 5],
    ["", 0, 0, 0, 0, 0, 0],
    ["https://a.ai b.ai", 47, 17, 17, 28, 17, 17],
    ["@ana@b.example @ben", 19, 19, 19, 9, 19, 19],
    ["https://a.ai/é", 23, 14, 15, 23, 14, 14],
    ["[link] @ana", 28, 11, 11, 28, 11, 11],
    ["a 🥐 b", 6, 5, 8, 5, 8, 6],
    ["see `https://acme.ai/rye` 👏", 32, 27, 30, 31, 30, 28],
    ["``@ana@b.example 🥐`` `🥐`", 26, 24, 30, 14, 30, 26],
    ["日\u3000@ana@b.example", 18, 16, 20, 6, 16, 16],
  ])("%s", (text, x, bluesky, bytes, mastodon, threads, utf16) => {
    expect([
      lengthOf(text, "weighted"),
      lengthOf(text, "graphemes"),
      utf8Length(text),
      lengthOf(text, "mastodon"),
      lengthOf(text, "threads"),
      lengthOf(text, "utf16"),
    ]).toEqual([x, bluesky, bytes, mastodon, threads, utf16]);
  });

  it.each([
    ["…", 2],
    ["•", 2],
    ["→", 2],
    ["™", 2],
    ["—", 1],
    ["“”", 2],
    ["\u212a\u2126\u212b", 3],
    ["\u1f71\u1ffd\u1f70", 4],
    ["\u2125\u212c", 4],
    ["\u0958\ufb2c\u2adc", 8],
    ["\u1112\u1161\u11ab", 2],
    ["\u10ff", 1],
    ["\u1100", 2],
    ["\u2000\u200d\u2010\u201f\u2032\u2037", 6],
    ["\u200e\u2020\u2031\u2038", 8],
    ["a\u0300", 1],
    ["x\u0301", 2],
    ["日\u0301", 3],
    ["か\u3099", 2],
    ["https://acme.ai/b.ai x.ai", 47],
    ["hello.World", 23],
    ["foo.md", 23],
    ["node.js", 7],
    ["`acme.ai`", 25],
    ["```\nacme.ai and x.ai\n```", 59],
    ["acme.ai?q=1", 27],
    ["acme.ai/?q=1", 23],
    ["en.acme.ai/Rye_(bread)", 23],
    ["(acme.ai/a)", 25],
    ["-acme.ai", 8],
    ["acme-.ai", 8],
    ["a-b.ai", 23],
    ["a.acme.ai.b", 25],
    ["acme.ai..", 25],
    ["acme.ai/a!?", 25],
    [".acme.ai", 8],
    ["a..ai", 5],
    ["@acme.ai", 8],
    ["acme.ai,acme.com", 47],
    ["acme.ai acme.ai/b", 47],
    ["hello.World.foo", 23],
    ["foo.md.bar", 23],
    ["acme.aix", 8],
    ["acme.ai-b", 9],
    ["acme.ai@b", 9],
    ["x. acme.ai", 26],
    ["https://acme", 12],
    ["http://acme.aix/b", 17],
    ["https://acme.ai.x/b", 19],
    ["https://acme.ai:80/b", 23],
    [`${"x".repeat(63)}.ai`, 23],
    [`${"x".repeat(64)}.ai`, 67],
    [`www.${"x".repeat(64)}.ai`, 71],
    ["www.acme.zzz", 12],
    [".", 1],
    ["ai", 2],
    ["ana@acme.org", 12],
    ["http://localhost/a", 18],
    ["❤️‍🔥", 2],
    ["🧑‍🧑‍🧒", 2],
    ["🙂‍↕️", 2],
    ["[link]", 23],
    ["{{url}}", 23],
    ["[link in bio]", 13],
    ["[LINK HERE]", 23],
    ["[your name]", 11],
    ["[2026]", 6],
    ["link", 4],
  ])("counts %s as %i on X", (text, count) => {
    expect(lengthOf(text, "weighted")).toBe(count);
  });

  it.each([
    ["a\r\nb", 3],
    ["e\u0300", 1],
    ["a\u00ad\u0301", 3],
  ])("counts %j as %i signs", (text, count) => {
    expect(lengthOf(text, "graphemes")).toBe(count);
  });

  it.each([
    ["no", "We open at nine:\n“Café” — naïve… • Zoë’s Röggel\u00adchen, 5 ‰ off"],
    ["no", "\u2010\u2027\u2030\u205f"],
    ["a", "Rye 🥐"],
    ["a", "日本"],
    ["a", "one\r\ntwo"],
  ])("needs %s segmenter to count %j", (answer, text) => {
    const { get } = segmenter;
    let needed = "no";
    const watched: typeof get = () => {
      needed = "a";
      return get();
    };
    Object.assign(segmenter, { get: watched });
    graphemes.count(text, 0, text.length);
    Object.assign(segmenter, { get });
    expect(needed).toBe(answer);
  });

  it("segments only where signs may combine, with the same count", () => {
    const bit = fc.constantFrom(
      ..."a|é|“|—|…|\r|\n|\u00ad|e\u0301|\u0301|\u200d|\ufe0f|🥐|👩‍👩‍👧|🇩🇪|🇩|👍🏽|1️⃣|#️⃣|©️|©|日|한|\u1100|\u1161|न्|हि|क्ष|\u0600|\u0604|\ud83d|‼️|\u200b|ก็".split(
        "|",
      ),
    );
    const text = fc.array(bit, { maxLength: 12 }).map((bits) => bits.join(""));
    fc.assert(
      fc.property(text, (words) => {
        const all = [...segmenter.get().graphemeSegments(words)].length;
        expect(graphemes.count(words, 0, words.length)).toBe(all);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it.each([
    ["\u007f\u0080", 3],
    ["\u07ff\u0800", 5],
    ["\ud800", 3],
    ["\udc00a\ud83e", 7],
    ["日\udc00", 6],
    ["🥐\ud83e", 7],
  ])("says of %j that it has %i bytes", (text, bytes) => expect(utf8Length(text)).toBe(bytes));

  it("says bytes as a TextEncoder does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe("where it is cut", () => {
  it.each<[string, CountUnit, number, string]>([
    ["We bake rye", "weighted", 7, "We bake"],
    ["We bake", "weighted", 7, "We bake"],
    ["Rye 👨‍👩‍👧‍👦 here", "weighted", 5, "Rye "],
    ["Rye 👨‍👩‍👧‍👦 here", "graphemes", 5, "Rye 👨‍👩‍👧‍👦"],
    ["Rye 👨‍👩‍👧‍👦 here", "threads", 28, "Rye "],
    ["Rye https://example.com/a/b", "weighted", 20, "Rye "],
    ["日本語", "weighted", 4, "日本"],
    ["cafe\u0301s", "weighted", 4, "cafe\u0301"],
    ["We bake", "utf16", 2, "We"],
    ["𝗕𝗼𝗹𝗱 claim", "threads", 2, "𝗕𝗼"],
    [`👩‍👩‍👧${"a".repeat(32)} rye`, "graphemes", 34, `👩‍👩‍👧${"a".repeat(32)} `],
    ["We https://acme.ai now", "weighted", 26, "We https://acme.ai"],
    ["We https://acme.ai now", "weighted", 25, "We "],
    ["We https://acme.ai now", "weighted", 27, "We https://acme.ai "],
    [`${"rye ".repeat(20)}é`, "weighted", 80, "rye ".repeat(20)],
    [`${"rye ".repeat(20)}日本`, "weighted", 82, `${"rye ".repeat(20)}日`],
    ["a".repeat(40), "weighted", 36, "a".repeat(36)],
    [`${"a".repeat(31)} 日本`, "weighted", 34, `${"a".repeat(31)} 日`],
    [`${"a".repeat(32)} 日本`, "weighted", 35, `${"a".repeat(32)} 日`],
    [`${"日".repeat(33)} rye`, "weighted", 66, "日".repeat(33)],
    [`${"日".repeat(33)} rye`, "weighted", 67, `${"日".repeat(33)} `],
    ["@ana@b.example and @ben", "mastodon", 6, "@ana@b.example a"],
    ["@ana@b.example and @ben", "mastodon", 11, "@ana@b.example and @b"],
  ])("%s, %s, %i", (text, unit, limit, kept) => {
    const { cut } = measure({ text, entities: scan(text, []).entities }, unit, limit);
    expect(text.slice(0, cut)).toBe(kept);
  });

  it("keeps what fits, and no more", () => {
    const unit = fc.constantFrom<CountUnit>("weighted", "graphemes", "mastodon", "threads", "utf16");
    const bit = fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      "日",
      "🥐",
      "👩‍👩‍👧",
      " https://a.example/b ",
      "@ana@b.example ",
      "\n",
      "…",
    );
    const text = fc.array(bit, { maxLength: 20 }).map((bits) => bits.join(""));
    const property = fc.property(text, unit, fc.nat(60), (words, counted, limit) => {
      const whole = measure({ text: words, entities: scan(words, []).entities }, counted, limit);
      expect(whole.cut === words.length).toBe(whole.count <= limit || whole.cut === words.length);
      const entities = scan(words, []).entities.filter(({ end }) => end <= whole.cut);
      const kept = measure({ text: words.slice(0, whole.cut), entities }, counted, limit);
      expect(kept.count).toBeLessThanOrEqual(limit);
      expect(whole.count).toBe(lengthOf(words, counted));
    });
    fc.assert(property, { numRuns: runs(500) });
  });
});

/** The reference library of X; its emoji are those of 2018, and our own tests say where X's page decides otherwise. */
describe("agrees with twitter-text", () => {
  const bit = fc.constantFrom(
    ..."We|open at nine|leverage|https://acme.com|http://example.com/a/b?c=d#e|https://t.co/abc|acme.ai|example.co.uk/path|www.acme.com|ana@acme.org|node.js|hello.World|foo.md|v2.0|a.m.|U.S.|3.5|@ana|@acme_jobs|#rye|#World2026|#123|#日本|$ACME|$10|🥐|👩‍👩‍👧|🇩🇪|👍🏽|❤️|☀️|1️⃣|©|™|…|—|“rye”|•|→|日本語|שלום|\u212a|\u1f71\u1ffdx|café|cafe\u0301|한국어".split(
      "|",
    ),
  );
  const gap = fc.constantFrom(..." | | | | | | | |\n|\n\n|, |. |! | (|) |: |; |? | - ".split("|"));
  const text = fc
    .array(fc.tuple(bit, gap), { minLength: 1, maxLength: 14 })
    .map((parts) => parts.flat().join("").trim());

  /** The share of texts for which both say the same. */
  function agreement(same: (words: string) => boolean): number {
    const texts = fc.sample(text, { numRuns: runs(1500), seed: 2026 });
    let agreed = 0;
    for (const words of texts) if (same(words)) agreed++;
    return agreed / texts.length;
  }

  it("on every sign that is another one in NFC", () => {
    const others: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const sign = String.fromCodePoint(point);
      if (sign.normalize("NFC") !== sign) others.push(sign);
    }
    expect(others.length).toBeGreaterThan(1000);
    for (const sign of others)
      expect([sign, lengthOf(sign, "weighted")]).toEqual([sign, twitter.parseTweet(sign).weightedLength]);
  });

  const shown = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join();
  const theirs = (found: readonly { readonly indices: readonly number[] }[]): string =>
    found.map(({ indices }) => indices.join("-")).join();
  const ours = (words: string, kind: EntityKind): string => {
    const { entities } = scan(words, []);
    const seen = kind === "link" ? linksOnX({ text: words, entities }) : entities;
    return shown(seen.filter((entity) => entity.kind === kind));
  };

  it.each<[string, (words: string) => boolean, number]>([
    ["counts", (words) => lengthOf(words, "weighted") === twitter.parseTweet(words).weightedLength, 1],
    ["links", (words) => ours(words, "link") === theirs(twitter.extractUrlsWithIndices(words)), 1],
    ["mentions", (words) => ours(words, "mention") === theirs(twitter.extractMentionsWithIndices(words)), 1],
    ["hashtags", (words) => ours(words, "hashtag") === theirs(twitter.extractHashtagsWithIndices(words)), 1],
    // `($ACME)` is a cashtag here, since nothing else could be meant.
    [
      "cashtags",
      (words) => ours(words, "cashtag") === theirs(twitter.extractCashtagsWithIndices(words)),
      0.98,
    ],
  ])("on %s", (_name, same, least) => {
    expect(agreement(same)).toBeGreaterThanOrEqual(least);
  });
});

it("is linear in hostile texts", async () => {
  for (const words of [
    "a.",
    "é".repeat(64).concat("."),
    "a.zz.",
    "a.ai ",
    "-a",
    "a-a-",
    "@a@b.example ",
    "https://a.ai/",
    "👩‍👩‍👧",
    "e\u0301",
    "\ud800",
    "[link]",
  ]) {
    const long = words.repeat(atMost(200_000) / words.length);
    for (const unit of ["weighted", "graphemes", "mastodon", "threads"] as const) {
      expect(lengthOf(long, unit)).toBeGreaterThan(0);
    }
  }
});
