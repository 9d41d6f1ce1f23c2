import { describe, expect, it } from "vitest";
import { pluginNames } from "../../src/retext/plugins.ts";
import { countables } from "../../src/text/countables.ts";
import { mistakesOf } from "./mistakes-of.ts";

/** What is said of the options of a rule: the column, and the words. */
function said(rule: string): readonly string[] {
  return mistakesOf(`rules: {a/b: {${rule}}}`).map((each) => each.replace(/^own:2:(\d+) option /u, "$1 "));
}

const CONTENT = "say what must occur: {any: [patterns]}, {all: [patterns]} or {field: alt}";
const IF = "“<if>” stands for what “if” matches, and there is no “if”; write if: [patterns]";
const LIMIT_SHARE =
  "a share needs “of”, and “of” needs a percentage: {count: passives, of: sentences, max: 25%}; a plain number has neither";
const SHARE =
  "a share needs “of: posts”, and “of: posts” needs a percentage: {count: flagged, of: posts, max: 20%, per: week}";
const PER = "count per day, week, month, run, or any days in a row (7 days)";
const PLUGINS = `known are ${pluginNames.join(", ")} (only plugins that come with voicecheck run)`;

describe("options that can't be used", () => {
  it.each<[string, ...string[]]>([
    ["limit: {count: hashtag, max: 1}", "30 “hashtag” can't be counted; did you mean “hashtags”?"],
    [
      "limit: {count: 5, max: 1}",
      `30 “5” can't be counted; known are ${[...Object.keys(countables), "brand-names", "product-names"].join(", ")}`,
    ],
    ["limit: {count: [], max: 1}", "30 name at least one pattern to count"],
    ["limit: {count: links}", "22 a limit has a max or a min"],
    ["limit: {count: links, max: 1, of: words}", `42 ${LIMIT_SHARE}`],
    ["limit: {count: links, max: 1%}", `42 ${LIMIT_SHARE}`],
    ["limit: {count: links, min: 1%}", `42 ${LIMIT_SHARE}`],
    ["limit: {count: links, min: 1, of: words}", `42 ${LIMIT_SHARE}`],
    ["limit: {count: links, max: 1%, of: wrds}", "50 “wrds” can't be counted; did you mean “words”?"],
    ["limit: {count: links, max: 1%, min: 1%, of: words}"],
    ["limit: {count: links, min: 1}"],
    [
      "limit: {count: links, max: {x: 1, else: 5%}}",
      "42 either all numbers of an amount are percentages or none is",
    ],
    [
      "limit: {count: links, max: {}}",
      "42 no number stands here; write one (1, 25%), or some by platform ({x: 1, else: 2})",
    ],
    ["length: {}", "23 say how long it may be: {max: platform}, {max: fold}, {max: 200} or {min: 20}"],
    ["length: {min: 2}"],
    ["length: {max: fold}"],
    ["require: {}", `24 ${CONTENT}`],
    ["require: {if: [x]}", `24 ${CONTENT}`],
    ["require: {any: []}", `30 ${CONTENT}`],
    ["require: {all: []}", `30 ${CONTENT}`],
    ["require: {none: [], field: alt}", `31 ${CONTENT}`],
    [
      "require: {none: [x], any: [y]}",
      "24 “none” says what a field may not hold: {field: alt, none: [patterns]}; for the post itself write patterns",
    ],
    ["require: {any: [<if> x]}", `24 ${IF}`],
    ["require: {all: [a, <if> x]}", `24 ${IF}`],
    ["require: {if: [y], all: [<if> x]}"],
    ["require: {field: alt, none: [x]}"],
    [
      "readability: {max_grade: 9, formulas: []}",
      "53 name at least one formula, or leave “formulas” out for all",
    ],
    [
      "readability: {max_grade: 9, formulas: [foo]}",
      "54 the formulas are automated-readability, coleman-liau, dale-chall, flesch, gunning-fog, smog, spache",
    ],
    ["disclosure: {}", "27 “find” is missing here; write “find: …”"],
    ["disclosure: {find: late, markets: [fr]}", "50 the markets are us, uk, ie, de"],
    ["disclosure: {find: late, labels: {fr: {clear: [x]}}}", "53 the markets are us, uk, ie, de"],
    ["disclosure: {find: late, labels: {de: {clear: [x]}}}"],
    ["retext: {plugin: foo}", `32 no plugin is called “foo”; ${PLUGINS}`],
    [
      "retext: {plugin: retext-pasive}",
      "32 no plugin is called “retext-pasive”; did you mean “retext-passive”? (only plugins that come with voicecheck run)",
    ],
    ["retext: {plugin: retext-profanities, options: {sureness: 7}}", "72 the plugin's sureness is 0, 1 or 2"],
    ["retext: {plugin: retext-profanities, options: {sureness: 0}}"],
    ["retext: {plugin: retext-readability, options: {age: x}}", "67 a number is expected here"],
    ["retext: {plugin: retext-readability, options: {age: 1.5x}}", "67 a number is expected here"],
    ["retext: {plugin: retext-readability, options: {age: a1}}", "67 a number is expected here"],
    ["retext: {plugin: retext-readability, options: {age: 12.5}}"],
    ["retext: {plugin: retext-equality, options: {binary: maybe}}", "67 true or false is expected here"],
    [
      "retext: {plugin: retext-readability, options: {foo: x}}",
      "23 retext-readability has no option “foo”; it takes age, minWords, threshold",
    ],
    [
      "retext: {plugin: retext-repeated-words, options: {age: 5}}",
      "23 retext-repeated-words has no option “age”; it takes none",
    ],
    ["calendar: {count: pots, max: 1, per: week}", "33 “pots” can't be counted; did you mean “posts”?"],
    ["calendar: {count: [], max: 1, per: week}", "33 name at least one pattern to count"],
    ["calendar: {count: posts, max: 1}", "25 “per” is missing here; write “per: …”"],
    ["calendar: {count: posts, max: 1, per: year}", `53 ${PER}`],
    ["calendar: {count: posts, max: 1, of: words, per: week}", "52 a share over many posts is one of posts"],
    ["calendar: {count: posts, per: week}", "25 say how many there may be: max or min"],
    ["calendar: {count: posts, max: 20%, per: week}", `25 ${SHARE}`],
    ["calendar: {count: posts, max: 2, of: posts, per: week}", `25 ${SHARE}`],
    ["calendar: {count: flagged, min: 20%, per: week}", `25 ${SHARE}`],
    ["calendar: {count: flagged, min: 2, of: posts, per: week}", `25 ${SHARE}`],
    ["calendar: {count: flagged, min: 2%, of: posts, per: week}"],
    ["calendar: {count: posts, min: 2, per: 7 days}", "25 any days in a row have a max and no min"],
    ["calendar: {count: posts, max: 2, per: 7 days}"],
  ])("%s", (rule, ...expected) => expect(said(rule)).toEqual(expected));
});
