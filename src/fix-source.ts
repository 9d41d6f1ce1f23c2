import { applyEdits, chooseFixes, type Refusal } from "./fix.ts";
import type { Lint } from "./lint.ts";
import type { Edit, Finding, Pack, Post } from "./types.ts";

/** How a source's posts are read and written. */
export interface Fixable {
  /** The posts in a text of the source. */
  readonly read: (text: string) => Promise<readonly Post[]>;
  /** Checks a post; it has all modules that it needs. */
  readonly lint: Lint;
  readonly pack: Pack;
  /** How words are written where posts stand: in JSON some letters are escaped. */
  readonly write: (words: string) => string;
}

/** An edit that was made. */
export interface Done {
  readonly finding: Finding;
  /** The words instead, empty where they are left out. */
  readonly text: string;
}

/** A source after all edits. */
export interface FixedSource {
  readonly text: string;
  readonly done: readonly Done[];
  /** What could have been mended and was not, with places in the text as it is now. */
  readonly refusals: readonly Refusal[];
}

/** Mending some words may free others; more rounds than this no real post needs. */
const MOST_ROUNDS = 10;

/** Mends what can be mended in all posts of a source, round after round, until nothing changes any more. */
export async function fixSource(text: string, source: Fixable): Promise<FixedSource> {
  let current = text;
  const done: Done[] = [];
  for (let round = 0; ; round++) {
    const { edits, made, refusals } = await fixOnce(current, source);
    if (edits.length === 0 || round === MOST_ROUNDS) return { text: current, done, refusals };
    done.push(...made);
    current = applyEdits(current, edits);
  }
}

interface Round {
  /** In offsets of the source's text. */
  readonly edits: readonly Edit[];
  readonly made: readonly Done[];
  readonly refusals: readonly Refusal[];
}

const INEXACT = "its words are written in another way in the file, so it is left to you";

async function fixOnce(text: string, { read, lint, pack, write }: Fixable): Promise<Round> {
  const made: (Done & { readonly edit: Edit })[] = [];
  const refusals: Refusal[] = [];
  for (const post of await read(text)) {
    const chosen = chooseFixes(lint, lint(post), pack);
    refusals.push(...chosen.refusals);
    for (const { finding, edit } of chosen.fixes) {
      const { offset, endOffset, exact } = post.locate(edit);
      const isSame = text.slice(offset, endOffset) === post.text.slice(edit.start, edit.end);
      if (exact === false || !isSame) refusals.push({ finding, why: INEXACT });
      else
        made.push({
          finding,
          text: edit.text,
          edit: { start: offset, end: endOffset, text: write(edit.text) },
        });
    }
  }
  const kept = apartInFile(made);
  return { edits: kept.map(({ edit }) => edit), made: kept, refusals };
}

/** Two posts may share their words (one text for two platforms): each stretch is edited once. */
function apartInFile<T extends { readonly edit: Edit }>(made: readonly T[]): readonly T[] {
  let end = -1;
  return made
    .toSorted((one, other) => one.edit.start - other.edit.start)
    .filter(({ edit }) => {
      if (edit.start < end) return false;
      end = Math.max(edit.end, edit.start + 1);
      return true;
    });
}
