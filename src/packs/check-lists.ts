import { isBuiltInClass } from "../text/class-names.ts";
import { lexPattern } from "../text/pattern-lex.ts";
import type { Pack } from "../types.ts";
import type { SayAt } from "./validate.ts";

type Lists = Pack["lists"];

const NAME = /^[a-z][a-z0-9-]*$/u;

/** Checks the names of lists, and that none holds itself. Returns those that take part in a circle. */
export function checkLists(lists: Lists, say: SayAt): ReadonlySet<string> {
  const circular = new Set<string>();
  for (const name of Object.keys(lists)) {
    if (!NAME.test(name)) {
      const message = `“${name}” can't stand in < >; a list's name is small letters, digits and hyphens`;
      say(["lists", name], "list-name", message, true);
    } else if (isBuiltInClass(name)) {
      say(
        ["lists", name],
        "list-name",
        `<${name}> stands for something already; give the list another name`,
        true,
      );
    }
    const circle = circular.has(name) ? undefined : circleFrom(name, lists);
    if (circle === undefined) continue;
    for (const each of circle) circular.add(each);
    const words = [...circle, name].map((each) => `<${each}>`).join(" holds ");
    say(["lists", name], "list-cycle", `${words}: a list can't hold itself; leave one of them out`, true);
  }
  return circular;
}

/** The way from a list through lists that it holds back to itself. */
function circleFrom(start: string, lists: Lists): readonly string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of heldBy(lists[name])) {
      if (next === start) return wayTo(name, from);
      if (!Object.hasOwn(lists, next) || from.has(next)) continue;
      from.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(name: string, from: ReadonlyMap<string, string>): readonly string[] {
  const way = [name];
  for (let before = from.get(name); before !== undefined; before = from.get(before)) way.unshift(before);
  return way;
}

function heldBy(sources: readonly string[]): readonly string[] {
  return sources.flatMap((source) =>
    source.includes("<")
      ? lexPattern(source).lexemes.flatMap((sign) => (sign.type === "class" ? [sign.name] : []))
      : [],
  );
}
