import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./shell.ts";

const root = join(import.meta.dirname, "..", "..");
const { VOICECHECK_CHROMIUM: executablePath, VOICECHECK_DATA: data = "" } = process.env;
const folder = mkdtempSync(join(tmpdir(), "voicecheck-browser-"));
const posts = join(data, "dev-posts.ndjson");
/** A browser of a closed machine asks nobody for anything. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

const CALENDAR = "fixtures/posts/calendar.csv";

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ARGUMENTS });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function written(source: string): string {
  const file = join(folder, "report.html");
  run(process.execPath, [join(root, "bin/voicecheck.js"), "-f", `html=${file}`, source], { cwd: root });
  return file;
}

interface Screen {
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
}

const PHONE = { width: 320, height: 700 };

async function opened(source: string, screen: Screen = {}): Promise<Page> {
  const context = await browser.newContext({ ...screen, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => asked.push(message.text()));
  await page.goto(`file://${written(source)}`);
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  return page;
}

/** What people who can't see the page are told of it. */
async function spoken(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes.map(({ name }) => String(name?.value ?? "")).join("\n");
}

/** 200 posts with flags, people, platforms, dates and pictures. */
function weekFile(): string {
  const file = join(folder, "week.ndjson");
  const posts = Array.from({ length: 200 }, (_, index) => ({
    id: `p${index}`,
    text: `We're excited to announce that we leverage oven ${index}. Act now!!! 🎉\n\n${"It bakes rye and more. ".repeat(12)}#rye @acme`,
    author: `Person ${index % 9}`,
    platforms: ["linkedin", "x"],
    date: `2026-06-${String(1 + (index % 30)).padStart(2, "0")}`,
    media: "oven.jpg",
  }));
  writeFileSync(file, posts.map((post) => `${JSON.stringify(post)}\n`).join(""));
  return file;
}

function shown(page: Page): Promise<number> {
  return page.evaluate<number>(
    "[...document.querySelectorAll('article')].filter((card) => card.offsetParent !== null).length",
  );
}

const sources = [CALENDAR, ...(existsSync(posts) ? [posts] : [])];

describe.each(sources)("the review page of %s", (source) => {
  it.each([
    ["in light", {}],
    ["in dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: PHONE }],
  ] as const)("has no accessibility violation %s", async (_, screen) => {
    const page = await opened(source, screen);
    // What is outside the window is not drawn, so not judged.
    await page.addStyleTag({
      content: ".inside{content-visibility:visible!important}details>*{display:block}",
    });
    await page.evaluate(axe.source);
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("shows exactly the posts that each filter chooses", async () => {
    const page = await opened(source);
    const all = await shown(page);
    expect(all).toBeGreaterThan(1);
    for (const select of await page.locator("select").all()) {
      const labels = await select.locator("option").allTextContents();
      expect(labels.length).toBeGreaterThan(1);
      for (const [index, label] of labels.entries()) {
        if (index === 0) continue;
        await select.selectOption({ index });
        expect([label, await shown(page)]).toEqual([label, Number(/\((\d+) posts?\)$/u.exec(label)?.[1])]);
      }
      await select.selectOption({ value: "" });
    }
    for (const label of await page.locator("fieldset label").all()) {
      const words = (await label.textContent()) ?? "";
      await label.locator("input").check();
      const expected = words === "any post" ? all : Number(/^\d+/u.exec(words)?.[0]);
      expect([words, await shown(page)]).toEqual([words, expected]);
    }
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await shown(page)).toBe(all);
    await page.context().close();
  });

  it("shows the posts that all chosen filters choose, and says how many", async () => {
    const page = await opened(source);
    const selects = await page.locator("select").all();
    const names: string[] = [];
    for (const select of selects) {
      await select.selectOption({ index: 1 });
      names.push(`.${(await select.getAttribute("id"))?.slice("by-".length)}-0`);
      const both = await page.locator(`article${names.join("")}`).count();
      expect([names, await shown(page)]).toEqual([names, both]);
      expect((await spoken(page)).split("\n")).toContain(String(both));
    }
    await page.context().close();
  });

  it("needs no scrolling sideways on a phone", async () => {
    const page = await opened(source, { viewport: PHONE });
    await page.addStyleTag({ content: ".inside{content-visibility:visible!important}" });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
    await page.context().close();
  });

  it("can be gone through with the keyboard, and a flag leads to what is said of it", async () => {
    const page = await opened(source);
    await page.locator("select").first().focus();
    for (let presses = 0; presses < 40; presses++) {
      if ((await page.locator("a.flag:focus").count()) > 0) break;
      await page.keyboard.press("Tab");
    }
    const target = await page.locator("a.flag:focus").getAttribute("href");
    await page.keyboard.press("Enter");
    expect(await page.locator(`${target}:target`).isVisible()).toBe(true);
    await page.context().close();
  });
});

it("narrows the calendar by person and platform together", async () => {
  const page = await opened(CALENDAR);
  await page.locator("#by-person").selectOption({ label: "Ana Reyes (3 posts)" });
  await page.locator("#by-platform").selectOption({ index: 1 });
  const number = await shown(page);
  expect(number).toBeGreaterThan(0);
  expect(number).toBeLessThan(3);
  await page.getByRole("button", { name: "Show all" }).click();
  expect(await shown(page)).toBeGreaterThan(3);
  await page.context().close();
});

it("prints every post and no form", async () => {
  const page = await opened(CALENDAR);
  const all = await shown(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("form").isVisible()).toBe(false);
  expect(await shown(page)).toBe(all);
  await page.context().close();
});

it("shows 200 posts in under a second", async () => {
  const page = await opened(weekFile());
  const times = await page.evaluate<readonly number[]>(
    "[...performance.getEntriesByType('paint').map(({ startTime }) => startTime), performance.getEntriesByType('navigation')[0].loadEventEnd]",
  );
  expect(await shown(page)).toBe(200);
  expect(times.length).toBe(3);
  for (const time of times) expect(time).toBeLessThan(1000);
  await page.context().close();
});
