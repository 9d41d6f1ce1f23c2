import type { Pack, Rule } from "../types.ts";
import { attachDigest, type Digest } from "./digest.ts";

/** Rule types whose entries are many, and read only where one of them is found. */
const READ_LATE: ReadonlySet<string> = new Set(["terms", "patterns"]);

/** Where the options of a rule stand behind the head, and what is asked of them before. */
interface Late {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

interface Head {
  readonly pack: Pack;
  readonly late: readonly Late[];
  readonly digests: readonly Digest[];
}

/** Where the head ends; JSON on one line holds no other. */
const END = "\n";

/** A pack as a text that `readPackText` reads in little time. `json` writes JSON without line breaks; its units must be the text's. */
export function writePackText(
  pack: Pack,
  digests: readonly Digest[],
  json: (value: unknown) => string,
): string {
  const late: Late[] = [];
  let options = "";
  const rules = pack.rules.map((rule, index) => {
    if (!READ_LATE.has(rule.type)) return rule;
    const start = options.length;
    options += json(rule.options);
    late.push({ rule: index, start, end: options.length });
    return { ...rule, options: null };
  });
  const head: Head = { pack: { ...pack, rules }, late, digests };
  return json(head) + END + options;
}

/** Reads what `writePackText` wrote. Options of rules with many entries are read when they are first looked at. */
export function readPackText(text: string): Pack {
  const split = text.indexOf(END);
  const { pack, late, digests }: Head = JSON.parse(text.slice(0, split));
  const from = split + END.length;
  for (const { rule, start, end } of late)
    defineLate(pack.rules[rule], () => JSON.parse(text.slice(from + start, from + end)));
  for (const [index, digest] of digests.entries()) attachDigest(pack.rules[index], digest);
  return pack;
}

function defineLate(rule: Rule, read: () => unknown): void {
  let options: unknown;
  const get = (): unknown => {
    options ??= read();
    return options;
  };
  Object.defineProperty(rule, "options", { get, enumerable: true, configurable: true });
}
