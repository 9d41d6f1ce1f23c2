import type { RootContent } from "mdast";
import { offerOf, waysToAllow } from "../../src/explanation.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { printYaml, ruleOf } from "../../src/packs/print.ts";
import type { Entry, Example, Rule } from "../../src/types.ts";
import type { BuiltinRule } from "./builtin-rules.ts";
import type { Instances } from "./instances.ts";
import { block, code, heading, type Inline, joined, link, list, page, paragraph, table } from "./markdown.ts";

const ROOT = "../../..";
const MOST_EXAMPLES = 12;
const DEFAULT_PACK = "voicecheck:social";
/** A group whose words stand in its pack only, not on a page that people may open at work. */
const UNPRINTED = "profanity";

/** The page of a rule that comes along. */
export function rulePage(builtin: BuiltinRule, instances: Instances): string {
  const { rule, pack } = builtin;
  return page(`scripts/generate/rule-pages.ts from rules/${pack}.yaml`, [
    heading(1, rule.id),
    paragraph(rule.message ?? ""),
    paragraph({ type: "strong", children: [{ type: "text", value: "Why:" }] }, ` ${rule.why ?? ""}`),
    facts(builtin),
    ...(rule.group === UNPRINTED ? unprinted(rule) : [...examples(rule), ...entries(rule, instances)]),
    ...options(rule),
    ...allowing(rule),
    ...sources(builtin),
  ]);
}

function facts({ rule, pack, inDefault }: BuiltinRule): RootContent {
  const count = entriesOf(rule).length;
  const size = count === 0 ? "" : `, ${count === 1 ? "1 entry" : `${count} entries`}`;
  return list([
    ["level: ", levelOf(rule)],
    ["confidence: ", rule.confidence],
    ["type: ", link(`../../types/${rule.type}.md`, rule.type), size],
    ["pack: ", code(`voicecheck:${pack}`), ...inDefaultPack(inDefault, pack)],
  ]);
}

function levelOf(rule: Rule): string {
  return rule.off === true ? `off (${rule.level} when it is switched on)` : rule.level;
}

function inDefaultPack(rule: Rule | undefined, pack: string): readonly Inline[] {
  if (`voicecheck:${pack}` === DEFAULT_PACK) return [];
  if (rule === undefined) return ["; not in ", code(DEFAULT_PACK)];
  return [rule.off === true ? "; off in " : "; on in ", code(DEFAULT_PACK)];
}

function unprinted(rule: Rule): readonly RootContent[] {
  return [
    heading(2, "What it looks for"),
    paragraph(
      "Its words and examples aren't printed here. ",
      code(`voicecheck explain ${rule.id}`),
      " shows examples and entries, and ",
      link(`${ROOT}/rules/${rule.group}.yaml`, `rules/${rule.group}.yaml`),
      " holds the rest.",
    ),
  ];
}

function examples(rule: Rule): readonly RootContent[] {
  const all = [rule.examples, ...entriesOf(rule)];
  const side = (title: string, key: "bad" | "good"): readonly RootContent[] => {
    const found = all.flatMap((each) => each[key] ?? []);
    const left = found.length - MOST_EXAMPLES;
    const more = left <= 0 ? [] : [paragraph(`${left} more stand in the pack.`)];
    return [heading(2, title), block("text", textOf(found.slice(0, MOST_EXAMPLES))), ...more];
  };
  return [...side("Flagged", "bad"), ...side("Fine", "good")];
}

/** Posts of one line stand one under the other; where some have more lines, an empty line parts all. */
function textOf(found: readonly Example[]): string {
  const texts = found.map((example) => factsOf(example) + shownText(example));
  return texts.join(texts.some((text) => text.includes("\n")) ? "\n\n" : "\n");
}

/** A list of posts: a line for each, with its day. */
function shownText({ text, posts }: Example): string {
  if (posts === undefined) return text;
  return posts
    .map(({ date, author, text: one }) => [date, author, one].filter(Boolean).join("  "))
    .join("\n");
}

/** `(x, partner, alt: A loaf) `: what is known about a post. */
function factsOf({ platform, speaker, kind, account, lang, fields = {} }: Example): string {
  const named = Object.entries(fields).map(([name, value]) => `${name}: ${value === "" ? "none" : value}`);
  const known = [platform, speaker, kind, account, lang, ...named].filter((fact) => fact !== undefined);
  return known.length === 0 ? "" : `(${known.join(", ")}) `;
}

function entries(rule: Rule, instances: Instances): readonly RootContent[] {
  const found = entriesOf(rule);
  if (found.length === 0) return [];
  const isOffering = found.some(({ use }) => use.length > 0);
  const isSparing = found.some(({ unless }) => unless !== undefined);
  const row = (entry: Entry): readonly (readonly Inline[])[] => [
    [code(rule.type === "terms" ? entry.key : entry.slug), entry.off === true ? " (off)" : ""],
    ...(rule.type === "terms" ? [] : [[instances.get(`${rule.id}/${entry.slug}`) ?? ""]]),
    ...(isOffering ? [[offerOf(entry)]] : []),
    ...(isSparing ? [joined(sparedBy(entry).map(code))] : []),
  ];
  const head = [
    ["entry"],
    ...(rule.type === "terms" ? [] : [["for instance"]]),
    ...(isOffering ? [["say instead"]] : []),
    ...(isSparing ? [["not where this is"]] : []),
  ];
  return [heading(2, "What it looks for"), table([head, ...found.map(row)])];
}

function sparedBy({ unless }: Entry): readonly string[] {
  return unless === undefined ? [] : [...unless.near, ...unless.post];
}

const DEFAULTS: Readonly<Record<string, string>> = { in: '["prose"]', exact: "false", within: '"sentence"' };

/** What the rule says beside its words. */
function options(rule: Rule): readonly RootContent[] {
  const written = ruleOf(rule);
  const told = ["when", "unless", "in", "exact", "within"].filter(
    (key) => written[key] !== undefined && JSON.stringify(written[key]) !== DEFAULTS[key],
  );
  const own = entriesOf(rule).length > 0 || rule.group === UNPRINTED ? [] : [rule.type];
  const keys = [...told, ...own];
  if (keys.length === 0) return [];
  const shown = Object.fromEntries(keys.map((key) => [key, written[key]]));
  return [heading(2, "Options"), block("yaml", plainly(printYaml({ rules: { [rule.id]: shown } })))];
}

/** As people write it: numbers without quotes, and no empty lists. */
function plainly(yaml: string): string {
  return yaml
    .replaceAll(/: "([\d.]+)"$/gmu, ": $1")
    .replaceAll(/^.*: \[\]\n/gmu, "")
    .trimEnd();
}

function allowing(rule: Rule): readonly RootContent[] {
  const [first] = entriesOf(rule);
  const ways = waysToAllow(rule.id).map(({ where, line, inPack }) => [
    `${where}: `,
    code(line),
    inPack ? " in voicecheck.yaml" : " on a line of its own",
  ]);
  const level = ["at another level: ", code(`rules: {${rule.id}: ${otherLevel(rule)}}`)];
  const entry = first === undefined || rule.group === UNPRINTED ? [] : [ofEntry(rule, first)];
  return [heading(2, "To allow it"), list([...ways, ...entry, level])];
}

function ofEntry(rule: Rule, entry: Entry): readonly Inline[] {
  return ["one entry: ", code(`rules: {${rule.id}/${entry.slug}: off}`)];
}

function otherLevel({ level }: Rule): string {
  return level === "info" ? "warning" : "info";
}

function sources({ rule, pack }: BuiltinRule): readonly RootContent[] {
  const file = `rules/${pack}.yaml`;
  const urls = [rule.url, ...entriesOf(rule).map(({ url }) => url)].filter((url) => url !== undefined);
  return [
    heading(2, "More"),
    list([
      ...[...new Set(urls)].map((url) => [link(url, url)]),
      [link(`${ROOT}/${file}`, file), ": the rule as it is written"],
      [link(`../README.md#${rule.group}`, rule.group), ": the group's other rules, and what they rest on"],
    ]),
  ];
}
