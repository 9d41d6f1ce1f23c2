import type { Mistake } from "../errors.ts";
import { NAMED_TYPES } from "./entry-state.ts";
import { isMap, mapOf } from "./lists.ts";
import { mistakeAt, type PackFile, packFile, placeName } from "./mistakes.ts";
import { nodeAt, type Path, type PlainMap, plainOf, type Tree } from "./tree.ts";
import { validateShape } from "./validate.ts";
import { readYaml } from "./yaml.ts";

/** One file of a pack, read and of the right shape. */
export interface Layer {
  readonly file: PackFile;
  readonly tree: Tree;
  readonly plain: PlainMap;
}

/** Reads one layer alone (PACK-FORMAT section 6.1). Nothing comes back where it is no map at all, and so nothing to go on with. */
export function readLayer(
  name: string,
  text: string,
  types: readonly string[],
  report: (mistake: Mistake) => void,
): Layer | undefined {
  const file = packFile(name, text);
  let isSilent = true;
  const tree = readYaml(file, (mistake) => {
    isSilent = false;
    report(mistake);
  });
  if (tree === undefined) {
    if (isSilent)
      report(
        mistakeAt(
          file,
          { start: 0, end: 0 },
          "empty",
          "this pack is empty; a pack starts with “voicecheck: 1”",
        ),
      );
    return undefined;
  }
  const plain = plainOf(tree);
  if (!isMap(plain)) {
    report(mistakeAt(file, tree, "shape", "a pack is a map that starts with “voicecheck: 1”"));
    return undefined;
  }
  validateShape(tree, plain, file, report);
  checkRules({ file, tree, plain }, types, report);
  return { file, tree, plain };
}

/** What the shape alone can't say: names of rules and entries, one type key, `key` beside `key+`. */
function checkRules(
  { file, tree, plain }: Layer,
  types: readonly string[],
  report: (mistake: Mistake) => void,
): void {
  const overrides = Array.isArray(plain.overrides) ? plain.overrides : [];
  const maps: [Path, PlainMap][] = [[["rules"], mapOf(plain.rules)]];
  overrides.forEach((override, index) => {
    maps.push([["overrides", index, "rules"], mapOf(mapOf(override).rules)]);
  });
  const say = (path: Path, code: string, message: string, key = true): void => {
    report(mistakeAt(file, nodeAt(tree, path, key), code, message));
  };
  for (const [path, rules] of maps) {
    for (const [id, rule] of Object.entries(rules)) {
      if (!isRuleName(id))
        say(
          [...path, id],
          "rule-name",
          `“${id}” is no rule's name; it is group/name in small letters, digits and hyphens`,
        );
      if (isMap(rule)) checkRule({ file, tree, path: [...path, id], rule, types, say });
    }
  }
}

const RULE_NAME = /^[a-z0-9-]+(?:\/[a-z0-9-]+(?:\/.+)?)?$/u;

function isRuleName(id: string): boolean {
  return RULE_NAME.test(id);
}

interface RuleAt {
  readonly file: PackFile;
  readonly tree: Tree;
  readonly path: Path;
  readonly rule: PlainMap;
  readonly types: readonly string[];
  readonly say: (path: Path, code: string, message: string) => void;
}

function checkRule({ file, tree, path, rule, types, say }: RuleAt): void {
  const keys = Object.keys(rule).filter((key) => types.includes(key));
  if (keys.length > 1) {
    const first = placeName(file, nodeAt(tree, [...path, keys[0]], true).start);
    say(
      [...path, keys[1]],
      "two-types",
      `a rule has one type key; this one has “${keys[0]}” (${first}) and “${keys[1]}”. Make two rules of it`,
    );
  }
  for (const key of Object.keys(rule)) {
    if (/[+-]$/u.test(key) && rule[key.slice(0, -1)] !== undefined) {
      const other = placeName(file, nodeAt(tree, [...path, key.slice(0, -1)], true).start);
      say(
        [...path, key],
        "list-twice",
        `“${key}” changes a list that is written anew as “${key.slice(0, -1)}” (${other}); keep one of the two`,
      );
    }
  }
  for (const type of keys) if (NAMED_TYPES.has(type)) checkNames([...path, type], mapOf(rule[type]), say);
}

/** `in order to: to` under `patterns` was meant as a term. */
function checkNames(path: Path, entries: PlainMap, say: RuleAt["say"]): void {
  for (const [name, value] of Object.entries(entries)) {
    if (/^[a-z0-9-]+$/u.test(name)) continue;
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, "-")
      .replace(/^-|-$/gu, "");
    const use = typeof value === "string" ? `, use: ${value}` : "";
    say(
      [...path, name],
      "entry-name",
      `“${name}” is no name of an entry ([a-z0-9-]+); write “${slug || "name"}: {match: ${name}${use}}”`,
    );
  }
}
