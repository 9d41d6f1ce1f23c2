/** The YAML parser's complaints in words that say what to write. */

const SPECIAL = '@*&!%>|[{"`';

/** What to say of a complaint at an offset; nothing where the parser's own words are good enough. */
export function wordsOfYaml(text: string, offset: number, code: string): string | undefined {
  const line = lineAround(text, offset);
  const value = /^\s*(?:- |[^:]+: )\s*(.*)$/u.exec(line)?.[1] ?? line.trim();
  if (code === "TAB_AS_INDENT") return "a tab stands at the line's start; indent with blanks";
  if (value !== "" && SPECIAL.includes(value[0]))
    return `a text that starts with ${value[0]} means something else in YAML: quote the whole text`;
  if (/:\s/u.test(value))
    return "a text with a colon and a blank inside means a map in YAML: quote the whole text";
  if (/^\s*#\w/u.test(line) || /^#/u.test(value)) return "quote it; a comment starts with # and a blank";
  return undefined;
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end);
}
