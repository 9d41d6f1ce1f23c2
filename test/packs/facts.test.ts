import { describe, expect, it } from "vitest";
import type { PostLike } from "../../src/post.ts";
import { lintOf, resultOf } from "../lints.ts";

/** Whether a rule with this `when` looks at the post. */
function looks(when: string, more: Partial<PostLike>, text = "rye"): boolean {
  return resultOf(lintOf(`rules: {a/b: {terms: [rye], when: ${when}}}`), text, more).findings.length > 0;
}

describe("facts", () => {
  it.each<[string, Partial<PostLike>, boolean]>([
    ["{platform: x}", { platforms: ["x"] }, true],
    ["{platform: x}", { platforms: ["linkedin"] }, false],
    ["{platform: x}", {}, false],
    ["{platform: not x}", { platforms: ["x"] }, false],
    ["{platform: not x}", { platforms: ["linkedin"] }, true],
    ["{platform: not x}", {}, true],
    ["{platform: [x, linkedin]}", { platforms: ["linkedin"] }, true],
    ["{platform: [not x, not linkedin]}", { platforms: ["linkedin"] }, false],
    ["{platform: [not x, not linkedin]}", { platforms: ["threads"] }, true],
    ["{account: '@acme_jobs'}", { account: "@acme_jobs" }, true],
    ["{account: '@acme_jobs'}", { account: "@acme" }, false],
    ["{speaker: employee}", { speaker: "employee" }, true],
    ["{speaker: employee}", { speaker: "brand" }, false],
    ["{author: not Ana Lee}", { author: "Ana Lee" }, false],
    ["{author: not Ana Lee}", { author: "Ben" }, true],
    ["{kind: [reply, support]}", { kind: "support" }, true],
    ["{kind: reply}", { kind: "ad" }, false],
    ["{lang: en}", { lang: "en" }, true],
    ["{kind: reply, speaker: brand}", { kind: "reply", speaker: "brand" }, true],
    ["{kind: reply, speaker: brand}", { kind: "reply" }, false],
  ])("%s of %j: %s", (when, more, expected) => expect(looks(when, more)).toBe(expected));

  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ["[media]", { media: "a.jpg" }, true],
    ["[media]", { media: "" }, false],
    ["[media]", {}, false],
    ["[media, alt]", { media: "a.jpg", alt: "bread" }, true],
    ["[media, alt]", { media: "a.jpg" }, false],
    ["link", { link: "acme.com" }, true],
  ])("has %s of %j: %s", (has, fields, expected) =>
    expect(looks(`{has: ${has}}`, { fields })).toBe(expected),
  );

  it.each<[string, string | undefined, boolean]>([
    ["2026-11-26", "2026-11-26", true],
    ["2026-11-26", "2026-11-26T08:00:00Z", true],
    ["2026-11-26", "2026-11-27", false],
    ["2026-11-26", undefined, false],
    ["[2026-11-26, 2026-12-24 to 2026-12-26]", "2026-12-24", true],
    ["[2026-11-26, 2026-12-24 to 2026-12-26]", "2026-12-26", true],
    ["[2026-11-26, 2026-12-24 to 2026-12-26]", "2026-12-27", false],
  ])("date %s on %s: %s", (date, on, expected) =>
    expect(looks(`{date: ${date}}`, { date: on })).toBe(expected),
  );

  it.each<[string, string, boolean]>([
    ["{min_words: 3}", "rye and oats", true],
    ["{min_words: 3}", "rye oats #corn @ana acme.com", false],
    ["{max_words: 2}", "rye oats", true],
    ["{max_words: 2}", "rye and oats", false],
    ["{min_sentences: 2}", "rye. oats", true],
    ["{min_sentences: 2}", "rye. 🎉", false],
    ["{max_sentences: 1, min_words: 2}", "rye oats", true],
    ["{max_sentences: 1, min_words: 2}", "rye. Oats", false],
    ["{min_words: 0}", "rye", true],
  ])("%s of %j: %s", (when, text, expected) => expect(looks(when, {}, text)).toBe(expected));
});
