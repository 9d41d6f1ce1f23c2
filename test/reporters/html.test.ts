import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
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
      ...["june.csv:3", "score 60", "Ana", "@acme · x · 2026-06-01"],
    ]);
    expect(textsOf(page, ".title, .media, .tags, .link")).toEqual([
      ...["An oven", "#rye", "oven.jpgno description", "https://example.com"],
    ]);
    expect(page.querySelector(".text")?.innerHTML).toBe(
      'We <a class="flag warning" href="#post-0-0">leverage</a> the oven.<br><br>Rye <a class="flag error" href="#post-0-1">synergy</a> &amp; &lt;b&gt;more&lt;/b&gt;',
    );
    expect(textsOf(page, ".flags li")).toEqual([
      "warning “leverage” is meeting-room talk. Nobody says so. Instead: “use” corporate/jargon/leverage",
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

  it("draws what is counted, the fold and the description of a picture", () => {
    const post = flagged("Rye is back, and it has seeds", {
      platforms: ["x", "linkedin"],
      fields: { media: "a.jpg", alt: "A loaf" },
    });
    const counts = { x: { count: 300, limit: 280 }, linkedin: { count: 30, limit: 3000, fold: 12 } };
    const page = pageOf([{ ...post, counts }]);
    expect(textsOf(page, ".bars li")).toEqual(["x 300/280", "linkedin 30/3000"]);
    expect(page.querySelector(".bars .poor")?.getAttribute("style")).toBe("width:100%");
    expect(page.querySelector(".text")?.textContent).toBe(
      "Rye is back,behind “more” on linkedin and it has seeds",
    );
    expect(textsOf(page, ".media")).toEqual(["a.jpgA loaf"]);
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
      "x (2 posts)",
      "linkedin (1 post)",
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

  it("finds what several posts open with", () => {
    const openers = [
      "We're excited to bake",
      "We’re excited to share it",
      "we're excited to announce",
      "Rye is back",
    ];
    const page = pageOf(openers.map((text) => flagged(`${text}, at last`)));
    expect(textsOf(page, "#by-opener option")).toEqual(["any words", "We're excited to (3 posts)"]);
  });

  it("draws the scores in the course of time, and says them in words", () => {
    const dates = ["2026-06-01", "2026-06-02T10:00", "2026-06-20", "not a date"];
    const page = pageOf(dates.map((date, index) => flagged("Rye", { date, score: 50 + 10 * index })));
    expect(textsOf(page, "figcaption")).toEqual([
      "Mean score by axis corporate 65 (4 posts below 100)",
      "Scores by date 3 posts from 2026-06-01 to 2026-06-20, mean score 60; the line is the mean of each week",
    ]);
    expect(page.querySelectorAll("figure svg circle").length).toBe(3);
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
      expect(link.getAttribute("href")).toMatch(/^#post-\d+-\d+$/u);
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
    const start = performance.now();
    html.render(reportOf(posts), plain);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
