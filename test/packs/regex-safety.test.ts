import { describe, expect, it } from "vitest";
import { regexFlags } from "../../src/packs/regex/flags.ts";
import { regexMistake } from "../../src/packs/regex-safety.ts";

const ORDINARY = [
  String.raw`\*\*[^*]+\*\*`,
  String.raw`\b\d{3}-\d{4}\b`,
  String.raw`#[a-z]+`,
  String.raw`https?://\S+`,
  String.raw`\b[A-Z]{2,5}\b`,
  String.raw`\$\d+(?:\.\d\d)?`,
  String.raw`\d{1,3}(?:,\d{3})*`,
  String.raw`\d+\s?%\s?off`,
  String.raw`^\s*[-*•]\s`,
  String.raw`\s+$`,
  String.raw`[!?]{2,}`,
  String.raw`\.{4,}`,
  String.raw`\b(?:lol|rofl|lmao)\b`,
  String.raw`\bcolou?rs?\b`,
  String.raw`\[[^\]]*\]\([^)]*\)`,
  String.raw`<[^>]+>`,
  String.raw`"[^"]*"`,
  String.raw`\b\w+@\w+\.com\b`,
  String.raw`^#{1,6} `,
  String.raw`\{\{[^}]+\}\}`,
  String.raw`\bpart \d+ of \d+\b`,
  String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
  String.raw`(?:\d{1,2}:\d\d)\s?(?:am|pm)?`,
  String.raw`\b(\w)oo+\w`,
  String.raw`[\u{1F600}-\u{1F64F}]`,
  String.raw`\p{Lu}{3}`,
  String.raw`turn\d+search\d+`,
  String.raw`utm_[a-z]+=[^&\s]+`,
  String.raw`(?:ha){2,}h?`,
  String.raw`\b(?!https)www\.`,
  String.raw`(?:[a-z]+-)+[a-z]+`,
  String.raw`(\w+\s)+end`,
  String.raw`a\-b\_c`,
  String.raw`it[’']s not`,
];

const ATTACKS = [
  "(a+)+",
  "(a+)+$",
  "(a*)*",
  "(a|a)*",
  "(a|aa)+$",
  "(a|a?)+",
  "(a?b?)*c",
  String.raw`(\w+\s?)*$`,
  String.raw`\s+\s*x`,
  ".*.*x",
  String.raw`\w+\d+!`,
  String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`,
  String.raw`(.*a){20}`,
  String.raw`([a-zA-Z0-9_.+-]+)*@x`,
  String.raw`(x+x+)+y`,
  String.raw`((ab)*)*c`,
  String.raw`(a{1,30}){1,30}b`,
  String.raw`(a{0,5})*b`,
  `${"a?".repeat(30)}b`,
  `${"(a|a)".repeat(30)}b`,
  String.raw`\w{1,16}`.repeat(8),
  String.raw`(?:(?=.*x)a)+`,
  String.raw`\d*[^a]{0,3}(\d{1,16}) {1,16}`,
  String.raw`a*.{1,16}(?=a)$`,
  String.raw`[а-я]+[а-я]+!`,
  String.raw`\p{L}+\p{Ll}+!`,
];

describe("regexMistake", () => {
  it.each(ORDINARY)("lets %s load", (source) => {
    expect(regexMistake(source)).toBeUndefined();
  });

  it.each(ATTACKS)("refuses %s", (source) => {
    expect(regexMistake(source)).toMatch(/repetition|look-around|intricate/u);
  });

  it.each([
    [String.raw`(a)\1`, "back-references"],
    [String.raw`(?<x>a)\k<x>`, "back-references"],
    ["a*", "empty text"],
    ["", "empty text"],
    ["a|", "empty text"],
    ["^", "empty text"],
    ["(", "no regular expression"],
    ["[b-a]", "no regular expression"],
    ["*a", "no regular expression"],
  ])("says of %s what is wrong", (source, said) => {
    expect(regexMistake(source)).toContain(said);
  });

  it.each(["(?i:n)ow", "(?<word>rye)|(?<word>oat)"])(
    "lets %s load where this Node can run it alone",
    (source) => {
      const mistake = regexMistake(source);
      expect(mistake === undefined).toBe(regexFlags(source, false) !== undefined);
      expect(mistake ?? "newer than the Node").toContain("newer than the Node");
    },
  );
});
