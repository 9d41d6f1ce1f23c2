/** Signs that mean something in an expression, outside of classes. */
const SPECIAL = "\\^$.*+?()[]{}|";
/** Posts hold fewer signs and digits than letters, so these are looked for before any word. */
const SIGN_RARITY = 100;
/** A stretch of letters that is no longer is in most texts, so that looking for it saves little. */
const SHORT_TEXT = 2;
const MOST_SIGNS = 8;

/** An atom of an expression: the literal text it stands for, or the single signs, one of which it is; neither when it is anything else. */
interface Atom {
  readonly end: number;
  readonly signs?: readonly string[];
  /** The digits of which it is one; alone they are in many texts. */
  readonly digits?: readonly string[];
}

/**
 * Texts one of which stands in everything that an expression matches, as far as its top level tells without doubt; `undefined` where
 * it doesn't. A post without any of them needn't be searched, which is far quicker than the search. Case as in the source.
 */
export function neededTexts(source: string): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let rarity = SHORT_TEXT;
  let run = "";
  const offer = (texts: readonly string[], rare: number): void => {
    if (rare <= rarity) return;
    best = texts;
    rarity = rare;
  };
  for (let at = 0; at < source.length; ) {
    if (source[at] === "|") return undefined;
    const { end, signs = [], digits = [] } = atomAt(source, at);
    const after = pastQuantifier(source, end);
    const isOnce = after === end;
    if (signs.length === 1 && isOnce) run += signs[0];
    else {
      const repeated = signs.length === 1 && source[end] === "+" ? signs[0] : "";
      offer([run + repeated], rarityOf(run + repeated));
      // A digit more is rarer still.
      if (run !== "" && digits.length > 0 && isOnce)
        offer(
          digits.map((digit) => run + digit),
          SIGN_RARITY + 1,
        );
      // What comes next stands behind the last of them.
      run = repeated;
      if (signs.length > 1 && isOnce) offer(signs, SIGN_RARITY);
    }
    at = after;
  }
  offer([run], rarityOf(run));
  return best;
}

/** Where the atom that begins at `at` ends. */
export function atomEnd(source: string, at: number): number {
  return atomAt(source, at).end;
}

function rarityOf(run: string): number {
  return [...run].every((sign) => sign === " " || isLetter(sign)) ? run.length : SIGN_RARITY;
}

/** A letter is what has a capital; `\\p{L}` would take a millisecond to read. */
function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase();
}

function atomAt(source: string, at: number): Atom {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (sign === "(") return { end: groupEnd(source, at) };
  if (sign === "[") return classAt(source, at);
  if (sign === "\\") {
    const next = String.fromCodePoint(source.codePointAt(at + 1) ?? 0);
    if (/[a-z0-9]/iu.test(next)) return { end: escapeEnd(source, at) };
    return { end: at + 1 + next.length, signs: [next] };
  }
  return SPECIAL.includes(sign) ? { end: at + 1 } : { end: at + sign.length, signs: [sign] };
}

/** `\p{…}`, `\u{…}`, `\u1234`, `\x12` and `\b`. */
const ESCAPE = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|.)/uy;

function escapeEnd(source: string, at: number): number {
  ESCAPE.lastIndex = at;
  return at + (ESCAPE.exec(source)?.[0].length ?? 2);
}

function groupEnd(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") at = classAt(source, at).end - 1;
    else if (source[at] === "(") depth++;
    else if (source[at] === ")" && --depth === 0) return at + 1;
  }
  return source.length;
}

/** Only a class of a few plain signs is told; letters are in every text. */
function classAt(source: string, start: number): Atom {
  let end = start + 1;
  while (end < source.length && source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  end++;
  const inside = [...source.slice(start + 1, end - 1)];
  if (inside.length <= MOST_SIGNS && inside.every((sign) => /\d/u.test(sign))) return { end, digits: inside };
  const isPlain =
    inside.length <= MOST_SIGNS && inside.every((sign) => !/[\\^\-\s\d]/.test(sign) && !isLetter(sign));
  return isPlain && inside.length > 0 ? { end, signs: inside } : { end };
}

/** Whether a quantifier that begins at `at` lets what stands before it be missing. */
export function mayBeMissing(source: string, at: number): boolean {
  return source[at] === "*" || source[at] === "?" || source.startsWith("{0", at);
}

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy;

/** Where a quantifier that begins at `at` ends; `at` where none does. */
export function pastQuantifier(source: string, at: number): number {
  if (!"*+?{".includes(source.charAt(at))) return at;
  QUANTIFIER.lastIndex = at;
  return at + (QUANTIFIER.exec(source)?.[0].length ?? 0);
}
