import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { type Page, pages, root } from "../../scripts/docs/pages.ts";

/** Why a link leads nowhere; nothing where it does lead somewhere. */
function fault(page: Page, url: string): string | undefined {
  if (/^[a-z]+:/u.test(url)) {
    const isWeb = URL.canParse(url) && new URL(url).protocol === "https:";
    return isWeb ? undefined : `${url} is no https address`;
  }
  const [file, anchor] = url.split("#");
  const path = file === "" ? page.path : posix.join(posix.dirname(page.path), decodeURI(file));
  if (path.startsWith("..")) return `${url} leaves the repository`;
  if (!existsSync(join(root, path))) return `there is no ${path}`;
  const target = pages.find((each) => each.path === path);
  if (anchor === undefined || target?.anchors.has(anchor)) return undefined;
  return `${path} has no heading for #${anchor}`;
}

describe("links", () => {
  it("are read", () => {
    expect(pages.length).toBeGreaterThan(90);
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(300);
  });

  it("lead somewhere", () => {
    const faults = pages.flatMap((page) =>
      page.links.flatMap((url) => {
        const found = fault(page, url);
        return found === undefined ? [] : [`${page.path}: ${found}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["no-such-page.md", "there is no docs/no-such-page.md"],
    ["json.md#no-such-heading", "docs/json.md has no heading for #no-such-heading"],
    ["#no-such-heading", "docs/formats.md has no heading for #no-such-heading"],
    ["../../outside.md", "../../outside.md leaves the repository"],
    ["http://example.com", "http://example.com is no https address"],
    ["json.md#posts", undefined],
  ])("that lead nowhere are seen: %s", (url, expected) => {
    const [page] = pages.filter(({ path }) => path === "docs/formats.md");
    expect(fault(page, url)).toBe(expected);
  });

  it("reach every page from the README", () => {
    const reached = new Set(["README.md"]);
    for (const path of reached) {
      const page = pages.find((each) => each.path === path);
      for (const url of page?.links ?? [])
        if (!/^[a-z]+:/u.test(url)) reached.add(posix.join(posix.dirname(path), url.split("#")[0]));
    }
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});
