import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { cpuHere } from "../../bench/measure.ts";
import { html } from "../../src/reporters/html.ts";
import type { PostResult } from "../../src/types.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(html, (finding) => `${finding.rule}/${finding.entry}`);

type Page = ReturnType<typeof parseHTML>["document"];

function pageOf(posts: readonly PostResult[]): Page {
  return parseHTML(html.render(reportOf(posts), plain)).document;
}

function textsOf(root: Page, selector: string): readonly string[] {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim() ?? "");
}

describe("html", () => {
  it("shows a post as it will stand, and underlines its flags", () => {
    const post = flagged("We [[leverage]] the oven.\n\nRye [[synergy]] & <b>more</b>", {
      ...{ source: "june.csv", line: 3, id: "june.csv#2", author: "Ana", account: "@acme", platforms: ["x"] },
      ...{ date: "2026-06-01", score: 60 },
      fields: { title: "An oven", media: "oven.jpg", hashtags: "#rye", link: "https://example.com" },
      findings: [{ suggestions: ["use"], why: "Nobody says so." }, { level: "error" }],
    });
    const page = pageOf([post]);
    expect(textsOf(page, "article h3, .score, .byline strong, .byline small")).toEqual([
      ...["june.csv:3", "score 60", "Ana", "@acme · X · 2026-06-01"],
    ]);
    expect(textsOf(page, ".title, .media, .tags, .link")).toEqual([
      ...["An oven", "#rye", "oven.jpgno description", "https://example.com"],
    ]);
    expect(page.querySelector(".text")?.innerHTML).toBe(
      [
        'We <a class="flag warning" href="#post-0-1" title="“leverage” is meeting-room talk." data-n="1">leverage</a> the oven.<br><br>',
        'Rye <a class="flag error" href="#post-0-2" title="“synergy” is meeting-room talk." data-n="2">synergy</a> &amp; &lt;b&gt;more&lt;/b&gt;',
      ].join(""),
    );
    expect(textsOf(page, ".flags li")).toEqual([
      "warning “leverage” is meeting-room talk. Instead: “use” Nobody says so. corporate/jargon/leverage",
      "error “synergy” is meeting-room talk. corporate/jargon/synergy",
    ]);
    for (const link of page.querySelectorAll(".flag"))
      expect(page.getElementById(link.getAttribute("href")?.slice(1) ?? "")).not.toBeNull();
  });

  it("shows the words of flags that overlap once, by the worst", () => {
    const two = flagged("one [[two three]] four", { findings: [{ level: "info" }] });
    const [first] = two.findings;
    const inner = { ...first, level: "error", span: { start: 8, end: 18 } } as const;
    const page = pageOf([{ ...two, findings: [first, inner] }]);
    expect(textsOf(page, ".flag.info")).toEqual(["two"]);
    expect(textsOf(page, ".flag.error")).toEqual(["three", "four"]);
    expect(textsOf(page, ".text")).toEqual(["one two three four"]);
  });

  it("leads from words under two flags to the one on fewer of them, and numbers both", () => {
    const whole = flagged("so: [[We do leverage it now]].", { findings: [{ message: "long" }] });
    const [outer] = whole.findings;
    const page = pageOf([
      { ...whole, findings: [outer, { ...outer, span: { start: 10, end: 18 }, message: "short" }] },
    ]);
    const links = [...page.querySelectorAll(".flag")];
    expect(
      links.map((link) => [link.textContent, link.getAttribute("title"), link.getAttribute("data-n")]),
    ).toEqual([
      ["We do ", "long", null],
      ["leverage", "short", "2"],
      [" it now", "long", "1"],
    ]);
  });

  it("says the same of several words once, and each reason once", () => {
    const why = { why: "Nobody says so." };
    const post = flagged("[[leverage]] [[synergy]] [[leverage]]", { findings: [why, why, why] });
    const page = pageOf([post]);
    expect(textsOf(page, ".flags li")).toEqual([
      "warning “leverage” is meeting-room talk. 2 times. Nobody says so. corporate/jargon/leverage",
      "warning “synergy” is meeting-room talk. corporate/jargon/synergy",
    ]);
    expect([...page.querySelectorAll(".flag")].map((link) => link.getAttribute("href"))).toEqual([
      ...["#post-0-1", "#post-0-2", "#post-0-1"],
    ]);
  });

  it("shows links, handles and tags in their colour, under a flag too", () => {
    const page = pageOf([flagged("Rye at [[https://example.com]] by @ana #rye")]);
    expect(textsOf(page, ".entity")).toEqual(["https://example.com", "@ana", "#rye"]);
    expect(textsOf(page, ".flag.entity")).toEqual(["https://example.com"]);
  });

  it("draws what is counted, each fold between words and the description of a picture", () => {
    const post = flagged("Rye is back, and it has seeds", {
      platforms: ["x", "linkedin", "instagram", "acme-feed"],
      fields: { media: "a.jpg", alt: "A loaf" },
    });
    const counts = {
      x: { count: 300, limit: 280 },
      linkedin: { count: 30, limit: 3000, fold: 15 },
      instagram: { count: 30, limit: 2200, fold: 6 },
      "acme-feed": { count: 30, limit: 40, fold: 7 },
    };
    const page = pageOf([{ ...post, counts }]);
    expect(textsOf(page, ".bars li")).toEqual([
      ...["X 300/280", "LinkedIn 30/3000", "Instagram 30/2200", "acme-feed 30/40"],
    ]);
    expect(page.querySelector(".bars .poor")?.getAttribute("style")).toBe("width:100%");
    expect(page.querySelector(".text")?.textContent).toBe(
      "Rye behind “more” on Instagramis behind “more” on acme-feedback, behind “more” on LinkedInand it has seeds",
    );
    expect(textsOf(page, ".media")).toEqual(["a.jpgA loaf"]);
  });

  it("folds no emoji in two", () => {
    const counts = { linkedin: { count: 160, limit: 3000, fold: 141 } };
    const page = pageOf([{ ...flagged("🍞".repeat(80), { platforms: ["linkedin"] }), counts }]);
    expect(page.querySelector(".text")?.textContent).not.toContain("\ufffd");
  });

  it("puts the worst posts first and a rule of style for every choice", () => {
    const posts = [
      flagged("Rye", { author: "Ana", platforms: ["x"] }),
      flagged("We [[leverage]] it", { author: "Joe", platforms: ["linkedin", "x"], score: 40 }),
    ];
    const page = pageOf(posts);
    expect(textsOf(page, "article .score")).toEqual(["score 40", "score 100"]);
    expect(textsOf(page, "label span")).toEqual(["Person", "Platform", "Level", "Axis", "Rule"]);
    expect(textsOf(page, "#by-person option")).toEqual(["everybody", "Joe (1 post)", "Ana (1 post)"]);
    expect(textsOf(page, "#by-platform option")).toEqual([
      "all platforms",
      "X (2 posts)",
      "LinkedIn (1 post)",
    ]);
    const rules = textsOf(page, "style")[0];
    for (const select of page.querySelectorAll("select")) {
      for (const [index] of [...select.querySelectorAll("option")].slice(1).entries()) {
        const name = `${select.id.slice("by-".length)}-${index}`;
        expect(rules).toContain(
          `body:has(#${select.id} option[value="${index}"]:checked) article:not(.${name})`,
        );
        expect(page.querySelector(`article.${name}`)).not.toBeNull();
      }
    }
  });

  it("finds what several posts open with, and flags that come again", () => {
    const openers = [
      "We're excited to bake",
      "We’re excited to share it",
      "we're excited to announce",
      "[[Rye]] is back",
      "Look, [[rye]]",
      "More [[rye]]",
    ];
    const page = pageOf(openers.map((text) => flagged(`${text}, at last`)));
    expect(textsOf(page, "fieldset label")).toEqual([
      "any post",
      "3 posts open with We're excited to",
      "3 posts have corporate/jargon/rye",
    ]);
    expect(page.querySelectorAll("article.again-0").length).toBe(3);
    const rules = textsOf(page, "style")[0];
    expect(rules).toContain("body:has(#again-1:checked) article:not(.again-1){display:none}");
  });

  it("counts posts by axis and grade, and says the same in a table", () => {
    const scores = [100, 90, 60, 0];
    const page = pageOf(scores.map((score) => flagged("Rye", { score })));
    expect(textsOf(page, "figcaption")).toEqual(["Posts below 100 by axis"]);
    expect(page.querySelector("[role=img]")?.getAttribute("aria-label")).toBe(
      "Posts below 100 by axis: corporate: 3 posts below 100, mean 63",
    );
    expect(textsOf(page, "figure tr")).toEqual(["axismean scoreunder 5050 to 7980 to 99", "corporate63111"]);
    const bars = [...page.querySelectorAll("figure svg rect")];
    expect(bars.map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--poor)",
      "var(--fair)",
      "var(--good)",
    ]);
    expect(new Set(bars.map((bar) => bar.getAttribute("width"))).size).toBe(1);
  });

  it("draws the scores in the course of time, and says them in words", () => {
    const dates = ["2026-06-01", "2026-06-02T10:00", "2026-06-20", "not a date"];
    const page = pageOf(dates.map((date, index) => flagged("Rye", { date, score: 50 + 10 * index })));
    expect(textsOf(page, "figcaption")).toEqual(["Posts below 100 by axis", "Scores by date"]);
    expect(textsOf(page, "figure > p").slice(1)).toEqual([
      "3 posts from 2026-06-01 to 2026-06-20, mean score 60. A dot is a post, the line the mean of each week.",
    ]);
    expect(page.querySelectorAll("figure svg circle").length).toBe(3);
  });

  it("names the files that the posts stand in", () => {
    const page = pageOf(
      ["a", "b", "a", "c", "d", "e"].map((source) => flagged("Rye", { source: `${source}.txt` })),
    );
    expect(textsOf(page, "title, .sources")).toEqual([
      "Posts to review: a.txt, b.txt, c.txt and 2 more files",
      "a.txt, b.txt, c.txt and 2 more files",
    ]);
  });

  it("runs nothing, loads nothing and keeps foreign text out of its markup", () => {
    const text = `"><script>alert(1)</script><img src=x onerror=alert(1)> javascript:x`;
    const post = flagged(`${text} [[${text}]]`, {
      ...{ author: text, account: text, source: text, id: text, platforms: [text], date: text, lang: text },
      fields: { title: text, media: text, alt: text, link: `javascript:${text}`, hashtags: text },
      findings: [{ rule: `${text}/a`, message: text, why: text, suggestions: [`x${text}`] }],
    });
    const counts = { [text]: { count: 3, limit: 2, fold: 1 } };
    const page = pageOf([{ ...post, counts, axes: { [text]: 3 } }, flagged("Rye")]);
    expect(page.querySelectorAll("script, img, iframe, link, object, [src], [onerror]").length).toBe(0);
    for (const link of page.querySelectorAll("[href]"))
      expect(link.getAttribute("href")).toMatch(/^#(?:post-\d+-\d+|posts|filters)$/u);
    expect(page.querySelector("[http-equiv]")?.getAttribute("content")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  it("shows 200 posts in under a second", () => {
    const posts = Array.from({ length: 200 }, (_, index) =>
      flagged("We [[leverage]] the oven and [[circle back]] about it. ".repeat(3), {
        author: `p${index % 30}`,
      }),
    );
    pageOf([]);
    // Processor time: whatever else the machine does.
    expect(cpuHere(() => html.render(reportOf(posts), plain))).toBeLessThan(1000);
  });
});
