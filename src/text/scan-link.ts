import type { Span } from "../types.ts";
import { lazyExpression } from "./expression.ts";
import { isTopLevelDomain } from "./top-level.ts";
import { isWordAt, UnitClass, unitClass } from "./units.ts";

/** What ends a link wherever it stands: blanks, quotation marks, brackets that no URL holds, ideographic marks. */
const OUTSIDE = '\\s<>"“”„«»|`’‘「」『』【】（）。、，';
const SCHEME = new RegExp(`(https?://|www\\.)[^${OUTSIDE}]+`, "iy");
const PATH = new RegExp(`(?::\\d{2,5})?(?:[/?#][^${OUTSIDE}]*)?`, "y");
const HOST = lazyExpression(
  String.raw`(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.)+([A-Za-z]{2,24})(?![\p{L}\p{N}_-])`,
  "uy",
);
const MAIL = lazyExpression(
  String.raw`[\p{L}\p{N}_.+%-]{1,64}@(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.)+[A-Za-z]{2,24}(?![\p{L}\p{N}_-])`,
  "uy",
);
/** A host name has at most 253 characters (RFC 1035); a mailbox 64 before it. */
const LONGEST_HOST = 320;
const TRAILING = ".,;:!?'*_~…";
const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const POSSESSIVE = /'s$/i;

/** The end of a link with a scheme or `www.` at `start`, or -1. */
export function schemeLinkEnd(text: string, start: number): number {
  if (!mayBegin(text, start) || isWordAt(text, start - 1)) return -1;
  SCHEME.lastIndex = start;
  const match = SCHEME.exec(text);
  if (match === null) return -1;
  const end = trimmedEnd(text, start, start + match[0].length);
  return end > start + match[1].length ? end : -1;
}

/** `ht` or `ww`, and the same twice for the third letter: most words are no link. */
function mayBegin(text: string, start: number): boolean {
  const second = text.charCodeAt(start + 1) | 0x20;
  return (second === 0x74 || second === 0x77) && (text.charCodeAt(start + 2) | 0x20) === second;
}

/**
 * A link without scheme, or an e-mail address, whose first dot or `@` stands at `index`: `acme.ai/x`, `ana@acme.org`. Its last label
 * is a top-level domain in small letters, or all of it is in capitals: `end.Next` is a missing blank.
 */
export function bareLinkAt(text: string, index: number): Span | undefined {
  if (!isWordAt(text, index + 1)) return undefined;
  const start = runStart(text, index);
  if (start === index || "@./#".includes(text[start - 1] ?? " ")) return undefined;
  const near = text.slice(start, start + LONGEST_HOST);
  const mail = matchLength(MAIL(), near);
  if (mail > 0) return { start, end: start + mail };
  HOST().lastIndex = 0;
  const host = HOST().exec(near);
  if (host === null || !isTopLevelDomain(host[1].toLowerCase()) || !isOneCase(host[1], host[0]))
    return undefined;
  const hostEnd = start + host[0].length;
  PATH.lastIndex = hostEnd;
  const end = PATH.test(text) ? PATH.lastIndex : hostEnd;
  return { start, end: trimmedEnd(text, start, end) };
}

function matchLength(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  return expression.test(text) ? expression.lastIndex : 0;
}

function isOneCase(label: string, host: string): boolean {
  return label === label.toLowerCase() || host === host.toUpperCase();
}

/** Back over what may stand before a host's first dot or an `@`, and past marks that begin neither. */
function runStart(text: string, index: number): number {
  let start = index;
  while (
    start > 0 &&
    (isJoining(text[start - 1]) || unitClass(text.charCodeAt(start - 1)) === UnitClass.word)
  )
    start--;
  while (start < index && isJoining(text[start])) start++;
  return start;
}

function isJoining(character: string): boolean {
  return character === "-" || character === "_" || character === "+" || character === "%";
}

/** Marks at the end belong to the sentence, a closing bracket too unless it was opened inside, and `'s`. */
function trimmedEnd(text: string, start: number, from: number): number {
  let end = POSSESSIVE.test(text.slice(Math.max(start, from - 2), from)) ? from - 2 : from;
  const surplus = new Map<string, number>();
  for (; end > start; end--) {
    const last = text[end - 1];
    if (TRAILING.includes(last)) continue;
    if (!(last in OPENING)) break;
    const unopened = surplus.get(last) ?? surplusOf(text.slice(start, end), last);
    if (unopened <= 0) break;
    surplus.set(last, unopened - 1);
  }
  return end;
}

/** How many more closing brackets than opening ones of its kind a link holds. */
function surplusOf(link: string, closing: string): number {
  return link.split(closing).length - link.split(OPENING[closing]).length;
}
