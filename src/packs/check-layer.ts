import { NAMED_TYPES } from "./entry-state.ts";
import { isMap, itemsOf, mapOf, textsOf } from "./lists.ts";
import { type PackFile, placeName } from "./mistakes.ts";
import { nodeAt, type Path, type PlainMap, type Tree } from "./tree.ts";
import type { SayAt } from "./validate.ts";

/** A layer whose shape has been checked. */
export interface LayerToCheck {
  readonly file: PackFile;
  readonly tree: Tree;
  readonly plain: PlainMap;
  /** All type keys. */
  readonly types: readonly string[];
  readonly say: SayAt;
}

/** Groups of findings that are no rules' (DESIGN section 4). */
const RESERVED: ReadonlySet<string> = new Set(["gate", "waiver"]);
const RULE_NAME = /^[a-z0-9-]+(?:\/[a-z0-9-]+(?:\/.+)?)?$/u;
const ENTRY_NAME = /^[a-z0-9-]+$/u;

/** Checks what the shape alone can't say of one layer: names of rules and entries, one type key, facts that can't hold. */
export function checkLayer(layer: LayerToCheck): void {
  const { plain, say } = layer;
  const maps: [Path, PlainMap][] = [[["rules"], mapOf(plain.rules)]];
  for (const [index, override] of itemsOf(plain.overrides).entries()) {
    maps.push([["overrides", index, "rules"], mapOf(mapOf(override).rules)]);
    checkFacts(["overrides", index, "when"], mapOf(mapOf(override).when), say);
  }
  for (const [path, rules] of maps) {
    for (const [id, rule] of Object.entries(rules)) {
      checkName(path, id, say);
      if (!isMap(rule)) continue;
      checkTypes(layer, [...path, id], rule);
      checkFacts([...path, id, "when"], mapOf(rule.when), say);
    }
  }
}

function checkName(path: Path, id: string, say: SayAt): void {
  const group = id.split("/")[0];
  if (!RULE_NAME.test(id)) {
    const message = `“${id}” is no rule's name; it is group/name in small letters, digits and hyphens`;
    say([...path, id], "rule-name", message, true);
  } else if (RESERVED.has(group)) {
    say(
      [...path, id],
      "rule-name",
      `“${group}” is kept for voicecheck's own findings; choose another group`,
      true,
    );
  }
}

function checkTypes({ file, tree, types, say }: LayerToCheck, path: Path, rule: PlainMap): void {
  const keys = Object.keys(rule).filter((key) => types.includes(key));
  if (keys.length > 1) {
    const first = placeName(file, nodeAt(tree, [...path, keys[0]], true).start);
    const message = `a rule has one type key; this one has “${keys[0]}” (${first}) and “${keys[1]}”. Make two rules of it`;
    say([...path, keys[1]], "two-types", message, true);
  }
  for (const type of keys)
    if (NAMED_TYPES.has(type)) checkEntryNames([...path, type], mapOf(rule[type]), say);
}

/** `in order to: to` under `patterns` was meant as a term. */
function checkEntryNames(path: Path, entries: PlainMap, say: SayAt): void {
  for (const [name, value] of Object.entries(entries)) {
    if (ENTRY_NAME.test(name)) continue;
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, "-")
      .replace(/^-|-$/gu, "");
    const use = typeof value === "string" ? `, use: ${value}` : "";
    const message = `“${name}” is no name of an entry ([a-z0-9-]+); write “${slug || "name"}: {match: ${name}${use}}”`;
    say([...path, name], "entry-name", message, true);
  }
}

/** A list of facts means “any of”, so what must hold and what must not can't stand in one. */
function checkFacts(path: Path, when: PlainMap, say: SayAt): void {
  for (const [fact, value] of Object.entries(when)) {
    if (fact === "text") continue;
    const values = textsOf(value);
    const not = values.find((each) => each.startsWith("not "));
    const is = values.find((each) => !each.startsWith("not "));
    if (not === undefined || is === undefined) continue;
    const message = `“${is}” and “${not}” stand in one list; write either what “${fact}” is, or what it is not`;
    say([...path, fact], "both", message);
  }
}
