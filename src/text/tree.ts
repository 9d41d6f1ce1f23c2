import type { Root } from "nlcst";
import type { Doc } from "./doc.ts";
import { lazyExpression } from "./expression.ts";
import { englishPasses, lazyRoot, type Passes } from "./parse.ts";
import type { Nodes } from "./parse-nodes.ts";
import { plainText } from "./plain.ts";

interface Prose {
  readonly text: string;
  root?: Root;
}

const known = new WeakMap<Doc, Prose>();

/** Far beyond what anybody writes; stock plugins take quadratic time over the nodes of a sentence and the letters of a word. */
const MOST_NODES = 1_000;
const LONG_WORD = 200;
const longWords = lazyExpression(String.raw`[\p{L}\p{M}\p{N}]{${LONG_WORD},}`, "gu");
const BLANK = 0x20;

/** What a parser of English does to words and sentences, and the bound. */
function boundedPasses(): Passes {
  return { words: englishPasses.words, sentences: [...englishPasses.sentences, boundSentences] };
}

/**
 * The text as a parser made for prose should see it: links, handles, tags, code and hidden stretches are blanked unit by
 * unit, so that offsets stay true, by a symbol and not by spaces, which would make neighbours of the words around.
 */
export function proseOf(doc: Doc): string {
  return prose(doc).text;
}

/** The nlcst tree of that text, built when first visited, once for each doc; sentences of over a thousand nodes are cut. */
export function treeOf(doc: Doc): Root {
  const made = prose(doc);
  made.root ??= lazyRoot(made.text, boundedPasses());
  return made.root;
}

function prose(doc: Doc): Prose {
  const ready = known.get(doc);
  if (ready !== undefined) return ready;
  const plain = plainText(doc, false);
  const text = mayHoldLongWord(plain)
    ? plain.replace(longWords(), (word) => "\ufffc".repeat(word.length))
    : plain;
  const made: Prose = { text };
  known.set(doc, made);
  return made;
}

/** Whether a stretch without blanks is that long; to search for the words themselves takes ten times as long. */
function mayHoldLongWord(text: string): boolean {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) <= BLANK) start = index + 1;
    else if (index - start >= LONG_WORD - 1) return true;
  }
  return false;
}

function boundSentences({ count, ends }: Nodes): void {
  let length = 0;
  for (let index = 0; index < count; index++) {
    length++;
    if (length >= MOST_NODES) ends[index] = 1;
    if (ends[index] === 1) length = 0;
  }
}
