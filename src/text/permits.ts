import { fold } from "./fold.ts";

/** Whether an item, as written, is to be counted. */
export type Permits = (item: string) => boolean;

/**
 * Counts what is none of `except` and, where `only` is given, one of those. `*` stands for any letters; case doesn't matter. A link
 * is known by its domain too.
 */
export function permitsFor(except: readonly string[], only: readonly string[] | undefined): Permits {
  if (except.length === 0 && only === undefined) return () => true;
  const excepted = except.map((glob) => fold(glob).text);
  const wanted = only?.map((glob) => fold(glob).text);
  return (item) => {
    const names = [fold(item).text, domainOf(item)];
    const isOneOf = (globs: readonly string[]): boolean =>
      globs.some((glob) => names.some((name) => isLike(name, glob)));
    return !isOneOf(excepted) && (wanted === undefined || isOneOf(wanted));
  };
}

/** Left to right, each part as early as it can be: linear, since a part never has to move. */
function isLike(name: string, glob: string): boolean {
  const [first, ...rest] = glob.split("*");
  if (rest.length === 0) return name === glob;
  if (!name.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - at >= last.length && name.endsWith(last);
}

const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?([^/?#:@]+\.[^/?#:@]+)/iu;

/** `https://www.acme.org/a?b` → `acme.org`; empty for what is no link. */
function domainOf(item: string): string {
  return DOMAIN.exec(item)?.[1].toLowerCase() ?? "";
}
