import { existsSync, mkdtempSync, rmSync } from "node:fs";
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

async function opened(source: string, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => asked.push(message.text()));
  await page.goto(`file://${written(source)}`);
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  return page;
}

function shown(page: Page): Promise<number> {
  return page.evaluate<number>(
    "[...document.querySelectorAll('article')].filter((card) => card.offsetParent !== null).length",
  );
}

const sources = [CALENDAR, ...(existsSync(posts) ? [posts] : [])];

describe.each(sources)("the review page of %s", (source) => {
  it.each(["light", "dark"] as const)("has no accessibility violation in %s", async (scheme) => {
    const page = await opened(source, scheme);
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
    expect(await shown(page)).toBe(all);
    await page.context().close();
  });

  it("can be gone through with the keyboard, and a flag leads to what is said of it", async () => {
    const page = await opened(source);
    await page.locator("select").first().focus();
    for (let presses = 0; presses < 20; presses++) {
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
