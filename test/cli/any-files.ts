import fc from "fast-check";

/** A pack with a rule of nearly every type, small enough to be compiled for each run. */
export const MANY_RULES = `voicecheck: 1
name: many
brand: {names: [Leverage Labs], handles: ["@acme"], products: [Elevate], markets: [us]}
allow: {act now theatre: a house in our street}
lists: {bakes: [bread (n), loaf (n)]}
gates: {corporate: 80}
rules:
  corporate/jargon:
    why: People outside the company don't say it.
    terms: {leverage (v): use, synergy (n): [teamwork, shared plan], solution (n): answer, very: (delete), circle back (v): reply}
  corporate/again: {terms: {reply (v): ~, kindly: please}}
  commercial/push:
    level: error
    patterns: {now: "(act|buy) now", more: "<bakes> <word:1-3> [[today]]"}
  commercial/loud: {limit: {count: exclamations, max: 1}}
  human/shouted: {limit: {count: shouted-words, max: 0}}
  human/doubt: {confidence: maybe, terms: [perhaps]}
  readability/hard: {readability: {max_grade: 4, of: sentence, min_words: 6}}
  profanity/list: {profanity: {sureness: maybe}}
  residue/bold: {regex: {bold: '\\*\\*[^*]+\\*\\*'}}
  residue/raw: {in: raw, regex: {utm: 'utm_[a-z]+'}}
  disclosure/missing: {disclosure: {find: missing}}
  style/names: {spelling: {Mailchimp: ~, email (n): ~, OK: [okay]}}
  style/one: {consistent: {cannot: [can't, cannot]}}
  style/lead: {require: {any: [<link>, "?"], at: first-line}, level: info}
  platform/long: {length: {max: {x: 20, else: 60}}}
  style/repeats: {retext: {plugin: retext-repeated-words}}
`;

/** Words that the pack flags, what must never change, and characters that are awkward somewhere. */
const WORDS =
  "We leverage|Leveraging|synergies|a solution|very|Very|circled back|kindly|ACT NOW|buy now|bread and rye today|perhaps|bollocks|**bold**|#ad|thanks to @acme|sponsored|okay|mailchimp|E-mail|can't|cannot|the the|WHAT A DAY|Rye.|!|!!|?|…|, |. |: |— |“leverage”|‘very’|never leverage|Leverage Labs|Elevate|act now theatre|@very|#LeverageIt|https://leverage.com/very?utm_source=x|ana@leverage.com|leverage.ai|$20|7|3.5|1/2|`very`|{{very}}|[FIRST NAME]|👩‍👩‍👧|🎉|é|e\u0301|漢字|שלום|\u00a0|\u202e|\u2028|\ufeff|\ud83d|\u0000|\u001b[31m| |  |\n|\n\n|\r\n|\t".split(
    "|",
  );
/** What begins, ends or changes something in some format. */
const SYNTAX =
  '"|""|\'|,|;|\\|\\n|\\u0041|{|}|[|]|{"text":|"text"|text: |- |---\n|===\n|# |> |<!-- |-->|<b>|</b>|&amp;|`|```\n|*|_|~|\\||&a |*a|<<: |: >-\n  |? |!!js |%YAML|__proto__|constructor|voicecheck: ignore|<!-- voicecheck-ignore corporate -->\n|# voicecheck-ignore very|::error::|=1+1|posts: |date,text\n|sep=;\n|2026-06-01|x|1/3 '.split(
    "|",
  );

const word = fc.constantFrom(...WORDS);

/** A text as somebody might post it; what must stay as it is stands apart, so that it is no part of another word. */
export const anyText: fc.Arbitrary<string> = fc
  .array(word, { maxLength: 14 })
  .map((words) => words.join(" "));

/** The content of a file, which may or may not be what its extension says. */
export const anyContent: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.oneof(word, fc.constantFrom(...SYNTAX)), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** How posts are written into a file of each kind; texts that can't stand in a kind as they are, are made to. */
export const WRITERS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  json: (texts) => JSON.stringify(texts.map((text) => ({ text }))),
  ndjson: (texts) => texts.map((text) => `${JSON.stringify({ text })}\n`).join(""),
  csv: (texts) => `text\n${texts.map((text) => `"${text.replaceAll('"', '""')}"\n`).join("")}`,
  yaml: (texts) => texts.map((text) => `- text: ${JSON.stringify(text)}\n`).join(""),
  txt: (texts) => texts.map((text) => text.replaceAll(/^([-=*]|\s*$)/gmu, "Rye $1")).join("\n---\n"),
  md: (texts) => texts.map((text) => text.replaceAll(/^([-=*]|\s*$)/gmu, "Rye $1")).join("\n\n"),
};

/** Lone surrogates and NULs, which only escapes can bring into a file. */
export function asFile(text: string): string {
  return text.replaceAll(/[\ud800-\udfff\u0000]/gu, "?");
}
