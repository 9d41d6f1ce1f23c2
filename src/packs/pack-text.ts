import type { Entry, Pack } from "../types.ts";
import { attachDigest, type Digest } from "./digest.ts";
import { entriesOf } from "./entries-of.ts";
import { attachEntries, type LatePlaces, type WrittenEntry } from "./late-entries.ts";
import type { WrittenWords } from "./written-words.ts";

/** Rule types whose entries are many, and read only where one of them is found. */
const READ_LATE: ReadonlySet<string> = new Set(["terms", "patterns"]);

/** Where the entries of a rule stand behind the head. */
interface Late extends LatePlaces {
  readonly rule: number;
}

interface Head {
  readonly pack: Pack;
  readonly late: readonly Late[];
  readonly digests: readonly Digest[];
}

/** Digits of the head's length, which the text begins with. */
const DIGITS = 10;

/** What is made of a pack ahead. */
export interface MadeAhead {
  /** Of each rule. */
  readonly digests: readonly Digest[];
  readonly wordsOf: (entry: Entry) => WrittenWords;
}

/** A pack as a text that `readPackText` reads in little time. `json` writes JSON, a unit of which takes as much room as any other. */
export function writePackText(
  pack: Pack,
  { digests, wordsOf }: MadeAhead,
  json: (value: unknown) => string,
): string {
  const asWritten = (entry: Entry): WrittenEntry =>
    entry.use.length === 0 ? [entry] : [entry, wordsOf(entry)];
  const late: Late[] = [];
  let texts = "";
  const rules = pack.rules.map((rule, index) => {
    if (!READ_LATE.has(rule.type)) return rule;
    const entries = entriesOf(rule);
    const own = entries.map((entry) => json(asWritten(entry)));
    const patterns = entries.map(({ off, match }) => (off === true ? 0 : match.length));
    late.push({ rule: index, start: texts.length, lengths: own.map(({ length }) => length), patterns });
    texts += own.join();
    return { ...rule, options: null };
  });
  const head: Head = { pack: { ...pack, rules }, late, digests };
  const written = json(head);
  return String(written.length).padStart(DIGITS, "0") + written + texts;
}

/** Reads what `writePackText` wrote, of which `slice` gives parts. Entries of rules with many are read when they are first looked at. */
export function readPackText(slice: (start: number, end: number) => string): Pack {
  const from = DIGITS + Number(slice(0, DIGITS));
  const { pack, late, digests }: Head = JSON.parse(slice(DIGITS, from));
  for (const { rule, start, ...places } of late)
    attachEntries(pack.rules[rule], { ...places, start: from + start }, slice);
  for (const [index, digest] of digests.entries()) attachDigest(pack.rules[index], digest);
  return pack;
}
