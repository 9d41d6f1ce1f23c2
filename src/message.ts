/** What a message's placeholders stand for, by name (PACK-FORMAT section 2). */
export type Values = Readonly<Record<string, string | number | undefined>>;

const LONGEST_MATCH = 80;
const PLACEHOLDER = /<([a-z]+)>/gu;

/**
 * Fills a message's placeholders. What it offers to say instead is added at the end, unless the message holds `<use>` itself.
 * A placeholder without a value stays as written, so that a typing error in a pack is seen.
 */
export function fillMessage(template: string, values: Values, suggestions: readonly string[]): string {
  const use = suggestions.filter((text) => text !== "");
  const all: Values = { ...values, use: use.length === 0 ? values.match : use.join(" or ") };
  const filled = template.replace(PLACEHOLDER, (whole, name: string) => {
    const value = all[name];
    if (value === undefined) return whole;
    return name === "match" ? shorten(String(value)) : String(value);
  });
  return template.includes("<use>") ? filled : filled + offer(suggestions);
}

/** “Say “using” or “building on”, or leave it out.” */
function offer(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return "";
  const quoted = suggestions.filter((text) => text !== "").map((text) => `“${text}”`);
  const canGo = suggestions.includes("");
  if (quoted.length === 0) return " Leave it out.";
  return ` Say ${alternatives(quoted)}${canGo ? ", or leave it out" : ""}.`;
}

function alternatives(words: readonly string[]): string {
  if (words.length < 3) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

function shorten(match: string): string {
  const line = match.replace(/\s+/gu, " ");
  if (line.length <= LONGEST_MATCH) return line;
  const cut = line.lastIndexOf(" ", LONGEST_MATCH);
  return `${line.slice(0, cut > 0 ? cut : LONGEST_MATCH)} …`;
}
