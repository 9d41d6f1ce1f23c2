import fc from "fast-check";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { englishPasses, lazyRoot, linearEnglish, parseEnglish } from "../../src/text/parse.ts";
import type { Pass } from "../../src/text/parse-nodes.ts";
import { Unit, unitClasses } from "../../src/text/parse-units.ts";
import { atMost, runs } from "../runs.ts";
import { bits } from "./parse-bits.ts";
import { differenceOn, mixes } from "./parse-oracle.ts";

describe("parseEnglish", () => {
  it.each([
    "",
    " ",
    "\n",
    "\r\n \t\r",
    "One. Two.",
    "One.\r\rtwo",
    "One.\r\ntwo\r \rthree",
    "One\r\n\r\ntwo \r\n three \n\r four",
    "One \r",
    "  Mr. and Mrs. Hill paid 12.50 at 9 a.m. Then they left.  \n",
    "First line\nsecond line\n\nThird. \n \nFourth!",
    "He said: “Stop!” and ‘no.’ — then (he said) left...",
    "'Tis the season, ol' friend, rock 'n' roll in the '80s w/ o' men",
    "  ol' ",
    "80 o'n'-word-.",
    "'800 '180s '8x '80x '111' '09 '99s ’o1 's",
    "'n'--ol-",
    "'n' 'tis &",
    "'n'o’",
    " ’o’ 1",
    " ' oo' ",
    "w/'tis w/'n' w/",
    "o/- 1-. n'",
    "a&b_a.b. a__b a_ b",
    "& Sons, Q&A, &c, a & b, b&b&b",
    "?! !! . … ok. , and so; on. ;then",
    ". . .a .b. .",
    "x.1 y. 2 z.3. v.0 w.9",
    "Go!0 x",
    "Go!9 x",
    "no.·.",
    ".viz.  .aaviz",
    "\nNo \n\nNo ",
    "a3rd\r \t\r.no.",
    "😀😀👍🏽 Hi 👨‍👩‍👧! \ud83d\ud83d \ude00",
    "See https://example.org/a?b=c&d or me@example.org/x w/o us.",
  ])("gives the tree of parse-english for %j", (text) => {
    expect(differenceOn(text)).toBeUndefined();
  });

  it("gives the tree of parse-english for each bit and each pair of bits", () => {
    const different = bits
      .flatMap((one) => ["", ...bits].map((other) => one + other))
      .filter((text) => differenceOn(text) !== undefined);
    expect(different).toEqual([]);
  });

  it("gives the tree of parse-english for random mixes", () => {
    fc.assert(
      fc.property(mixes, (text) => {
        expect(differenceOn(text)).toBeUndefined();
      }),
      { numRuns: runs(2_500) },
    );
  });

  it("knows the characters that close a sentence for marks only", () => {
    const strange = [...unitClasses().entries()].filter(
      ([, value]) => (value & Unit.affix) !== 0 && (value & Unit.kind) !== Unit.punctuation,
    );
    expect(strange).toEqual([]);
  });
});

describe("the differential test itself", () => {
  const findsDifference = (parse: typeof parseEnglish): boolean =>
    fc.check(
      fc.property(mixes, (text) => differenceOn(text, parse) === undefined),
      { numRuns: 3_000, endOnFailure: true },
    ).failed;

  it.each(englishPasses.words.map((pass) => [pass.name, pass]))(
    "notices when %s is missing",
    (_, dropped) => {
      const words = englishPasses.words.filter((pass) => pass !== dropped);
      expect(findsDifference((text) => parseEnglish(text, { ...englishPasses, words }))).toBe(true);
    },
  );

  it.each(englishPasses.sentences.map((pass) => [pass.name, pass]))(
    "notices when %s is missing",
    (_, dropped) => {
      const sentences = englishPasses.sentences.filter((pass) => pass !== dropped);
      expect(findsDifference((text) => parseEnglish(text, { ...englishPasses, sentences }))).toBe(true);
    },
  );

  it("notices passes in another order", () => {
    const words = englishPasses.words.toReversed();
    expect(findsDifference((text) => parseEnglish(text, { ...englishPasses, words }))).toBe(true);
  });

  it("notices a sentence that ends one node too late", () => {
    const late: Pass = ({ ends, count }) => {
      const end = ends.indexOf(1);
      if (end < 0 || end >= count - 2) return;
      ends[end] = 0;
      ends[end + 1] = 1;
    };
    const sentences = [...englishPasses.sentences, late];
    expect(findsDifference((text) => parseEnglish(text, { ...englishPasses, sentences }))).toBe(true);
  });
});

describe("hostile texts", () => {
  const size = atMost(200_000);
  it.each([
    "!?",
    "a-a-",
    "a.a.",
    ". ",
    "Mr. ",
    "'n' ",
    "a/",
    "a&b ",
    "1. ",
    ".!?,",
    "“a” ",
    "\n\n",
    "&",
    "a'",
    "\ud83d",
    "Jan. a, ",
  ])("%j over and over is parsed in one go, every unit in place", (part) => {
    const text = part.repeat(size / part.length);
    const { children, position } = parseEnglish(text);
    expect(children.length).toBeGreaterThan(0);
    expect(position?.end.offset).toBe(text.length);
  });
});

describe("lazyRoot", () => {
  it("is the tree that parseEnglish builds", () => {
    const text = "One sentence. Another, e.g. this one.\n\nA paragraph.";
    expect(lazyRoot(text)).toEqual(parseEnglish(text));
    expect(lazyRoot("").children).toEqual([]);
  });

  it("takes children and a position from plugins", () => {
    const root = lazyRoot("Old words.");
    const { children, position } = parseEnglish("New words!");
    root.children = children;
    root.position = position;
    expect(root).toEqual(parseEnglish("New words!"));
  });
});

describe("linearEnglish", () => {
  it("parses for unified as retext-english does", () => {
    const text = "A plugin's own text. It’s short, isn't it?";
    expect(unified().use(linearEnglish).parse(text)).toEqual(unified().use(retextEnglish).parse(text));
  });

  it("gives a root that transformers accept", () => {
    let words = 0;
    const processor = unified()
      .use(linearEnglish)
      .use(() => (tree) => {
        if ("children" in tree && Array.isArray(tree.children)) words = tree.children.length;
      });
    processor.runSync(processor.parse("Two paragraphs.\n\nHere."));
    expect(words).toBe(3);
  });
});
