import { beforeAll, describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { prepare } from "../../src/lint.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { parsePack } from "../../src/parse-pack.ts";
import type { Entry, Pack, Rule } from "../../src/types.ts";

const SOCIAL = `
voicecheck: 1
rules:
  corporate/jargon:
    why: People outside don't say it.
    terms: {leverage (v): {use: [use, build on], unless: [leverage ratio]}, synergy (n): teamwork, learnings: lessons}
  commercial/loud: {limit: {count: exclamations, max: 1}}
overrides: [{when: {platform: linkedin}, rules: {commercial/loud: off}}]
`;
const LEGAL = `
voicecheck: 1
rules: {corporate/jargon: {terms: {guarantee (v): promise}}}
`;
const ACME = `
voicecheck: 1
name: acme
extends: ["voicecheck:social", ./legal.yaml]
rules:
  corporate/jargon: {level: error, terms: {leverage (v): use, learnings: off, touch base (v): talk}}
  commercial/loud: {limit: {max: 2}}
overrides: [{when: {platform: x}, rules: {corporate/jargon: info}}]
`;
const FILES: Readonly<Record<string, string>> = { "voicecheck:social": SOCIAL, "./legal.yaml": LEGAL };

/** Reads a pack whose `extends` name entries of `files`. */
function load(text: string, files: Readonly<Record<string, string>> = FILES): Pack {
  const read = (spec: string): { name: string; text: string } | string =>
    files[spec] === undefined ? `there is no ${spec}` : { name: spec, text: files[spec] };
  return parsePack(text, { file: "voicecheck.yaml", read });
}

function mistakesOf(text: string, files?: Readonly<Record<string, string>>): readonly string[] {
  try {
    load(text, files);
  } catch (error) {
    if (error instanceof PackError)
      return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
    throw error;
  }
  return [];
}

function ruleOf(pack: Pack, id: string): Rule {
  const rule = pack.rules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

describe("the worked example of PACK-FORMAT section 6", () => {
  const pack = load(ACME);
  const lint = prepare(pack);
  beforeAll(() => lint.load());
  const levels = (text: string, platform?: string): readonly string[] =>
    lint({ id: 1, text, platforms: platform === undefined ? [] : [platform] }).findings.map(
      ({ rule, entry, level, suggestions }) =>
        `${level} ${rule}${entry === undefined ? "" : `/${entry}`} ${suggestions.join(",")}`.trim(),
    );

  it("keeps the parent's reason and takes the child's level", () => {
    const { level, why } = ruleOf(pack, "corporate/jargon");
    expect({ level, why }).toEqual({ level: "error", why: "People outside don't say it." });
  });

  it("folds entries one by one", () => {
    expect(levels("We leverage it.")).toEqual(["error corporate/jargon/leverage use"]);
    expect(levels("Their leverage ratio rose.")).toEqual([]);
    expect(levels("Our synergies grow.")).toEqual(["error corporate/jargon/synergy teamwork"]);
    expect(levels("We guarantee it.")).toEqual(["error corporate/jargon/guarantee promise"]);
    expect(levels("Let's touch base.")).toEqual(["error corporate/jargon/touch-base talk"]);
    expect(levels("Key learnings from the fair")).toEqual([]);
  });

  it("applies overrides in the order in which they stand", () => {
    expect(levels("We leverage it.", "x")).toEqual(["info corporate/jargon/leverage use"]);
    expect(levels("Yes! No! Oh!")).toEqual(["warning commercial/loud"]);
    expect(levels("Yes! No!")).toEqual([]);
    expect(levels("Yes! No! Oh!", "linkedin")).toEqual([]);
  });

  it("names the nearest entry when one to change is not there", () => {
    const [said] = mistakesOf(ACME.replace("learnings: off", "learning: off"));
    expect(said).toContain("nothing called “learning” in corporate/jargon; did you mean “learnings”?");
  });
});

describe("layers", () => {
  it("counts a pack that is reached twice once, at its first place", () => {
    const files = {
      "./a.yaml": "voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: info}",
      "./base.yaml": "voicecheck: 1\nrules: {a/b: {terms: {x: ~}}}",
    };
    const pack = load("voicecheck: 1\nextends: [./a.yaml, ./base.yaml]", files);
    expect(ruleOf(pack, "a/b").level).toBe("info");
  });

  it("refuses a cycle and names it", () => {
    const files = { "./a.yaml": "voicecheck: 1\nextends: voicecheck.yaml" };
    const read = { ...files, "voicecheck.yaml": "voicecheck: 1\nextends: ./a.yaml" };
    expect(mistakesOf(read["voicecheck.yaml"], read)[0]).toContain("a pack can't extend itself");
  });

  it("says which pack can't be found, at its place", () => {
    expect(mistakesOf("voicecheck: 1\nextends: [./gone.yaml]")).toEqual(["2:11 there is no ./gone.yaml"]);
  });

  const base = {
    "./base.yaml":
      "voicecheck: 1\nrules:\n  a/b: {terms: {x: y, z: ~}, unless: [one, two]}\n  a/c: {terms: {q: ~}}\n  a/d: {level: off, terms: {w: ~}}",
  };
  const child = (rules: string): Pack => load(`voicecheck: 1\nextends: ./base.yaml\nrules: ${rules}`, base);

  it("lets the more exact key win, in whatever order they stand", () => {
    const pack = child("{a/b/x: info, a/b: error, a: off}");
    expect(ruleOf(pack, "a/b")).toMatchObject({ level: "error" });
    expect(ruleOf(pack, "a/b").off).toBeUndefined();
    expect(entriesOf(ruleOf(pack, "a/b"))[0].level).toBe("info");
    expect(ruleOf(pack, "a/c").off).toBe(true);
  });

  it("leaves rules that are off off when their group gets a level", () => {
    const pack = child("{a: error}");
    expect(ruleOf(pack, "a/c").level).toBe("error");
    expect(ruleOf(pack, "a/d").off).toBe(true);
  });

  it("adds to and removes from lists", () => {
    expect(ruleOf(child("{a/b: {unless+: [three]}}"), "a/b").unless?.near).toEqual(["one", "two", "three"]);
    expect(ruleOf(child("{a/b: {unless-: [one]}}"), "a/b").unless?.near).toEqual(["two"]);
    expect(
      mistakesOf("voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {unless-: [four]}}", base)[0],
    ).toContain("nothing called “four”");
  });

  const lists = {
    "./base.yaml": `voicecheck: 1
rules:
  a/b:
    unless: [one, {post: [two]}]
    when: {platform: [x]}
    terms: {bake: {unless: [rye]}, fry: ~}
    examples: {good: [{text: A cake., platform: x}, Soup., [We rest., You rest.]]}
  a/c: {limit: {count: [ox, elk], max: 1}}
allow: {q: {rules: [a/b]}}
files: {"*.txt": {platform: [x]}}
lists: {l: [one, two]}
`,
  };
  it.each([
    ["a text", "rules: {a/b: {unless-: [one, ‸four]}}", "four"],
    ["a map", "rules: {a/b: {unless-: [{post: [two]}, ‸{post: [one]}]}}", '{"post":["one"]}'],
    ["a text alone", "rules: {a/b: {unless-: ‸four}}", "four"],
    ["an example", "rules: {a/b: {examples: {good-: [Soup., ‸Cake.]}}}", "Cake."],
    [
      "an example of posts",
      "rules: {a/b: {examples: {good-: [[We rest., You rest.], ‸[We rest.]]}}}",
      '["We rest."]',
    ],
    ["a fact", "rules: {a/b: {when: {platform-: [‸linkedin]}}}", "linkedin"],
    ["what spares an entry", "rules: {a/b: {terms: {bake: {unless-: [‸oat]}}}}", "oat"],
    ["what is counted", "rules: {a/c: {limit: {count-: [ox, ‸hare]}}}", "hare"],
    ["rules of what is allowed", "allow: {q: {rules-: [‸a/c]}}", "a/c"],
    ["a fact of files", 'files: {"*.txt": {platform-: [‸linkedin]}}', "linkedin"],
    ["a word of a list", "lists: {l-: [one, ‸three]}", "three"],
  ])("shows %s that can't be removed where it stands", (_what, marked, name) => {
    const column = marked.indexOf("‸") + 1;
    const said = mistakesOf(`voicecheck: 1\nextends: ./base.yaml\n${marked.replace("‸", "")}`, lists);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`3:${column} nothing called “${name}” here to remove`);
  });

  it("removes a map that says the same, in whatever order", () => {
    const pack = load(
      "voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {unless-: {post: [two]}, examples: {good-: [{platform: x, text: A cake.}]}}}",
      lists,
    );
    const { unless, examples } = ruleOf(pack, "a/b");
    expect(unless).toEqual({ near: ["one"], post: [] });
    expect(examples.good.map(({ text }) => text)).toEqual(["Soup.", "We rest.\n---\nYou rest."]);
  });

  it("switches an entry on again by a value, and leaves it as it was by a map without level", () => {
    const files = {
      "./base.yaml": "voicecheck: 1\nrules: {a/b: {terms: {x: off, z: ~}}}".replace("x: off, ", "x: ~, "),
      "./off.yaml": "voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {terms: {x: off}}}",
    };
    const on = load("voicecheck: 1\nextends: ./off.yaml\nrules: {a/b: {terms: {x: y}}}", files);
    const still = load(
      "voicecheck: 1\nextends: ./off.yaml\nrules: {a/b: {terms: {x: {why: because}}}}",
      files,
    );
    expect(entriesOf(ruleOf(on, "a/b"))[0].off).toBeUndefined();
    expect(entriesOf(ruleOf(still, "a/b"))[0]).toMatchObject({ off: true, why: "because" });
  });

  it("reaches every entry of a text by off without a mark", () => {
    const pack = load("voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {terms: {lead: off}}}", {
      "./base.yaml": "voicecheck: 1\nrules: {a/b: {terms: {lead (v): ~, lead (n): ~}}}",
    });
    expect(entriesOf(ruleOf(pack, "a/b")).map(({ off }) => off)).toEqual([true, true]);
  });

  it("reaches the entry with its mark alone by off with one", () => {
    const pack = load("voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {terms: {lead (n): off}}}", {
      "./base.yaml": "voicecheck: 1\nrules: {a/b: {terms: {lead (v): ~, lead (n): ~}}}",
    });
    expect(entriesOf(ruleOf(pack, "a/b")).map(({ off }) => off)).toEqual([undefined, true]);
  });

  it.each<[string, string, Partial<Entry>]>([
    [
      "terms",
      "{leverage (v): use}",
      { slug: "leverage", mark: "v", use: [{ text: "use" }], match: ["leverage"] },
    ],
    ["terms", "{leading (adj): ~}", { slug: "leading", mark: "adj", use: [], match: ["leading"] }],
    ["terms", "[act now]", { slug: "act-now", use: [], match: ["act now"] }],
    ["patterns", "{now: act now}", { slug: "now", use: [], match: ["act now"] }],
    ["regex", "{now: [a+, b+]}", { slug: "now", use: [], match: ["a+", "b+"] }],
    ["spelling", "{WiFi: [wi-fi]}", { slug: "wifi", use: [], match: ["WiFi"], wrong: ["wi-fi"] }],
  ])("reads an entry of %s as short for a map: %s", (type, written, expected) => {
    const [entry] = entriesOf(ruleOf(load(`voicecheck: 1\nrules: {a/b: {${type}: ${written}}}`), "a/b"));
    expect(entry).toMatchObject(expected);
    expect(entry.off).toBeUndefined();
  });

  it("switches a named entry on again, which looks for what it did", () => {
    const files = { "./base.yaml": "voicecheck: 1\nrules: {a/b: {patterns: {z: {match: zed, level: off}}}}" };
    const pack = load("voicecheck: 1\nextends: ./base.yaml\nrules: {a/b: {patterns: {z: ~}}}", files);
    expect(entriesOf(ruleOf(pack, "a/b"))).toEqual([{ slug: "z", key: "z", match: ["zed"], use: [] }]);
  });
});
