/** What single characters fold to, beyond lower-casing. Latin, Greek, Cyrillic, full-width and styled letters only: never all of Unicode. */

import { lazyExpression } from "./expression.ts";
import { boxedLetter } from "./units.ts";

/** Pairs of a character and what it becomes; the second may be a blank. */
const PAIRS: string = [
  // Small capitals.
  "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz",
  // Cyrillic and Greek letters that look like Latin ones in small and capital form alike, so that their case still pairs up.
  "аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwАaЕeОoРpСcУyХxЅsІiЈjҺhԀdԚqԜw",
  "οoνvρpιiυuαaΟoΝvΡpΙiΥuΑa",
  // The dotted capital I and the final sigma, which lower-casing would treat by length or place.
  "İiΣσςσ",
  "’'‘'‛'ʼ'´'′'＇'“\"”\"„\"‟\"″\"«\"»\"",
  "‐-‑-‒-–-—-―-−-﹘-﹣-－-",
  "\u00a0 \u1680 \u2000 \u2001 \u2002 \u2003 \u2004 \u2005 \u2006 \u2007 \u2008 \u2009 \u200a \u202f \u205f \u3000 ",
].join("");

/** Capitals that look Latin while their small forms don't: they count as Latin only beside a Latin letter. */
const CAPITALS = "ВbНhМmТtКkΒbΕeΖzΗhΚkΜmΤtΧxΥyΝn";

/** Characters that stand for plain ones by their compatibility decomposition: first and last UTF-16 unit of each range. */
const COMPATIBLE: readonly number[] = [
  0xaa, 0xaa, 0xb2, 0xb3, 0xb9, 0xba, 0x132, 0x133, 0x13f, 0x140, 0x17f, 0x17f, 0x1c4, 0x1cc, 0x1f1, 0x1f3,
  0x2b0, 0x2b8, 0x1d2c, 0x1d6a, 0x2070, 0x209c, 0x210a, 0x211d, 0x2160, 0x217f, 0x24b6, 0x24e9, 0xfb00,
  0xfb06, 0xff01, 0xff5e,
];
const PLAIN = lazyExpression(String.raw`^[\p{L}\p{N}!-~]+$`, "u");
const INVISIBLE: readonly number[] = [
  0xad, 0xad, 0x180e, 0x180e, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x206f, 0xfe00, 0xfe0f,
  0xfeff, 0xfeff,
];

/** What a unit stands before in a list of pairs. */
function paired(pairs: string, unit: number): string | undefined {
  const at = pairs.indexOf(String.fromCharCode(unit));
  // What characters become stands at odd places.
  return at % 2 === 0 ? pairs[at + 1] : undefined;
}

/** The compatible units that were met, a few hundred at most. */
const compatible = new Map<number, string>();
const verdicts = new Uint8Array(0x10000);

/** What a unit needs beyond lower-casing. */
export const FoldKind = {
  unknown: 0,
  none: 1,
  letter: 2,
  capital: 3,
  mark: 4,
  joiner: 5,
  invisible: 6,
  surrogate: 7,
} as const;

/** The `FoldKind` of a unit. */
export function foldKind(unit: number): number {
  return verdicts[unit] || judge(unit);
}

function judge(unit: number): number {
  const verdict = kindOf(unit);
  verdicts[unit] = verdict;
  return verdict;
}

function kindOf(unit: number): number {
  if (unit === 0x200d) return FoldKind.joiner;
  if (unit >= 0x300 && unit <= 0x36f) return FoldKind.mark;
  if (unit === 0xd835 || unit === 0xd83c) return FoldKind.surrogate;
  if (isWithin(INVISIBLE, unit)) return FoldKind.invisible;
  if (paired(CAPITALS, unit) !== undefined) return FoldKind.capital;
  return paired(PAIRS, unit) !== undefined || isCompatible(unit) ? FoldKind.letter : FoldKind.none;
}

function isWithin(ranges: readonly number[], unit: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) if (unit >= ranges[at] && unit <= ranges[at + 1]) return true;
  return false;
}

function isCompatible(unit: number): boolean {
  if (!isWithin(COMPATIBLE, unit)) return false;
  const character = String.fromCharCode(unit);
  const plain = character.normalize("NFKC");
  return plain !== character && PLAIN().test(plain);
}

/** What a unit of the kind `letter` folds to, and the small letter of any other. */
export function foldedUnit(unit: number): string {
  const known = compatible.get(unit) ?? paired(PAIRS, unit);
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  if (!isCompatible(unit)) return character.toLowerCase();
  const folded = Array.from(
    character.normalize("NFKC").toLowerCase(),
    (plain) => paired(PAIRS, plain.charCodeAt(0)) ?? plain,
  ).join("");
  compatible.set(unit, folded);
  return folded;
}

/** The Latin letter that a unit of the kind `capital` looks like. */
export function likeLatin(unit: number): string {
  return paired(CAPITALS, unit) ?? "";
}

/** What a pair of surrogates folds to: styled and boxed letters become plain ones; nothing for others. */
export function foldedPair(high: number, low: number): string {
  if (high === 0xd83c) return boxedLetter(low);
  if (high !== 0xd835 || !(low >= 0xdc00 && low <= 0xdfff)) return "";
  const pair = String.fromCharCode(high, low);
  const plain = pair.normalize("NFKC");
  return plain === pair ? "" : foldedUnit(plain.charCodeAt(0));
}
