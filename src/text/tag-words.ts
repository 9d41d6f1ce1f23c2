import { lazyExpression } from "./expression.ts";

const PLAIN = /^[\w]*$/;
const PLAIN_WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
const WORDS = lazyExpression(
  String.raw`\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lt}[\p{Ll}\p{M}]*|\p{N}+`,
  "gu",
);

/** Words of a tag, told apart by capitals and digits: `AIForGood` is *AI For Good*, `Top10Tips` is *Top 10 Tips*. */
export function tagWords(tag: string): readonly string[] {
  return tag.match(PLAIN.test(tag) ? PLAIN_WORDS : WORDS()) ?? [];
}
