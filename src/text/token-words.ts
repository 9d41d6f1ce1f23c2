import { tokenLists } from "../generated/tokens.ts";

/** A word list of rules/tokens.yaml. */
export type TokenListName = keyof typeof tokenLists;

const ready = new Map<TokenListName, ReadonlySet<string>>();

/** The words of a list; items hold no blanks. Made when first asked for. */
export function tokenList(name: TokenListName): ReadonlySet<string> {
  const known = ready.get(name);
  if (known !== undefined) return known;
  const words: ReadonlySet<string> = new Set(tokenLists[name].split(" "));
  ready.set(name, words);
  return words;
}
