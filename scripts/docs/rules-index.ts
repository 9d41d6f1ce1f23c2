import type { RootContent } from "mdast";
import type { BuiltinPack, BuiltinRule } from "./builtin-rules.ts";
import { block, code, heading, type Inline, link, page, paragraph, table } from "./markdown.ts";

/** The list of all rules that come along, by group. */
export function rulesIndex(packs: readonly BuiltinPack[], rules: readonly BuiltinRule[]): string {
  const groups = [...new Set(rules.map(({ rule }) => rule.group))].sort();
  return page("scripts/generate/rule-pages.ts from rules/*.yaml", [
    heading(1, "Rules"),
    paragraph(
      `${rules.length} rules come along in ${packs.length} packs. A rule is named `,
      code("group/name"),
      "; its group is the axis that its flags take points from. ",
      code("voicecheck rules"),
      " lists those of your own pack, ",
      code("voicecheck explain NAME"),
      " says of one what its page says here. In examples ",
      code("[[…]]"),
      " marks the flagged words.",
    ),
    ...groups.flatMap((group) => section(group, packs, rules)),
  ]);
}

function section(
  group: string,
  packs: readonly BuiltinPack[],
  all: readonly BuiltinRule[],
): readonly RootContent[] {
  const rules = all.filter(({ rule }) => rule.group === group);
  const found = packs.find(({ pack }) => pack.name === group);
  const head = [["rule"], ["level"], ["in ", code("social")], ["says"]];
  return [
    heading(2, group),
    paragraph(found?.pack.summary ?? ""),
    table([head, ...rules.map(rowOf)]),
    paragraph("What it rests on:"),
    block("text", found?.head ?? ""),
  ];
}

function rowOf({ rule, inDefault }: BuiltinRule): readonly (readonly Inline[])[] {
  const isOn = inDefault !== undefined && inDefault.off !== true;
  return [
    [link(`${rule.id}.md`, rule.id)],
    [rule.off === true ? "off" : rule.level],
    [isOn ? "yes" : "no"],
    [rule.message ?? ""],
  ];
}
