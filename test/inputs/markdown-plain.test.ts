import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { hiddenOf, markdown } from "../../src/inputs/markdown.ts";
import { hiddenIn } from "../../src/inputs/markdown-hidden.ts";
import { parseMarkdown } from "../../src/inputs/markdown-parser.ts";
import { plainApart } from "../../src/inputs/markdown-plain.ts";
import { readSource } from "../inputs.contract.ts";
import { runs } from "../runs.ts";

beforeAll(async () => {
  // Loads the parser.
  await readSource(markdown, "**a**");
});

const LINES = [
  ...[
    "We bake.",
    "Rye & oats",
    "a *b* c",
    "`code`",
    "**bold**",
    "[a](b)",
    "<b>x</b>",
    "<!-- c -->",
    "1\\. a",
    "| a | b |",
    "|--|--|",
  ],
  ...[
    "# Head",
    "## Head #",
    "#",
    "#tag",
    "### a b c",
    "===",
    "---",
    "- - -",
    "***",
    "> said",
    "> - a",
    ">",
    ">> a",
    "> # h",
  ],
  ...[
    "- a",
    "- ",
    "-",
    "* a",
    "+ a",
    "1. a",
    "2) b",
    "1.",
    "- [ ] a",
    "- [x] b",
    "- [ ]",
    "- # a",
    "- > a",
    "-     code",
    "  - a",
    "   b",
  ],
  ...[
    "    c",
    "\tc",
    "  # h",
    "  > q",
    " text",
    "```",
    "~~~",
    "[x]: /u",
    "see [x]",
    "www.a.com",
    "a@b.com",
    "  ",
    "10. ten",
    "🎉 go",
    "“Quoted”",
  ],
];

const texts = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom("\n", "\n", "\n\n")), { maxLength: 9 })
  .map((parts) =>
    parts
      .map((part) => part.join(""))
      .join("")
      .trimEnd(),
  );

describe("plain Markdown", () => {
  it("hides what the parser would hide", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(hiddenOf(text)).toEqual(hiddenIn(parseMarkdown(text), text));
      }),
      { numRuns: runs(4000) },
    );
  });

  it.each([
    "We bake rye.\nEvery day!\n\nCome in.",
    "# We won\n\nBread for all",
    "- rye\n- oats\n  and salt\n1. salt\n- [ ] flour",
    "> said Ana\n> and Bo",
  ])("needs no parser: %s", (text) => {
    expect(plainApart(text).rest).toEqual([]);
  });

  it("leaves to the parser what may be markup, with what hangs on it", () => {
    const text = "Plain.\n\n- a\n\n  **b**\n\nPlain.\n\n`c`";
    const { rest } = plainApart(text);
    expect(rest.map(({ start, end }) => text.slice(start, end))).toEqual(["- a\n\n  **b**", "`c`"]);
  });
});
