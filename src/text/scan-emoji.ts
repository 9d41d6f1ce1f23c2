import { lazyExpression } from "./expression.ts";
import { isPlainPicture } from "./pictures.ts";

/**
 * One emoji as people see it (`emoji_sequence` of Unicode TS 51): a flag, a keycap, or a picture with skin tone, variation and all
 * that is joined to it. Signs that are text unless styled (© ™ ↔ ▶ …) count with U+FE0F only; ❤ ✔ ☀ and their like always.
 */
const EMOJI = lazyExpression(
  String.raw`\p{RI}\p{RI}|[#*0-9]\ufe0f?\u20e3|(?!\p{RI})(?:\p{Emoji_Presentation}|(?![#*0-9])\p{Emoji}\ufe0f|(?=[\u2600-\u27bf\u{1f000}-\u{1f12f}\u{1f252}-\u{1faff}])\p{Emoji})(?!\ufe0e)(?:\ufe0f|\p{EMod})?[\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?)*`,
  "uy",
);

/** The end of the emoji that begins at `start`, or -1. */
export function emojiEnd(text: string, start: number): number {
  if (!mayBegin(text.charCodeAt(start), text.charCodeAt(start + 1))) return -1;
  if (isAlone(text, start)) return start + 2;
  EMOJI().lastIndex = start;
  return EMOJI().test(text) ? EMOJI().lastIndex : -1;
}

/** Styles, the joiner, and the first halves of skin tones and tags. */
const JOINED: ReadonlySet<number> = new Set([0xfe0e, 0xfe0f, 0x200d, 0xd83c, 0xdb40]);

/** Whether what begins at `start` is for certain one emoji of two units. */
function isAlone(text: string, start: number): boolean {
  return isPlainPicture(text.codePointAt(start) ?? 0) && !JOINED.has(text.charCodeAt(start + 2));
}

/** The units that some emoji begins with; a digit needs its keycap. */
function mayBegin(unit: number, next: number): boolean {
  if (unit < 0x80) return next === 0xfe0f || next === 0x20e3;
  return (unit >= 0xa9 && unit <= 0x3299) || (unit >= 0xd83c && unit <= 0xd83e);
}
