import { placeName } from "./mistakes.ts";
import { didYouMean } from "./nearest.ts";
import { type Origin, spotOf } from "./origins.ts";
import type { RuleStates } from "./rule-state.ts";
import { slugOf } from "./slug.ts";
import type { Path } from "./tree.ts";

/** What folding a map of rules complains of. It waits for its words until all rules are known. */
export interface FoldComplaint {
  /** How many maps were folded before. */
  readonly step: number;
  /** From the map of rules on. */
  readonly path: Path;
  readonly code: string;
  /** The words; for names that nobody knows, the name; for a clash, what it clashes with. */
  readonly message: string;
}

/** The words of a complaint, and the second place that belongs to it. */
export function wordingOf(
  { step, path, code, message }: FoldComplaint,
  states: RuleStates,
  origins: readonly Origin[],
): { readonly message: string; readonly see?: string } {
  const last = String(path[path.length - 1]);
  switch (code) {
    case "unknown-rule":
      return {
        message: `no group, rule or entry is called “${message}”${didYouMean(message, namesOf(states))}`,
      };
    case "unknown-entry": {
      const known = states.get(String(path[0]))?.entries.map(({ text }) => text) ?? [];
      return { message: `nothing called “${message}” in ${path[0]}${didYouMean(message, known)}` };
    }
    case "twice": {
      const words = { message: areSame(last, message) };
      // Of equal items of a list only the last is found by its text: it can't show the other.
      if (last === message) return words;
      return { ...words, see: placeOf([origins[step]], [...path.slice(0, -1), message]) };
    }
    case "type-changed": {
      const see = placeOf(origins.slice(0, step), [path[0], message]);
      return {
        message: `${path[0]} is of type “${message}”; a rule keeps its type. Give this one another name`,
        see,
      };
    }
    default:
      return { message };
  }
}

/** The words for two keys that are one entry. */
export function areSame(key: string, before: string): string {
  if (key === before) return `“${key}” stands twice`;
  return `“${key}” and “${before}” are the same entry: case, quotes and hyphens don't matter`;
}

function placeOf(origins: readonly Origin[], path: Path): string {
  const { file, stretch } = spotOf(origins, path, true);
  return placeName(file, stretch.start);
}

/** Groups, rules and entries. */
function namesOf(states: RuleStates): readonly string[] {
  const names = new Set<string>();
  for (const { id, entries } of states.values()) {
    names.add(id.slice(0, id.indexOf("/"))).add(id);
    for (const { text } of entries) names.add(`${id}/${slugOf(text)}`);
  }
  return [...names];
}
