/** Signs whose number in one paragraph makes the Markdown parser quadratic. */
const SIGNS = /[*_~[\]<]+/gu;
/** More than any paragraph has that a person wrote. */
const MOST_SIGNS = 400;
/** Quotations and lists in each other at the start of one line. */
const DEEP_LINE = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){20}/u;
const NEW_BLOCK = /^\s*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t])/u;
const ALL_SIGNS = /[*_~[\]<>+-]/gu;

/**
 * The text with all offsets as they are, but without signs that would keep the Markdown parser busy for minutes: a paragraph
 * full of brackets or stars, a line of nothing but nested quotations. What is taken out counts as prose.
 */
export function tamed(text: string): string {
  if (text.length < MOST_SIGNS && !DEEP_LINE.test(text)) return text;
  const blocks: string[] = [];
  let block: string[] = [];
  const finish = (): void => {
    for (const line of tamedBlock(block)) blocks.push(line);
    block = [];
  };
  for (const line of text.split("\n")) {
    if (NEW_BLOCK.test(line)) finish();
    block.push(DEEP_LINE.test(line) ? line.replace(ALL_SIGNS, "x") : line);
  }
  finish();
  return blocks.join("\n");
}

function tamedBlock(lines: readonly string[]): readonly string[] {
  let signs = 0;
  for (const line of lines) signs += line.match(SIGNS)?.length ?? 0;
  const longest = lines.some((line) => LONG_RUN.test(line));
  return signs <= MOST_SIGNS && !longest
    ? lines
    : lines.map((line) => line.replace(SIGNS, (run) => "x".repeat(run.length)));
}

/** A run of one sign is one match above, but as many openings of links or tags. */
const LONG_RUN = /[[\]<]{100}/u;
