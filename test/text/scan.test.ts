import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scan } from "../../src/text/scan.ts";
import type { EntityKind, Span } from "../../src/types.ts";
import { atMost, runs } from "../runs.ts";
import { unmark } from "./marked.ts";

/** Checks that exactly the stretches in ⟦…⟧ are entities of a kind. */
function expectOnly(kind: EntityKind, marked: string): void {
  const { text, spans } = unmark(marked, "⟦", "⟧");
  const found = scan(text, []).entities.filter((entity) => entity.kind === kind);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans);
}

const TABLE: Readonly<Record<EntityKind, readonly string[]>> = {
  link: [
    "See ⟦https://example.com/a?b=1#c⟧.",
    "See (⟦https://example.com/a_(b)⟧), ⟦http://x.org⟧; ⟦HTTPS://X.ORG/A⟧!",
    "(see ⟦https://example.com/a⟧)",
    "Go to ⟦www.example.com⟧, ⟦acme.ai⟧ or ⟦bit.ly/3xYz⟧…",
    "⟦acme.co.uk:8080/path⟧ and ⟦sub.acme-shop.io⟧",
    "Write to ⟦ana.lee+jobs@acme.org⟧ or ⟦press@acme.co.uk⟧.",
    "⟦ACME.COM⟧ is ours, ⟦Acme.com⟧ too, ⟦acme.com⟧'s shop and ⟦https://acme.com⟧'s",
    "“⟦https://example.com⟧” and «⟦example.com/a⟧»",
    "**⟦https://example.com⟧** [read it](⟦https://example.com/b⟧)",
    "⟦a+b@acme.org⟧ ⟦a_b@acme.org⟧ ⟦a%b@acme.org⟧ -⟦a-b@acme.org⟧ aa.-⟦ana@x.org⟧ aa.-ana@x.org-.",
    "⟦a--b.com⟧ -⟦acme.ai⟧ %⟦acme.ai⟧ x:⟦8080.com⟧ •⟦a--.com⟧•.com- a.-com",
    "www.… acme_x.ai 9.30.ai",
    "⟦münchen.de⟧ but 東京の⟦acme.com⟧",
    "node.js, e.g. a.m. i.e. U.S. 9.30 3.5 v1.2 Ph.D. etc.and",
    "The end.Next one. Open.AI in one go.We do",
    "http:// is a scheme, www. is nothing, https://. neither, hxxp://a.b",
    "Sale@noon, @ana@social.example, #acme.ai ends",
  ],
  mention: [
    "⟦@ana⟧, ⟦@acme_jobs⟧ and ⟦@ana@social.example⟧!",
    "Thanks ⟦@ana.bsky.social⟧. (⟦@ben⟧)",
    "⟦@[Ana Lee](urn:li:person:a1)⟧ says hi to ⟦@josé⟧",
    "⟦@acme⟧'s team and .⟦@ben⟧ too",
    "ana@acme.org, x@y, @@ben, a/@ben, @ 5pm, open @7pm and @9",
  ],
  hashtag: [
    "⟦#bread⟧ ⟦#Rye2024⟧ ⟦#1stBatch⟧ ⟦#snake_case⟧ ⟦＃麺⟧ ⟦#größe⟧",
    "(⟦#bread⟧), ⟦#bread⟧. ❤️⟦#love⟧",
    "#_ and #\u200d, ⟦#_a⟧ ⟦#é1⟧",
    "We're #1, R&#D, a#b, # bread, #123 and &#39;",
  ],
  cashtag: ["⟦$ACME⟧ up, ⟦$BRK.A⟧ down (⟦$abc⟧)", "$20, US$ABC, $TOOLONGNAME, $ A, $A1"],
  emoji: [
    "⟦🎉⟧ ⟦👍🏽⟧ ⟦👨‍👩‍👧‍👦⟧ ⟦🏳️‍🌈⟧ ⟦🇮🇪⟧ ⟦1️⃣⟧ ⟦#️⃣⟧ ⟦*️⃣⟧",
    "⟦🎉⟧⟦🎉⟧⟦❤️⟧⟦❤⟧⟦✔️⟧⟦☀⟧ ⟦©️⟧ ⟦🏴󠁧󠁢󠁳󠁣󠁴󠁿⟧ ⟦❤️‍🔥⟧ ⟦🅰️⟧",
    "© 2024 ® ™ 1 2 3 # * ← ▶ • ★ 🇮 🅰 :) ❤︎",
  ],
  number: [
    "⟦$20⟧ ⟦€1.5m⟧ ⟦5%⟧ ⟦3rd⟧ ⟦10,000⟧ ⟦3.5⟧ ⟦20k⟧ ⟦24/7⟧ ⟦9:30⟧ ⟦£ 5⟧ ⟦20 €⟧, ⟦5 %⟧ ⟦$2bn⟧ ⟦20$⟧",
    "In ⟦2024⟧, ⟦1⟧. ⟦24⟧-hour, ⟦10⟧-⟦15%⟧, ⟦2026⟧-⟦11⟧-⟦23⟧ (⟦7⟧)",
    "⟦1,000⟧.ana@x.org, ⟦20⟧ €uro, 5kx ⟦5⟧%x",
    "gr8 b4 2day 1990s 10am B2B 3D x2 www.7.com #100days @9to5 5th_a",
  ],
  placeholder: [
    "Hi ⟦[Name]⟧, ⟦[COMPANY NAME]⟧ at ⟦[link]⟧ ⟦[insert date here]⟧ ⟦{{first_name}}⟧ ⟦{name}⟧",
    "Dear ⟦[First Name]⟧ at ⟦[Town Bakery]⟧ ⟦{{ x }}⟧",
    "[1] [ ] [x] [Name](https://example.com) [our rye bread] {} {1} [Reuters] [The Morning Loaf] [Update] [AD] [VIDEO] [sic]",
  ],
  code: [
    "Run ⟦`npm test`⟧ and ⟦``a`b``⟧ now",
    "⟦```\nlet a;\n\nb\n```⟧ done",
    "A ` alone\n\nnot here, ``nor` this",
  ],
};

describe("scan", () => {
  for (const [kind, rows] of Object.entries(TABLE)) {
    it.each(rows)(`finds each ${kind} in: %s`, (row) => expectOnly(kindOf(kind), row));
  }

  it.each([
    'He said ⟦“come in”⟧, she ⟦"no"⟧, they ⟦«yes»⟧ and ⟦„ja“⟧ and ⟦»doch«⟧.',
    "He said ⟦‘thanks’⟧ and ⟦'bye now'⟧.",
    "⟦“Don’t stop, it's the bakers’ day”⟧, she said",
    "It's the 'tis season, rock 'n' roll in the '90s, the bakers' shed",
    "⟦'The bakers' shed'⟧ is a book",
    "⟦'thanks'⟧ and a parents' day",
    'A 5" pipe and a 6" pipe, and 7" too',
    "“Not closed. And “\n\nnever” here",
    'One " alone, and one more " with blanks',
    `“${"very ".repeat(200)}long”`,
    '⟦"A line\nand the next"⟧',
    "Don’t, won’t, can’t",
    "⟦'Rye for bakers'⟧ and ⟦'rye'⟧, ⟦'so'⟧",
    "It's 'n''n'",
    "⟦‚so‘⟧ and ⟦‚so’⟧, k‚⟦‚‘k‘⟧‘",
    "n⟦“a“”⟧",
    "Mr.”a””",
    "'n'. So\n\nno 'n''n'",
    "⟦“yes”⟧⟦“no”⟧",
    '""',
  ])("finds each quotation in: %s", (row) => {
    const { text, spans } = unmark(row, "⟦", "⟧");
    expect(scan(text, []).quotations.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
  });

  it("leaves hidden stretches alone", () => {
    const text = 'See `@ana` <!-- #no "x" --> #yes and https://example.com/a-b';
    const hidden = [cut(text, "`@ana`"), cut(text, '<!-- #no "x" -->'), cut(text, "-b")];
    const { entities, quotations } = scan(text, hidden);
    expect(entities.map(({ start, end }) => text.slice(start, end))).toEqual([
      "#yes",
      "https://example.com/a",
    ]);
    expect(quotations).toEqual([]);
  });

  it("keeps entities sorted, apart, inside the text and out of hidden stretches", () => {
    fc.assert(
      fc.property(awkward, fc.array(fc.nat(60), { maxLength: 4 }), (text, cuts) => {
        const hidden = hiddenFrom(text, cuts);
        const { entities, quotations } = scan(text, hidden);
        expectApart(entities, text.length);
        expectApart(quotations, text.length);
        expectApart(
          [...entities, ...hidden].sort((one, other) => one.start - other.start),
          text.length,
        );
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    "@",
    "#",
    "#a",
    "@a",
    '"',
    '"a ',
    "'a ",
    "“",
    "[",
    "[a",
    "{{",
    "`",
    "`a ``",
    "http://",
    "http://a ",
    "a.a.",
    "aa.a ",
    "a@",
    "a@a.a ",
    "1,",
    "1",
    "1a",
    "$",
    "$A",
    "a'b'",
    "😀",
    "👨‍",
    "🏴󠁧",
    "\u0301",
    "a\u0301",
    "\ud83c",
    "w",
    "ww.",
    "(https://a.b/)",
    "acme.ai)",
    '\n\n"',
  ])("takes 200 KB of %j", (bit) => {
    const text = bit.repeat(Math.ceil(atMost(200_000) / bit.length));
    const { entities, quotations } = scan(text, []);
    expectApart(entities, text.length);
    expectApart(quotations, text.length);
  });
});

const BITS = [
  ..."@#.$`\"'“”‘’«»[]{}()/:-_ \n*a1sZ",
  "http://",
  "www.",
  "acme.ai",
  "ana@x.org",
  "[Name]",
  "{{x}}",
  "🎉",
  "👍🏽",
  "\ufe0f",
  "\u200d",
  "\n\n",
  "20",
  "%",
];
const awkward = fc.array(fc.constantFrom(...BITS), { maxLength: 40 }).map((bits) => bits.join(""));

function hiddenFrom(text: string, cuts: readonly number[]): readonly Span[] {
  const sorted = [...new Set(cuts.map((cutAt) => Math.min(cutAt, text.length)))].sort(
    (one, other) => one - other,
  );
  const hidden: Span[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2)
    hidden.push({ start: sorted[index], end: sorted[index + 1] });
  return hidden;
}

function expectApart(spans: readonly Span[], length: number): void {
  let last = 0;
  let isApart = true;
  for (const { start, end } of spans) {
    isApart &&= start >= last && end > start && end <= length;
    last = end;
  }
  expect(isApart).toBe(true);
}

function cut(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

const KINDS: readonly EntityKind[] = [
  "link",
  "mention",
  "hashtag",
  "cashtag",
  "emoji",
  "number",
  "placeholder",
  "code",
];

function kindOf(name: string): EntityKind {
  const kind = KINDS.find((each) => each === name);
  if (kind === undefined) throw new Error(`no kind of entity is called ${name}`);
  return kind;
}
