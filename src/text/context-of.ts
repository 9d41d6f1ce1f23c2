/** Words of a text with some of what stands around them; `…` where more is left out. */
export interface WordsInContext {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** UTF-16 units shown on each side, about; a word is never cut in two where it is shorter than this. */
const AROUND = 32;
/** Longer words are cut in the middle. */
const LONGEST = 80;
const ELLIPSIS = "…";

/** A span of a text (UTF-16 offsets) with the words around it on the same line. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): WordsInContext {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline < 0 ? text.length : newline;
  const words = text.slice(start, end);
  return {
    before: ending(text.slice(lineStart, start)),
    words:
      words.length <= LONGEST
        ? words
        : `${beginning(words, LONGEST / 2)} ${ending(words, LONGEST / 2).slice(ELLIPSIS.length)}`,
    after: beginning(text.slice(end, lineEnd)),
  };
}

function ending(text: string, length = AROUND): string {
  if (text.length <= length) return text;
  const cut = text.slice(-length).replace(/^[\udc00-\udfff]/u, "");
  const blank = cut.indexOf(" ");
  return ELLIPSIS + (blank < 0 ? cut : cut.slice(blank + 1));
}

function beginning(text: string, length = AROUND): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/[\ud800-\udbff]$/u, "");
  const blank = cut.lastIndexOf(" ");
  return (blank < 0 ? cut : cut.slice(0, blank)) + ELLIPSIS;
}
