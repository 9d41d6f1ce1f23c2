import type { Mistake } from "../errors.ts";
import type { Allowed, Pack, Rule, Step } from "../types.ts";
import { checkAllPatterns } from "./check-patterns.ts";
import { cutMark } from "./entry-state.ts";
import { factsOf } from "./file-facts.ts";
import { compact, levels } from "./finish-entry.ts";
import { finishRule, type RuleTypes, whenOf } from "./finish-rule.ts";
import type { Layer } from "./layer.ts";
import { foldMap, isMap, itemsOf, mapOf, textOf, textsOf } from "./lists.ts";
import { mistakeAt } from "./mistakes.ts";
import { didYouMean } from "./nearest.ts";
import { type Complain, foldRules, type RuleState, type RuleStates } from "./rule-state.ts";
import { slugOf } from "./slug.ts";
import { depthOf, nodeAt, type Path, type Plain, type PlainMap } from "./tree.ts";

/** Everything that layers share while they are put together. */
export interface Assembly {
  readonly types: RuleTypes;
  readonly layers: readonly Layer[];
  /** Reports a mistake at a path, in the last layer that knows most of it. */
  readonly say: (path: Path, code: string, message: string, key?: boolean) => void;
}

/** Folds layers into a pack and checks the result (PACK-FORMAT sections 6.4 and 6.5). */
export function assemble(
  layers: readonly Layer[],
  types: RuleTypes,
  report: (mistake: Mistake) => void,
): Pack | undefined {
  const names = [...types.checks.map(({ type }) => type), ...types.later];
  const assembly: Assembly = { types, layers, say: sayer(layers, report) };
  const steps: Step[] = [];
  let states: RuleStates = new Map();
  let withAll: RuleStates = new Map();
  let top: PlainMap = {};
  // What is said of unknown names lists the known ones, so it waits until all are.
  const later: ((states: RuleStates) => void)[] = [];
  for (const layer of layers) {
    const at = (path: Path): Complain => complainer(layer, path, later, report);
    const { rules, overrides, extends: _, voicecheck: __, ...others } = layer.plain;
    top = foldMap(top, { ...others, allow: entriesMap(others.allow) }, (key, item) =>
      assembly.say([key], "unknown-item", `nothing called “${item}” here to remove`),
    );
    states = foldRules(states, mapOf(rules), names, quiet);
    withAll = foldRules(withAll, mapOf(rules), names, at(["rules"]));
    steps.push({ rules: mapOf(rules) });
    for (const [index, override] of itemsOf(overrides).entries()) {
      const { when, rules: patch } = mapOf(override);
      withAll = foldRules(withAll, mapOf(patch), names, at(["overrides", index, "rules"]));
      steps.push({ when: whenOf(mapOf(when)), rules: mapOf(patch) });
    }
  }
  for (const complain of later) complain(withAll);
  refuseLater(states, top, assembly);
  const rules = finishRules(states, assembly);
  finishRules(withAll, { ...assembly, say: quiet });
  const pack = packOf(top, rules, steps.some(({ when }) => when !== undefined) ? steps : []);
  checkAllPatterns(pack, assembly);
  return pack;
}

const quiet = (): void => {};

function sayer(layers: readonly Layer[], report: (mistake: Mistake) => void): Assembly["say"] {
  return (path, code, message, key = false) => {
    const last = layers.toReversed();
    const best = last.reduce(
      (one, other) => (depthOf(other.tree, path) > depthOf(one.tree, path) ? other : one),
      last[0],
    );
    report(mistakeAt(best.file, nodeAt(best.tree, path, key), code, message));
  };
}

/** Words what folding a layer complains of: names that it would change and nobody knows. */
function complainer(
  layer: Layer,
  base: Path,
  later: ((states: RuleStates) => void)[],
  report: (mistake: Mistake) => void,
): Complain {
  return (path, code, message) => {
    const isName = code === "unknown-rule" || code === "unknown-entry";
    later.push((states) => {
      const said = isName ? unknownName(path, message, states) : message;
      report(mistakeAt(layer.file, nodeAt(layer.tree, [...base, ...path], true), code, said));
    });
  };
}

function unknownName(path: Path, name: string, states: RuleStates): string {
  if (path.length === 3) {
    const rule = String(path[0]);
    const known = states.get(rule)?.entries.map(({ text }) => text) ?? [];
    return `nothing called “${name}” in ${rule}${didYouMean(name, known)}`;
  }
  const names = new Set<string>();
  for (const { id, entries } of states.values()) {
    names.add(id.slice(0, id.indexOf("/"))).add(id);
    for (const { text } of entries) names.add(`${id}/${slugOf(text)}`);
  }
  return `no group, rule or entry is called “${name}”${didYouMean(name, [...names])}`;
}

/** `allow` as a list is short for a map. */
function entriesMap(value: Plain | undefined): Plain {
  if (!Array.isArray(value)) return value ?? {};
  return Object.fromEntries(value.map((key) => [String(key), null]));
}

/** Rule types and keys that are part of the format but can't be run yet are never ignored. */
function refuseLater(states: RuleStates, top: PlainMap, { say, types }: Assembly): void {
  for (const { id, type, off } of states.values()) {
    if (type === undefined || off || !types.later.includes(type)) continue;
    say(
      ["rules", id, type],
      "not-yet",
      `not yet: rules of type “${type}” can't be run by this version; switch the rule off (level: off) or leave it out`,
      true,
    );
  }
  if (top.gates !== undefined)
    say(["gates"], "not-yet", "not yet: gates can't be run by this version; leave them out", true);
}

function finishRules(states: RuleStates, { say, types }: Assembly): readonly Rule[] {
  const rules: Rule[] = [];
  for (const state of states.values()) {
    const check = types.checks.find(({ type }) => type === state.type);
    if (state.type === undefined) {
      say(
        ["rules", state.id],
        "no-type",
        `“${state.id}” has no type key: write one of ${types.checks.map(({ type }) => type).join(", ")}, with what to look for`,
        true,
      );
    }
    if (check === undefined) continue;
    const path: Path = ["rules", state.id, check.type];
    const rule = finishRule(state, check, (inner, message) => say([...path, ...inner], "option", message));
    if (rule !== undefined) rules.push(rule);
    checkState(state, say);
  }
  return rules;
}

function checkState({ id, keys, type, entries }: RuleState, say: Assembly["say"]): void {
  const silent = entries.find(
    ({ off, value }) => !off && value.message === undefined && itemsOf(value.use).length === 0,
  );
  if (textOf(keys.message)?.includes("<use>") === true && type !== "spelling" && silent !== undefined) {
    say(
      ["rules", id, "message"],
      "no-use",
      `“<use>” stands in the message, and “${silent.key}” offers nothing to say instead; give it a value, or a message of its own`,
    );
  }
  const when = mapOf(keys.when);
  for (const [fact, value] of Object.entries(when)) {
    const values = textsOf(value);
    const both = values.find((each) => values.includes(`not ${each}`));
    if (both !== undefined)
      say(
        ["rules", id, "when", fact],
        "both",
        `“${both}” and “not ${both}” can never hold together; keep one`,
      );
  }
}

function packOf(top: PlainMap, rules: readonly Rule[], overrides: readonly Step[]): Pack {
  const lists = mapOf(top.lists);
  const brand = mapOf(top.brand);
  const voice = mapOf(top.voice);
  const { level } = levels({ level: top.fail_on ?? null });
  const reason = mapOf(top.waivers).reason;
  return compact({
    name: textOf(top.name) ?? "pack",
    summary: textOf(top.summary),
    lang: textOf(top.lang) ?? "en",
    voice: Object.fromEntries(Object.entries(voice).map(([key, value]) => [key, textsOf(value)])),
    brand: {
      names: textsOf(brand.names),
      handles: textsOf(brand.handles),
      products: textsOf(brand.products),
      markets: textsOf(brand.markets),
    },
    lists: Object.fromEntries(Object.entries(lists).map(([name, value]) => [name, textsOf(value)])),
    allow: Object.entries(mapOf(top.allow)).map(([key, value]) => allowedOf(key, value)),
    files: Object.entries(mapOf(top.files)).map(([glob, value]) => factsOf(glob, mapOf(value))),
    platforms: Object.fromEntries(
      Object.entries(mapOf(top.platforms)).map(([name, value]) => [name, mapOf(value)]),
    ),
    rules,
    overrides,
    waivers: reason === "required" ? { reason: "required" as const } : {},
    failOn: top.fail_on === "never" ? ("never" as const) : (level ?? "error"),
  });
}

function allowedOf(key: string, value: Plain): Allowed {
  const { text, mark } = cutMark("terms", key);
  const map = isMap(value) ? value : { why: value };
  return compact({
    key,
    match: text,
    mark,
    why: textOf(map.why),
    rules: map.rules === undefined ? undefined : textsOf(map.rules),
    until: textOf(map.until),
    url: textOf(map.url),
  });
}
