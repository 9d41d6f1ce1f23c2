import { describe, expect, it } from "vitest";
import { pages } from "../../scripts/docs/pages.ts";
import { furnish, isAsShown, isShell, runPage } from "../../scripts/docs/shown-commands.ts";
import { folderOf } from "../cli/folder.ts";

const CALL = /^\$? ?(?:npx )?voicecheck /mu;
const shown = pages.filter(({ blocks }) => blocks.some(isShell)).map((page) => [page.path, page] as const);

describe("commands on pages", () => {
  it.each(shown)(
    "do what %s shows",
    async (_path, page) => {
      const folder = folderOf({});
      furnish(folder);
      const wrong: string[] = [];
      for (const ran of await runPage(page, folder)) {
        const isRight = ran.shown.trim() === "" ? ran.code <= 1 : isAsShown(ran);
        if (!isRight) wrong.push(`line ${ran.block.line}: $ ${ran.command}\n${ran.output}(exit ${ran.code})`);
      }
      expect(wrong.join("\n")).toBe("");
    },
    120_000,
  );

  it("stand in blocks that are run", () => {
    const others = pages.flatMap(({ path, blocks }) =>
      blocks
        .filter((block) => !isShell(block) && CALL.test(block.value))
        .map(({ line }) => `${path}:${line}`),
    );
    expect(others).toEqual([]);
  });
});

describe("what a page shows", () => {
  it.each([
    ["✔ 1 post · 21 ms", "✔ 1 post · 3.2 s\n", true],
    ["✔ 1 post · 21 ms", "✔ 2 posts · 21 ms\n", false],
    ["a\n…\nz", "a\nb\nc\nz\n", true],
    ["a\n…\nz", "a\nb\nc\n", false],
    ["a (b|c)", "a b", false],
  ])("is held against what is put out: %j, %j", (page, output, expected) => {
    expect(isAsShown({ shown: page, output })).toBe(expected);
  });
});
