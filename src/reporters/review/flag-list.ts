import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import type { Finding } from "../../types.ts";
import { counted, fullName, messageOf } from "../counts.ts";
import { harmless } from "../harmless.ts";
import type { Shown } from "./marks.ts";

/** The flags of a card, numbered; those of which the same is said share an entry. `prefix` begins the ids of the entries. */
export function shownFlags(findings: readonly Finding[], prefix: string): readonly Shown[] {
  const numbers = new Map<string, number>();
  return findings.map((finding) => {
    const said = JSON.stringify([
      fullName(finding),
      countedLevel(finding),
      messageOf(finding),
      finding.suggestions,
    ]);
    const number = numbers.get(said) ?? numbers.size + 1;
    numbers.set(said, number);
    return { finding, number, id: `${prefix}-${number}` };
  });
}

/** What there is to say of a post: each flag with what to write instead, each reason once; `more` flags are only counted. */
export function flagList(flags: readonly Shown[], more: number): Element {
  if (flags.length === 0) return h("p", { class: "clean" }, "Nothing flagged.");
  const entries = new Map<string, { readonly finding: Finding; readonly times: number }>();
  for (const { id, finding } of flags)
    entries.set(id, {
      finding: entries.get(id)?.finding ?? finding,
      times: (entries.get(id)?.times ?? 0) + 1,
    });
  const told = new Set<string>();
  const items = Array.from(entries, ([id, { finding, times }]) => {
    const { why = "" } = finding;
    const isNew = why !== "" && !told.has(why);
    told.add(why);
    return flagItem(finding, { id, times, why: isNew ? why : undefined });
  });
  const rest = more > 0 ? [h("li", `… and ${counted(more, "more flag")}`)] : [];
  return h("ol", { class: "flags" }, [...items, ...rest]);
}

interface Entry {
  readonly id: string;
  readonly times: number;
  readonly why: string | undefined;
}

function flagItem(finding: Finding, { id, times, why }: Entry): Element {
  const level = countedLevel(finding);
  return h("li", { id, class: level, tabIndex: -1 }, [
    h("strong", level),
    " ",
    h("span", harmless(messageOf(finding))),
    ...(times > 1 ? [" ", h("span", { class: "times" }, `${times} times.`)] : []),
    ...insteadOf(finding),
    ...(why === undefined ? [] : [" ", h("span", { class: "why" }, harmless(why))]),
    " ",
    h("code", harmless(fullName(finding))),
  ]);
}

/** What to write instead, where the message doesn't say so. */
function insteadOf({ suggestions, message }: Finding): readonly (string | Element)[] {
  const unsaid = suggestions.filter((words) => words !== "" && !message.includes(words));
  if (unsaid.length === 0) return [];
  const words = unsaid.map((each) => `“${each}”`).join(", ");
  return [" ", h("span", { class: "instead" }, `Instead: ${harmless(words)}`)];
}
