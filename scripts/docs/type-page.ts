import type { RootContent } from "mdast";
import { ENTRY_TYPES } from "../../src/packs/entry-state.ts";
import type { BuiltinRule } from "./builtin-rules.ts";
import { block, code, heading, type Inline, joined, link, list, page, paragraph, table } from "./markdown.ts";
import type { TypeKey } from "./type-keys.ts";

const SOURCE = "scripts/generate/type-pages.ts";
const FORMAT = "../pack-format.md";

/** What a page tells of a rule type. */
export interface TypeFacts {
  readonly type: string;
  readonly summary: string;
  readonly message: string;
  readonly readsWords?: true;
  readonly wholePost?: true;
}

/** A pack that shows a type at work, and what it says of two posts. */
export interface Shown {
  readonly pack: string;
  readonly console: string;
}

/** The page of a rule type. */
export function typePage(
  check: TypeFacts,
  keys: readonly TypeKey[],
  shown: Shown,
  rules: readonly BuiltinRule[],
): string {
  const { type, summary } = check;
  return page(`${SOURCE} from src/checks, src/packs/schema and fixtures/docs/types/${type}`, [
    heading(1, type),
    paragraph(`${summary[0].toUpperCase()}${summary.slice(1)}.`),
    block("yaml", `# voicecheck.yaml\n${shown.pack.trimEnd()}`),
    block("console", shown.console.trimEnd()),
    ...keyTable(type, keys),
    ...behaviour(check),
    ...users(type, rules),
  ]);
}

function keyTable(type: string, keys: readonly TypeKey[]): readonly RootContent[] {
  const row = ({ name, about, values }: TypeKey): readonly (readonly Inline[])[] => [
    [code(name)],
    values.length === 0 ? [about] : [about, " One of ", ...joined(values.map(code)), "."],
  ];
  const isEntries = ENTRY_TYPES.has(type);
  const what: readonly Inline[] = isEntries
    ? ["It holds entries. An entry's value is what to say instead, or a map of these keys:"]
    : ["Its keys:"];
  return [
    heading(2, "Keys"),
    paragraph(...what),
    table([[["key"], ["meaning"]], ...keys.map(row)]),
    paragraph(
      "Keys that all rules have (level, message, when, unless, …), patterns and amounts are explained in ",
      link(FORMAT, "the pack format"),
      ".",
    ),
  ];
}

function behaviour({ message, readsWords, wholePost }: TypeFacts): readonly RootContent[] {
  const notes: (readonly Inline[])[] = [["A rule without a message says: ", code(message)]];
  if (wholePost)
    notes.push(["It looks at the post as a whole: quotations and negation don't lower its flags."]);
  if (readsWords) notes.push(["It reads words: posts whose language is another than the pack's are spared."]);
  return [heading(2, "Good to know"), list(notes)];
}

function users(type: string, rules: readonly BuiltinRule[]): readonly RootContent[] {
  const ids = rules.filter(({ rule }) => rule.type === type).map(({ rule }) => rule.id);
  if (ids.length === 0) return [];
  return [
    heading(2, "Rules of this type that come along"),
    list(ids.map((id) => [link(`../rules/${id}.md`, id)])),
  ];
}

/** The list of all rule types. */
export function typesIndex(checks: readonly TypeFacts[]): string {
  const rows = checks.map(({ type, summary }) => [[link(`${type}.md`, type)], [summary]]);
  return page(`${SOURCE} from src/checks`, [
    heading(1, "Rule types"),
    paragraph(
      "A rule has exactly one of these keys. Ask for the first that does: terms, patterns, limit; ",
      "the others are for what these can't say.",
    ),
    table([[["type"], ["finds"]], ...rows]),
  ]);
}
