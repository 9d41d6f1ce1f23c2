import { entriesOf } from "../packs/entries-of.ts";
import { padded } from "../reporters/cells.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessJson, harmlessLines } from "../reporters/harmless.ts";
import type { Pack, Rule, Style } from "../types.ts";
import type { Io } from "./io.ts";
import { loadChosenPack } from "./lints.ts";
import type { Options } from "./options.ts";
import { styleFor } from "./style.ts";

/** `voicecheck rules`: the rules of the pack that holds in the working folder, by group; with `-f json` as data. */
export async function listRules(options: Options, io: Io): Promise<number> {
  const pack = await loadChosenPack(options, io);
  const asJson = options.outputs.some(({ reporter }) => reporter.name === "json");
  const style = await styleFor(io.stdout, io, options);
  await io.stdout.write(asJson ? `${harmlessJson(pack.rules.map(dataOf), 1)}\n` : ruleLines(pack, style));
  return 0;
}

function dataOf(rule: Rule): object {
  const { id, group, type, level, confidence, why, url } = rule;
  const entries = entriesOf(rule);
  const count = entries.length === 0 ? undefined : entries.filter((entry) => entry.off !== true).length;
  return {
    rule: id,
    group,
    type,
    level: rule.off === true ? "off" : level,
    confidence,
    entries: count,
    why,
    url,
  };
}

function ruleLines(pack: Pack, style: Style): string {
  const width = Math.max(0, ...pack.rules.map((rule) => harmless(rule.id).length));
  const lines: string[] = [];
  for (const group of new Set(pack.rules.map((rule) => rule.group))) {
    const rules = pack.rules.filter((rule) => rule.group === group);
    lines.push(...rules.map((rule) => ruleLine(rule, width, style)));
  }
  const on = pack.rules.filter((rule) => rule.off !== true);
  const off = pack.rules.length - on.length;
  const entries = on.reduce((sum, rule) => sum + entriesOf(rule).length, 0);
  const counts = [
    counted(on.length, "rule"),
    entries > 0 ? entryCount(entries) : "",
    off > 0 ? `${off} off` : "",
  ];
  lines.push("", `${harmless(pack.name)}: ${counts.filter((count) => count !== "").join(", ")}`);
  return harmlessLines(lines);
}

function ruleLine(rule: Rule, width: number, style: Style): string {
  const level =
    rule.off === true ? style.paint("dim", "off    ") : style.paint(rule.level, rule.level.padEnd(7));
  const entries = entriesOf(rule).length;
  const about = entries === 0 ? rule.type : `${rule.type}, ${entryCount(entries)}`;
  return `${level}  ${padded(harmless(rule.id), width)}  ${style.paint("dim", about)}`;
}

function entryCount(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}
