import type { FormName, Mark } from "../types.ts";

/** One spelling of one form of a word; several may share a name, and a text may hold a hyphen or a blank. */
export interface Form {
  readonly form: FormName;
  readonly text: string;
}

/** All forms of a word under a mark, its base first; `given` replaces forms by name. */
export type Inflect = (
  word: string,
  mark: Mark,
  given?: Readonly<Partial<Record<FormName, string>>>,
) => readonly Form[];

/** The small closed classes of words that patterns and marks ask for; in lower case, with straight apostrophes. */
export interface WordClasses {
  /** *a, the, my, their, every*: after these a verb's base and s-form are nouns. Not *that, which, who*. */
  readonly determiners: readonly string[];
  /** *of, in, with*, but not *to*: after these, too, a verb's base and s-form are nouns. */
  readonly prepositions: readonly string[];
  /** *a, the, my, our*: before these the first word of a sentence is no noun. */
  readonly articles: readonly string[];
  /** *can, will, would, can't, won't* and their like. */
  readonly modals: readonly string[];
  /** *I you we they who*: before these forms a noun's base is a verb. */
  readonly subjects: readonly string[];
  /** *he she it who*: after these a noun's plural is a verb. */
  readonly thirdPersons: readonly string[];
  /** Forms of *be*, contracted ones too: *am, isn't, I'm, they're, been*. Not `'s`. */
  readonly be: readonly string[];
  /** Pronouns, *let, there, here* and question words: `'s` after them is no possessive but *is, has, us*. */
  readonly hosts: readonly string[];
  /** *so, very, really, not*: what may stand between a form of *be* and its adjective. */
  readonly degrees: readonly string[];
  /** Words of grammar: determiners, pronouns, prepositions, conjunctions, auxiliaries. */
  readonly functionWords: readonly string[];
  /** *one, two, twenty, hundred, dozen*. */
  readonly numberWords: readonly string[];
  /** Words in *-ing* that can be no verb: *thing, morning, king, during*. */
  readonly notVerbs: readonly string[];
}

/** What a class edge of the automaton asks of a token; globs follow from `firstGlob` on. */
export const TokenClass = {
  word: 1,
  any: 2,
  punct: 3,
  link: 4,
  mention: 5,
  hashtag: 6,
  cashtag: 7,
  emoji: 8,
  placeholder: 9,
  number: 10,
  cap: 11,
  caps: 12,
  verbIng: 13,
  /** The next part of a hyphenated word. */
  hyphenated: 14,
  /** `'s` right behind a word. */
  possessive: 15,
  /** The *five* of *twenty-five*. */
  numberTail: 16,
  firstGlob: 32,
} as const;

/** Bits of a place between two tokens that a pattern may ask for. */
export const Place = {
  start: 1,
  end: 2,
  lineStart: 4,
  lineEnd: 8,
  postStart: 16,
  postEnd: 32,
  /** The token behind is no further part of a hyphenated word. */
  wordEnd: 64,
} as const;

/** Bits of the word classes that a word belongs to. */
export const WordBit = {
  determiner: 1,
  modal: 2,
  subject: 4,
  thirdPerson: 8,
  be: 16,
  host: 32,
  degree: 64,
  function: 128,
  number: 256,
  notVerb: 512,
  preposition: 1024,
  article: 2048,
  /** A glob that patterns begin with is like it; no list says so. */
  globbed: 4096,
} as const;
