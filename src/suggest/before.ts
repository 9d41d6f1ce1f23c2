import { englishList } from "../english.ts";
import { type Doc, foldedToken } from "../text/doc.ts";
import { TokenFlag, TokenKind } from "../text/tokens.ts";
import { isOpener } from "./letter-case.ts";

/** How many words before a verb are asked for a form of have, be or get. */
const HELPER_REACH = 3;

/** Whether a form of *have, be, get* stands up to three words before the token: *have already leveraged*. */
export function hasHelperBefore(doc: Doc, token: number): boolean {
  let words = 0;
  for (let index = token - 1; isBefore(doc, index, token) && words < HELPER_REACH; index--) {
    if (isHelper(doc, index)) return true;
    if (isWord(doc, index)) words++;
  }
  return false;
}

/** Whether the token begins its sentence, or follows *to*, *let's*, a modal and their like: *Put it there*, *to put*, *will put*. */
export function isInfinitive(doc: Doc, token: number): boolean {
  if (isOpener(doc, token)) return true;
  if (!isBefore(doc, token - 1, token)) return false;
  const word = foldedToken(doc, token - 1);
  if (word === "'s") return token > 1 && foldedToken(doc, token - 2) === "let";
  return englishList("infinitiveCues").has(word) || englishList("modals").has(word);
}

/** Whether the token follows *he, she, it*. */
export function isThirdPerson(doc: Doc, token: number): boolean {
  return isBefore(doc, token - 1, token) && englishList("thirdPersons").has(foldedToken(doc, token - 1));
}

function isBefore({ tokens }: Doc, index: number, token: number): boolean {
  return index >= 0 && tokens.sentence[index] === tokens.sentence[token];
}

function isWord({ tokens }: Doc, index: number): boolean {
  const isPart = (tokens.flags[index] & (TokenFlag.hyphenBefore | TokenFlag.apostropheS)) !== 0;
  return tokens.kind[index] === TokenKind.word && !isPart;
}

function isHelper(doc: Doc, index: number): boolean {
  const { flags } = doc.tokens;
  if ((flags[index] & TokenFlag.apostropheS) !== 0) {
    // *it's* is it is or it has; *Acme's* is neither.
    return index > 0 && englishList("hosts").has(foldedToken(doc, index - 1));
  }
  const word = foldedToken(doc, index);
  if (englishList("have").has(word) || englishList("be").has(word) || englishList("get").has(word))
    return true;
  const apostrophe = word.lastIndexOf("'");
  return apostrophe > 0 && englishList("helperEndings").has(word.slice(apostrophe));
}
