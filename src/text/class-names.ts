import { Place, TokenClass, WordBit, type WordClasses } from "./classes.ts";

/** The token classes by their name in patterns. */
export const tokenClasses: ReadonlyMap<string, number> = new Map([
  ["word", TokenClass.word],
  ["any", TokenClass.any],
  ["punct", TokenClass.punct],
  ["link", TokenClass.link],
  ["mention", TokenClass.mention],
  ["hashtag", TokenClass.hashtag],
  ["cashtag", TokenClass.cashtag],
  ["emoji", TokenClass.emoji],
  ["placeholder", TokenClass.placeholder],
  ["number", TokenClass.number],
  ["cap", TokenClass.cap],
  ["caps", TokenClass.caps],
  ["verb-ing", TokenClass.verbIng],
]);

/** The places by their name in patterns. */
export const places: ReadonlyMap<string, number> = new Map([
  ["start", Place.start],
  ["end", Place.end],
  ["line-start", Place.lineStart],
  ["line-end", Place.lineEnd],
  ["post-start", Place.postStart],
  ["post-end", Place.postEnd],
]);

/** The classes that stand for a part of `brand`. */
export const brandClasses: readonly string[] = ["brand", "product", "handle"];

/** Whether `name` is a class that needs no list; no list may take its name. */
export function isBuiltInClass(name: string): boolean {
  return tokenClasses.has(name) || places.has(name) || brandClasses.includes(name);
}

/** The words of each bit. */
export function wordsByBit(words: WordClasses): readonly (readonly [number, readonly string[]])[] {
  return [
    [WordBit.determiner, words.determiners],
    [WordBit.modal, ["to", ...words.modals]],
    [WordBit.subject, words.subjects],
    [WordBit.thirdPerson, words.thirdPersons],
    [WordBit.be, words.be],
    [WordBit.host, words.hosts],
    [WordBit.degree, words.degrees],
    [WordBit.function, words.functionWords],
    [WordBit.number, words.numberWords],
    [WordBit.notVerb, words.notVerbs],
    [WordBit.preposition, words.prepositions],
    [WordBit.article, words.articles],
  ];
}
