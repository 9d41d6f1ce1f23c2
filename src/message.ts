import type { Suggestions } from "./suggest/said.ts";

/** What a message's placeholders stand for, by name (PACK-FORMAT section 2). */
export type Values = Readonly<Record<string, string | number | undefined>>;

const LONGEST_MATCH = 80;
const UNEVEN_BLANK = /[^\S ]| {2}/u;

/**
 * Fills a message's placeholders. What it offers to say instead is added at the end, unless the message holds `<use>` itself.
 * A placeholder without a value stays as written, so that a typing error in a pack is seen.
 */
export function fillMessage(template: string, values: Values, suggestions: Suggestions): string {
  let filled = "";
  let offers = false;
  for (const { name, text } of partsOf(template)) {
    if (name === "") {
      filled += text;
    } else if (name === "match") {
      filled += values.match === undefined ? text : shorten(String(values.match));
    } else if (name === "use") {
      offers = true;
      filled += useOf(suggestions.texts) ?? values.match ?? text;
    } else {
      filled += values[name] ?? text;
    }
  }
  return offers ? filled : filled + suggestions.said;
}

function useOf(texts: readonly string[]): string | undefined {
  const use = texts.filter((each) => each !== "");
  return use.length === 0 ? undefined : use.join(" or ");
}

const MOST_TEMPLATES = 10_000;
const templates = new Map<string, readonly Part[]>();

/** A piece of a template as written; a placeholder has a name. */
interface Part {
  readonly name: string;
  readonly text: string;
}

/** A template in pieces; cut once, since most findings share a few templates. */
function partsOf(template: string): readonly Part[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const [head, ...others] = template.split("<");
  const parts: Part[] = [{ name: "", text: head }];
  for (const other of others) {
    const name = other.slice(0, Math.max(0, other.indexOf(">")));
    if (isName(name))
      parts.push({ name, text: `<${name}>` }, { name: "", text: other.slice(name.length + 1) });
    else parts.push({ name: "", text: `<${other}` });
  }
  if (templates.size >= MOST_TEMPLATES) templates.clear();
  templates.set(template, parts);
  return parts;
}

function isName(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text[index] < "a" || text[index] > "z") return false;
  return text !== "";
}

function shorten(match: string): string {
  if (match.length <= LONGEST_MATCH && !hasUnevenBlank(match)) return match;
  const line = match.replace(/\s+/gu, " ");
  if (line.length <= LONGEST_MATCH) return line;
  const cut = line.lastIndexOf(" ", LONGEST_MATCH);
  return `${line.slice(0, cut > 0 ? cut : LONGEST_MATCH)} …`;
}

/** Nearly all texts are of plain letters and single blanks, for which no expression needs to be made. */
function hasUnevenBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit > 0x7e) return UNEVEN_BLANK.test(text);
  }
  return text.includes("  ");
}
