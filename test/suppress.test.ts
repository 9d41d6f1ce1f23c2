import { describe, expect, it } from "vitest";
import { type SuppressContext, suppress } from "../src/suppress.ts";
import type { Entry, EntryOptions, Finding, Pack, Place, Post, Rule, Waiver } from "../src/types.ts";
import { postOf } from "./text/post.ts";

const place: Place = { line: 3, column: 1, endLine: 3, endColumn: 9, offset: 20, endOffset: 28 };

function entry(slug: string, more: Partial<Entry> = {}): Entry {
  return { slug, key: slug, match: [slug], use: [], ...more };
}

function rule(
  id: string,
  entries: readonly Entry[],
  more: Partial<Rule<EntryOptions>> = {},
): Rule<EntryOptions> {
  const [group] = id.split("/");
  const common = {
    id,
    group,
    type: "terms",
    level: "warning",
    confidence: "sure",
    in: ["prose"],
    exact: false,
    within: "sentence",
  } as const;
  return { ...common, examples: { bad: [], good: [] }, options: { entries }, ...more };
}

const jargon = rule("corporate/jargon", [entry("leverage"), entry("synergy"), entry("old", { off: true })]);
const filler = rule("corporate/filler", [entry("very")]);
const quiet = rule("corporate/quiet", [], { off: true });
const loud = rule("commercial/loud", [entry("sale")]);
const gift = rule("commercial/gift", [], { when: { facts: {}, has: [], date: [], text: [], files: [] } });

function packOf(more: Partial<Pack> = {}): Pack {
  const brand = { names: [], handles: [], products: [], markets: [] };
  const empty = {
    voice: {},
    brand,
    lists: {},
    allow: [],
    files: [],
    platforms: {},
    overrides: [],
    waivers: {},
  };
  return {
    name: "test",
    lang: "en",
    ...empty,
    rules: [jargon, filler, quiet, loud, gift],
    failOn: "error",
    ...more,
  };
}

function waiver(names: string, more: Partial<Waiver> = {}): Waiver {
  return { names: names.split(" "), text: `<!-- ${names} -->`, place, ...more };
}

function finding(rule: string, entry?: string): Finding {
  const span = { start: 0, end: 3 };
  const said = { message: "…", text: "abc", suggestions: [], fixable: false };
  return {
    rule,
    ...(entry !== undefined && { entry }),
    level: "warning",
    confidence: "sure",
    span,
    place,
    ...said,
  };
}

function run(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  more: Partial<SuppressContext> & { date?: string } = {},
): readonly string[] {
  return findingsOf(waivers, findings, more).map(({ rule, entry: slug }) =>
    slug === undefined ? rule : `${rule}/${slug}`,
  );
}

const ALL_RAN: ReadonlySet<string> = new Set(["corporate/jargon", "corporate/filler", "commercial/loud"]);

function findingsOf(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  { date, ...more }: Partial<SuppressContext> & { date?: string } = {},
): readonly Finding[] {
  const post: Post = { ...postOf("abc def", { date }), waivers };
  return suppress(findings, { post, pack: packOf(), today: "2026-06-15", ran: ALL_RAN, ...more });
}

const leverage = finding("corporate/jargon", "leverage");
const synergy = finding("corporate/jargon", "synergy");
const very = finding("corporate/filler", "very");
const sale = finding("commercial/loud", "sale");

describe("an ignore comment", () => {
  it.each([
    ["corporate", ["commercial/loud/sale"]],
    ["corporate/jargon", ["corporate/filler/very", "commercial/loud/sale"]],
    [
      "corporate/jargon/leverage",
      ["corporate/jargon/synergy", "corporate/filler/very", "commercial/loud/sale"],
    ],
    ["corporate/jargon/synergy commercial", ["corporate/jargon/leverage", "corporate/filler/very"]],
  ])("waives what %s stands for", (names, left) => {
    expect(run([waiver(names)], [leverage, synergy, very, sale])).toEqual(left);
  });

  it("changes nothing where there is none", () => {
    const findings = [leverage, sale];
    expect(findingsOf([], findings)).toBe(findings);
  });

  it("waives lowered findings, too", () => {
    expect(findingsOf([waiver("corporate/jargon")], [{ ...leverage, lowered: "quoted" }])).toEqual([]);
  });
});

describe("waiver/unused", () => {
  it("tells of each name that had nothing to waive", () => {
    const [first, ...rest] = findingsOf([waiver("corporate/jargon commercial")], [leverage]);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      rule: "waiver/unused",
      level: "warning",
      place,
      span: { start: 0, end: 0 },
      text: "<!-- corporate/jargon commercial -->",
    });
    expect(first.message).toContain("“commercial”");
  });

  it("doesn't mind that two comments waive the same", () => {
    expect(run([waiver("corporate"), waiver("corporate/jargon")], [leverage])).toEqual([]);
  });

  it.each<[string, string, Partial<SuppressContext>]>([
    ["a rule that didn't run", "corporate/filler", { ran: new Set(["corporate/jargon"]) }],
    ["a group of which a rule didn't run", "corporate", { ran: new Set(["corporate/jargon"]) }],
    ["a rule that is off", "corporate/quiet", {}],
    ["an entry that is off", "corporate/jargon/old", {}],
    ["a rule whose when doesn't hold", "commercial/gift", {}],
    ["what --skip left out", "corporate/jargon/leverage", { skip: ["corporate/jargon/leverage"] }],
    [
      "a rule of which --skip left something out",
      "corporate/jargon",
      { skip: ["corporate/jargon/leverage"] },
    ],
    ["an entry that --only left out", "corporate/jargon/leverage", { only: ["corporate/jargon/synergy"] }],
    ["a rule of which --only took one entry", "corporate/jargon", { only: ["corporate/jargon/synergy"] }],
  ])("doesn't judge %s", (_what, name, more) => {
    expect(run([waiver(name)], [], more)).toEqual([]);
  });

  it.each<[string, string, Partial<SuppressContext>]>([
    ["a group whose other rules are off or asleep", "commercial", {}],
    ["a group that --only names", "corporate", { only: ["corporate"] }],
    ["a rule in a group that --only names", "corporate/jargon", { only: ["corporate", "commercial/loud"] }],
    [
      "a rule when --skip names another",
      "corporate/jargon",
      { skip: ["corporate/filler", "corporate/jarg"] },
    ],
  ])("judges %s", (_what, name, more) => {
    expect(run([waiver(name)], [], more)).toEqual(["waiver/unused"]);
  });

  it("isn't said of a comment that other posts of the file share", () => {
    expect(run([waiver("corporate/jargon", { shared: "first" })], [])).toEqual([]);
  });
});

describe("waiver/unknown", () => {
  it("names what was perhaps meant", () => {
    const [first, ...rest] = findingsOf([waiver("corporate/jargno")], [leverage]);
    expect(first).toBe(leverage);
    expect(rest).toMatchObject([
      { rule: "waiver/unknown", level: "error", suggestions: ["corporate/jargon"], fixable: false },
    ]);
    expect(rest[0].message).toContain("did you mean “corporate/jargon”?");
  });

  it("doesn't guess where nothing is near", () => {
    const [first] = findingsOf([waiver("whatever-this-is")], []);
    expect(first).toMatchObject({ rule: "waiver/unknown", suggestions: [] });
    expect(first.message).toContain("voicecheck rules");
  });

  it("doesn't spoil the other names", () => {
    expect(run([waiver("nonsense corporate/jargon")], [leverage])).toEqual(["waiver/unknown"]);
  });

  it("is said once for all posts of a file", () => {
    expect(run([waiver("nonsense", { shared: "first" })], [])).toEqual(["waiver/unknown"]);
    expect(run([waiver("nonsense", { shared: "again" })], [])).toEqual([]);
    expect(run([waiver("corporate", { shared: "again" })], [leverage])).toEqual([]);
  });
});

describe("waiver/expired", () => {
  const until = (day: string): Waiver => waiver("corporate", { until: day });

  it.each([
    ["2026-06-14", undefined, ["corporate/jargon/leverage", "waiver/expired"]],
    ["2026-06-15", undefined, []],
    ["2026-06-14", "2026-06-14T23:59", []],
    ["2026-06-15", "2026-06-16", ["corporate/jargon/leverage", "waiver/expired"]],
  ])("a comment until %s for a post of %s", (day, date, left) => {
    expect(run([until(day)], [leverage], { date })).toEqual(left);
  });

  it("is not also unused, and never without a date to judge by", () => {
    expect(run([until("2020-01-01")], [])).toEqual(["waiver/expired"]);
    expect(run([until("2020-01-01")], [leverage], { today: "" })).toEqual([]);
  });

  it("leaves what a living comment waives", () => {
    expect(run([until("2020-01-01"), waiver("corporate/jargon")], [leverage])).toEqual(["waiver/expired"]);
  });
});

describe("waiver/no-reason", () => {
  const pack = packOf({ waivers: { reason: "required" } });

  it("is an error where the pack asks for reasons, and the comment still holds", () => {
    expect(run([waiver("corporate")], [leverage], { pack })).toEqual(["waiver/no-reason"]);
    expect(run([waiver("corporate", { reason: "a name" })], [leverage], { pack })).toEqual([]);
    expect(findingsOf([waiver("corporate")], [leverage], { pack })[0].level).toBe("error");
  });
});
