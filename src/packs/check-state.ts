import { ENTRY_TYPES, NAMED_TYPES } from "./entry-state.ts";
import { itemsOf, mapOf, textOf, textsOf } from "./lists.ts";
import { didYouMean } from "./nearest.ts";
import type { RuleState } from "./rule-state.ts";
import type { Path } from "./tree.ts";
import type { SayAt } from "./validate.ts";

/** What a message may hold (PACK-FORMAT section 2); `reason` is what a retext plugin says. */
const PLACEHOLDERS: readonly string[] = [
  ...["match", "use", "entry", "count", "max", "min", "of", "platform"],
  ...["first", "grade", "market", "label", "date", "reason"],
];
const PLACEHOLDER = /<([a-z]+)>/gu;

/** Rule types whose findings may offer something to say instead, though they hold no entries. */
const OFFERING: ReadonlySet<string> = new Set(["retext"]);

/** Checks what the keys of a whole rule say together (PACK-FORMAT section 6.5). */
export function checkState(state: RuleState, say: SayAt): void {
  checkKeys(state, say);
  checkMessage(["rules", state.id, "message"], textOf(state.keys.message), say);
  checkOffers(state, say);
  checkWhen(state, say);
  for (const { key, value } of state.entries) {
    const path: Path = ["rules", state.id, String(state.type), key];
    checkMessage([...path, "message"], textOf(value.message), say);
    if (state.type === "consistent" && textsOf(value.match).length === 1) {
      const message = `“${key}” has one form; write those of which a post keeps to one: [can't, cannot]`;
      say(path, "one-form", message, true);
    }
    if (!NAMED_TYPES.has(String(state.type)) || textsOf(value.match).length > 0) continue;
    const message = `“${key}” has nothing to look for; write “${key}: …” with it, or {match: …}`;
    say(path, "no-match", message, true);
  }
}

/** Keys that only some types take. */
function checkKeys({ id, type = "", keys }: RuleState, say: SayAt): void {
  for (const key of ["exact", "within"]) {
    if (keys[key] === undefined || ENTRY_TYPES.has(type)) continue;
    say(
      ["rules", id, key],
      "key-of-type",
      `“${key}” is for rules with entries (terms, patterns, …); leave it out here`,
      true,
    );
  }
  if (type === "regex" || !textsOf(keys.in).includes("raw")) return;
  say(["rules", id, "in"], "key-of-type", "“raw” is for rules of type “regex”; leave it out here");
}

function checkMessage(path: Path, message: string | undefined, say: SayAt): void {
  for (const [whole, name] of (message ?? "").matchAll(PLACEHOLDER)) {
    if (PLACEHOLDERS.includes(name)) continue;
    say(
      path,
      "unknown-placeholder",
      `nothing is known as ${whole} in a message${didYouMean(name, PLACEHOLDERS)}`,
    );
  }
}

/** `<use>` where there is nothing to say instead. */
function checkOffers({ id, type = "", keys, entries }: RuleState, say: SayAt): void {
  if (!ENTRY_TYPES.has(type)) {
    if (OFFERING.has(type) || textOf(keys.message)?.includes("<use>") !== true) return;
    const message = `“<use>” stands in the message, and rules of type “${type}” offer nothing to say instead; leave it out`;
    say(["rules", id, "message"], "no-use", message);
    return;
  }
  if (type === "spelling") return;
  for (const { key, off, value } of entries) {
    const own = textOf(value.message);
    const message = own ?? textOf(keys.message) ?? "";
    if (off || itemsOf(value.use).length > 0 || !message.includes("<use>")) continue;
    const path: Path = own === undefined ? ["rules", id, "message"] : ["rules", id, type, key, "message"];
    say(
      path,
      "no-use",
      `“<use>” stands in the message, and “${key}” offers nothing to say instead; give it a value, or a message of its own`,
    );
    if (own === undefined) return;
  }
}

/** After folding a fact's list may ask for and forbid at once. */
function checkWhen({ id, keys }: RuleState, say: SayAt): void {
  for (const [fact, value] of Object.entries(mapOf(keys.when))) {
    const values = fact === "text" ? [] : textsOf(value);
    const not = values.find((each) => each.startsWith("not "));
    const is = values.find((each) => !each.startsWith("not "));
    if (not === undefined || is === undefined) continue;
    const message = `“${is}” and “${not}” stand in one list; write either what “${fact}” is, or what it is not`;
    say(["rules", id, "when", fact], "both", message);
  }
}
