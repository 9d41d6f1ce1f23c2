import { lazyExpression } from "./expression.ts";
import { tokenList } from "./token-words.ts";

const BRACES = /\{\{[^{}\n]{1,80}\}\}|\{[A-Za-z_][\w .-]{0,40}\}/y;
const BRACKETS = /\[([^\][\n]{1,60})\](?![([])/y;
const CAPITALS = /^[A-Z][A-Z0-9]*(?:[ _-][A-Z0-9]+)*$/;
const TITLE = /^[A-Z][a-z]+(?: [A-Za-z][a-z]*){0,3}$/;
const FIRST_WORD = lazyExpression(String.raw`^\p{L}*`, "u");

/**
 * The end of the placeholder at `start`, or -1: `{{x}}`, `{name}`, `[Name]`, `[LINK]`, `[insert date]`; not `[1]`, not the words of
 * a Markdown link, not a label such as `[Update]`.
 */
export function placeholderEnd(text: string, start: number): number {
  if (text[start] === "{") {
    BRACES.lastIndex = start;
    return BRACES.test(text) ? BRACES.lastIndex : -1;
  }
  BRACKETS.lastIndex = start;
  const match = BRACKETS.exec(text);
  return match !== null && isBlankToFill(match[1]) ? start + match[0].length : -1;
}

function isBlankToFill(inside: string): boolean {
  const lower = inside.toLowerCase();
  const first = FIRST_WORD().exec(lower)?.[0] ?? "";
  if (tokenList("labels").has(first)) return false;
  if (CAPITALS.test(inside) || tokenList("placeholders").has(first)) return true;
  return TITLE.test(inside) && lower.split(" ").some((word) => tokenList("placeholderWords").has(word));
}
