import { namesOf } from "../engine.ts";
import { UsageError } from "../errors.ts";
import { offerOf, waysToAllow } from "../explanation.ts";
import { GATE_WHY } from "../gate.ts";
import { entriesOf } from "../packs/entries-of.ts";
import { gatedAxes } from "../packs/gates.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import type { Entry, Example, Pack, Rule, Style } from "../types.ts";
import type { Io } from "./io.ts";
import { loadChosenPack, unknownName } from "./lints.ts";
import type { Options } from "./options.ts";
import { styleFor } from "./style.ts";

/** What a name stands for: a rule, or one entry of it. */
interface Subject {
  readonly rule: Rule;
  readonly entry?: Entry;
}

const SHOWN_ENTRIES = 12;
const SHOWN_EXAMPLES = 3;
const INDENT = "  ";
const WHERE_WIDTH = "in one post:  ".length;

/** `voicecheck explain RULE`: the page of a rule or an entry. Throws `UsageError` for a name that the pack doesn't know. */
export async function explain(name: string, options: Options, io: Io): Promise<number> {
  const pack = await loadChosenPack(options, io);
  const style = await styleFor(io.stdout, io, options);
  const axes = gatedAxes(pack).filter((axis) => name === "gate" || name === `gate/${axis}`);
  const subjects = subjectsOf(name, pack);
  if (axes.length > 0) {
    await io.stdout.write(harmlessLines(axes.flatMap((axis) => gatePage(axis, pack, style))));
    return 0;
  }
  if (subjects.length === 0) throw new UsageError("unknown-rule", unknownName(name, namesOf(pack)));
  const pages = subjects.map((subject) => pageOf(subject, style));
  await io.stdout.write(harmlessLines(pages.flatMap((page, index) => (index === 0 ? page : ["", ...page]))));
  return 0;
}

/** The rules of a group, one rule, or one entry. */
function subjectsOf(name: string, pack: Pack): readonly Subject[] {
  const found: Subject[] = [];
  for (const rule of pack.rules) {
    if (rule.id === name || rule.group === name) found.push({ rule });
    for (const entry of entriesOf(rule)) if (`${rule.id}/${entry.slug}` === name) found.push({ rule, entry });
  }
  return found;
}

function pageOf({ rule, entry }: Subject, style: Style): readonly string[] {
  const name = entry === undefined ? rule.id : `${rule.id}/${entry.slug}`;
  const level = rule.off === true || entry?.off === true ? "off" : (entry?.level ?? rule.level);
  const about = [level, rule.type, entry?.confidence ?? rule.confidence].join(" · ");
  const lines = [`${style.paint("bold", harmless(name))}  ${style.paint("dim", about)}`];
  const message = entry?.message ?? rule.message;
  const why = entry?.why ?? rule.why;
  const url = entry?.url ?? rule.url;
  if (message !== undefined) lines.push(INDENT + harmless(message));
  if (why !== undefined) lines.push(`${INDENT}Why: ${harmless(why)}`);
  if (url !== undefined) lines.push(`${INDENT}More: ${harmless(url)}`);
  if (entry !== undefined) lines.push(...entryLines(entry));
  return [...lines, ...exampleLines(rule, entry), ...entryList(rule, entry), ...allowLines(name, entry)];
}

function gatePage(axis: string, { gates = {} }: Pack, style: Style): readonly string[] {
  const least = gates[axis];
  const about =
    least === undefined ? "error · where an override asks for it" : `error · least score ${least}`;
  return [
    `${style.paint("bold", harmless(`gate/${axis}`))}  ${style.paint("dim", about)}`,
    `${INDENT}Every flag of “${harmless(axis)}” takes points from 100; where fewer are left than the pack's “gates” ask for, this is said.`,
    `${INDENT}Why: ${GATE_WHY}`,
    `${INDENT}To see the sum: --explain-score. To change it: gates: {${harmless(axis)}: 0}   (in voicecheck.yaml)`,
  ];
}

function entryLines(entry: Entry): readonly string[] {
  const looks = entry.match.length > 0 ? [`${INDENT}Looks for: ${harmless(entry.key)}`] : [];
  const offer = offerOf(entry);
  return offer === "" ? looks : [...looks, `${INDENT}Say instead: ${harmless(offer)}`];
}

function exampleLines(rule: Rule, entry: Entry | undefined): readonly string[] {
  const bad = [...(entry?.bad ?? []), ...(entry === undefined ? rule.examples.bad : [])];
  const good = [...(entry?.good ?? []), ...(entry === undefined ? rule.examples.good : [])];
  return [...examples("Flagged:", bad), ...examples("Fine:", good)];
}

function examples(title: string, list: readonly Example[]): readonly string[] {
  if (list.length === 0) return [];
  const texts = list.slice(0, SHOWN_EXAMPLES).map(({ text }) => `${INDENT}${INDENT}${harmless(text)}`);
  return ["", INDENT + title, ...texts];
}

function entryList(rule: Rule, entry: Entry | undefined): readonly string[] {
  const entries = entriesOf(rule).filter((each) => each.off !== true);
  if (entry !== undefined || entries.length === 0) return [];
  const shown = entries.slice(0, SHOWN_ENTRIES).map((each) => each.slug);
  const more =
    entries.length > shown.length ? `, and ${counted(entries.length - shown.length, "other")}` : "";
  return ["", `${INDENT}Entries: ${harmless(shown.join(", "))}${more}`];
}

/** The exact lines to paste, one under the other. */
function allowLines(name: string, entry: Entry | undefined): readonly string[] {
  const ways = waysToAllow(name, entry).map(({ where, line, inPack }) => {
    const label = `${where}:`.padEnd(WHERE_WIDTH);
    return `${INDENT}${INDENT}${label}${harmless(line)}${inPack ? "   (in voicecheck.yaml)" : ""}`;
  });
  return ["", `${INDENT}To allow it`, ...ways];
}
