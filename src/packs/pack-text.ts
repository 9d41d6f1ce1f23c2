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

/** Digits of the head's length, which the text begins with. */
const DIGITS = 10;

/** A pack as a text that `readPackText` reads in little time. `json` writes JSON, a unit of which takes as much room as any other. */
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
  const written = json(head);
  return String(written.length).padStart(DIGITS, "0") + written + options;
}

/** Reads what `writePackText` wrote, of which `slice` gives parts. Options of rules with many entries are read when they are first looked at. */
export function readPackText(slice: (start: number, end: number) => string): Pack {
  const from = DIGITS + Number(slice(0, DIGITS));
  const { pack, late, digests }: Head = JSON.parse(slice(DIGITS, from));
  for (const { rule, start, end } of late)
    defineLate(pack.rules[rule], () => JSON.parse(slice(from + start, from + end)));
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
