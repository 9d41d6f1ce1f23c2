import type { Mistake } from "../errors.ts";
import type { SayInText } from "./check-patterns.ts";
import { mistakeAt } from "./mistakes.ts";
import type { Order } from "./order.ts";
import { type Origin, type Spot, spotInText, spotOf } from "./origins.ts";
import type { Path } from "./tree.ts";
import type { SayAt } from "./validate.ts";

/** Reports mistakes of what layers became together, each at its place in one of them. */
export interface Reporting {
  readonly say: SayAt;
  /** The same for a stretch of a text that stands at the path or below. */
  readonly sayInText: SayInText;
}

/** Mistakes that may come of what could not be read. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  "unknown-rule",
  "unknown-entry",
  "unknown-item",
  "unknown-class",
  "no-type",
  "no-match",
  "option",
]);

/** Says whether a mistake only repeats that something could not be read. */
export type IsConsequence = (code: string, path: Path) => boolean;

/** What follows from the mistakes that the layers had by themselves. */
export function consequencesOf({ layers, isComplete }: Order): IsConsequence {
  const broken = new Set(layers.flatMap((layer) => [...layer.broken]));
  return (code, path) => {
    if (!CONSEQUENCES.has(code)) return false;
    if (!isComplete || broken.has("rules")) return true;
    if (code === "unknown-class") return broken.has("lists");
    const [top, key] = path;
    if (top !== "rules" && top !== "gates") return broken.has(String(top));
    const [group, name] = String(key).split("/");
    return (
      broken.has(group) || broken.has(`${group}/${name}`) || (name === undefined && hasGroup(broken, group))
    );
  };
}

function hasGroup(broken: ReadonlySet<string>, group: string): boolean {
  return [...broken].some((id) => id.startsWith(`${group}/`));
}

/** Reports into some maps of rules, for paths that begin with `rules`, else into the layers. */
export function reportingInto(
  layers: readonly Origin[],
  rules: readonly Origin[],
  isConsequence: IsConsequence,
  report: (mistake: Mistake) => void,
): Reporting {
  const within = (path: Path): readonly [readonly Origin[], Path] =>
    path[0] === "rules" ? [rules, path.slice(1)] : [layers, path];
  const tell = ({ file, stretch }: Spot, code: string, message: string): void =>
    report(mistakeAt(file, stretch, code, message));
  return {
    say: (path, code, message, key = false) => {
      if (!isConsequence(code, path)) tell(spotOf(...within(path), key), code, message);
    },
    sayInText: (path, code, message, quote) => {
      // The text of a list may name a rule.
      const about = code === "unknown-rule" ? ["rules", quote.source] : path;
      if (!isConsequence(code, about)) tell(spotInText(...within(path), quote), code, message);
    },
  };
}
