import { englishList, englishTable } from "../english.ts";
import type { Form } from "../text/classes.ts";
import type { FormName, Mark } from "../types.ts";
import { doublesLast, isConsonant, syllables } from "./letters.ts";

/** Forms given by hand, by name. */
export type GivenForms = Readonly<Partial<Record<FormName, string>>>;

/**
 * All forms of a word under a mark, by PACK-FORMAT section 3: tables first, then rules. Several spellings of one form stand side by
 * side, the usual one first; the base is the first of all. A hyphenated word changes at its end. `given` replaces forms by name.
 */
export function inflect(word: string, mark: Mark, given: GivenForms = {}): readonly Form[] {
  const forms = formsOf(word.toLowerCase(), mark).map(({ form, text }) => ({
    form,
    text: withCapitalsOf(word, text),
  }));
  const kept = forms.filter(({ form }) => given[form] === undefined);
  const replaced = Object.entries(given).map(([form, text]) => ({ form: nameOf(form), text }));
  return [...kept, ...replaced.flatMap(({ form, text }) => (form === undefined ? [] : [{ form, text }]))];
}

/** A name keeps its own capitals in all its forms: `iPod`, `iPods`. */
function withCapitalsOf(word: string, form: string): string {
  if (word === word.toLowerCase()) return form;
  let shared = 0;
  while (shared < word.length && word[shared].toLowerCase() === form[shared]) shared++;
  return word.slice(0, shared) + form.slice(shared);
}

const NAMES: readonly FormName[] = ["base", "s", "past", "done", "ing", "one", "many", "er", "est"];

function nameOf(form: string): FormName | undefined {
  return NAMES.find((name) => name === form);
}

function formsOf(word: string, mark: Mark): readonly Form[] {
  const hyphen = word.lastIndexOf("-");
  if (hyphen > 0 && !isKnown(word)) {
    const start = word.slice(0, hyphen + 1);
    return formsOf(word.slice(hyphen + 1), mark).map(({ form, text }) => ({ form, text: start + text }));
  }
  if (mark === "v") return verbForms(word);
  return mark === "n" ? nounForms(word) : adjectiveForms(word);
}

function isKnown(noun: string): boolean {
  return englishTable("nouns").has(noun) || englishList("sameNouns").has(noun);
}

function all(form: FormName, texts: readonly string[]): Form[] {
  return texts.map((text) => ({ form, text }));
}

function verbForms(base: string): readonly Form[] {
  const prefix = prefixOf(base);
  if (prefix !== "")
    return verbForms(base.slice(prefix.length)).map(({ form, text }) => ({ form, text: prefix + text }));
  const irregular = englishTable("verbs").get(base);
  const special = englishTable("verbForms").get(base);
  const past = irregular === undefined ? pastForms(base) : irregular[0].split("/");
  const done = irregular === undefined || irregular[1] === "=" ? past : irregular[1].split("/");
  return [
    { form: "base", text: base },
    { form: "s", text: special?.[0] ?? thirdPerson(base) },
    ...all("past", past),
    ...all("done", done),
    ...all("ing", special === undefined ? ingForms(base) : [special[1]]),
  ];
}

/** The `re` of *resell* and *resubmit*: what stands before a verb that the tables know, where they don't know both together. */
function prefixOf(base: string): string {
  const verbs = englishTable("verbs");
  const endStressed = englishList("endStressed");
  if (verbs.has(base) || endStressed.has(base)) return "";
  for (const prefix of englishList("verbPrefixes")) {
    const root = base.startsWith(prefix) ? base.slice(prefix.length) : "";
    if (verbs.has(root) || endStressed.has(root)) return prefix;
  }
  return "";
}

function thirdPerson(base: string): string {
  return isConsonant(base, base.length - 2) && base.endsWith("o") ? `${base}es` : withS(base);
}

/** C+y → ies; s x z ch sh → es, one-syllable V+z doubled; else s. */
function withS(base: string): string {
  const beforeLast = base.length - 2;
  if (base.endsWith("y") && isConsonant(base, beforeLast)) return `${base.slice(0, -1)}ies`;
  if (base.endsWith("z") && !isConsonant(base, beforeLast) && syllables(base) === 1) return `${base}zes`;
  return /(?:[sxz]|[cs]h)$/u.test(base) ? `${base}es` : `${base}s`;
}

function pastForms(base: string): readonly string[] {
  if (base.endsWith("e")) return [`${base}d`];
  if (base.endsWith("y") && isConsonant(base, base.length - 2)) return [`${base.slice(0, -1)}ied`];
  return stems(base).map((stem) => `${stem}ed`);
}

function ingForms(base: string): readonly string[] {
  if (base.endsWith("ie")) return [`${base.slice(0, -2)}ying`];
  if (base.endsWith("e") && !/(?:ee|oe|ye)$/u.test(base) && base.length > 2)
    return [`${base.slice(0, -1)}ing`];
  return stems(base).map((stem) => `${stem}ing`);
}

/** V+l with the stress elsewhere; *fuel* and *dial* have two syllables as well, *reveal* and *detail* have a long vowel. */
const SHORT_L = /(?:[^aeiou][aeiou]|ia|u[ae])l$/u;

/** What `ed` and `ing` are put to: V+c → ck, doubled or not, V+l in both ways. */
function stems(base: string): readonly string[] {
  const last = base[base.length - 1];
  if (last === "c" && !isConsonant(base, base.length - 2)) return [`${base}k`];
  if (doublesLast(base, englishList("endStressed"))) return [base + last];
  return SHORT_L.test(base) ? [base, base + last] : [base];
}

function nounForms(base: string): readonly Form[] {
  const one: Form = { form: "one", text: base };
  if (englishList("sameNouns").has(base)) return [one, { form: "many", text: base }];
  const irregular = irregularMany(base);
  if (irregular !== undefined) return [one, ...all("many", irregular.split("/"))];
  if (base.endsWith("sis")) return [one, { form: "many", text: `${base.slice(0, -2)}es` }];
  return [one, { form: "many", text: withS(base) }];
}

/** *salesperson* goes like *person*, *policewoman* like *woman*. */
function irregularMany(base: string): string | undefined {
  const nouns = englishTable("nouns");
  const own = nouns.get(base)?.[0];
  if (own !== undefined) return own;
  const ending = [...englishList("nounEndings")].find(
    (each) => base.length > each.length + 1 && base.endsWith(each),
  );
  return ending === undefined ? undefined : base.slice(0, -ending.length) + nouns.get(ending)?.[0];
}

function adjectiveForms(base: string): readonly Form[] {
  const irregular = englishTable("adjectives").get(base);
  const [er, est] =
    irregular === undefined ? degrees(base) : irregular.map((texts) => texts.replace("-", " ").split("/"));
  return [{ form: "base", text: base }, ...all("er", er ?? []), ...all("est", est ?? [])];
}

/** One syllable, C+y, or C+le in two syllables have degrees; others take *more* and *most*. */
function degrees(base: string): readonly (readonly string[])[] {
  const beforeLast = base.length - 2;
  const count = syllables(base);
  const isShort = count === 1 || (base.endsWith("le") && count === 2 && isConsonant(base, base.length - 3));
  const isY = base.endsWith("y") && isConsonant(base, beforeLast);
  if (!(isShort || isY) || englishList("noDegrees").has(base)) return [];
  if (isY) return [[`${base.slice(0, -1)}ier`], [`${base.slice(0, -1)}iest`]];
  if (base.endsWith("e")) return [[`${base}r`], [`${base}st`]];
  const both = count === 1 ? stems(base) : [base];
  return [both.map((stem) => `${stem}er`), both.map((stem) => `${stem}est`)];
}
