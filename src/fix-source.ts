import { chooseFixes, type Refusal } from "./fix.ts";
import type { Lint } from "./lint.ts";
import { applyEdits } from "./text/edits.ts";
import type { Edit, Finding, Pack, Post } from "./types.ts";

/** How a source's posts are read and written. */
export interface Fixable {
  /** The posts in a text of the source. */
  readonly read: (text: string) => Promise<readonly Post[]>;
  /** Checks a post; it has all modules that it needs. */
  readonly lint: Lint;
  readonly pack: Pack;
  /** How words are written where posts stand: in JSON some letters are escaped. Nothing where they can't be written. */
  readonly write: (words: string) => string | undefined;
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
/** Each try reads the whole file; one in which so many go wrong is left to its owner. */
const MOST_TRIES = 100;

/** Mends what can be mended in all posts of a source, round after round, until nothing changes any more. */
export async function fixSource(text: string, source: Fixable): Promise<FixedSource> {
  let current = text;
  const done: Done[] = [];
  for (let round = 0; ; round++) {
    const { made, refusals } = await safely(current, await fixOnce(current, source), source);
    if (made.length === 0 || round === MOST_ROUNDS) return { text: current, done, refusals };
    const apart = apartInFile(made);
    for (const each of apart) done.push(each);
    current = applyEdits(
      current,
      apart.map(({ edit }) => edit),
    );
  }
}

/** An edit of a source, and the same in its post. */
interface Made extends Done {
  readonly edit: Edit;
  readonly inPost: { readonly index: number; readonly edit: Edit };
}

interface Round {
  readonly posts: readonly Post[];
  /** In offsets of the source's text; posts that share their words share their edits. */
  readonly made: readonly Made[];
  readonly refusals: readonly Refusal[];
}

const INEXACT = "its words are written in another way in the file, so it is left to you";
const UNSAFE = "the file would no longer say the same beside it, so it is left to you";

async function fixOnce(text: string, { read, lint, pack, write }: Fixable): Promise<Round> {
  const made: Made[] = [];
  const refusals: Refusal[] = [];
  const posts = await read(text);
  for (const [index, post] of posts.entries()) {
    const chosen = chooseFixes(lint, lint(post), pack);
    for (const refusal of chosen.refusals) refusals.push(refusal);
    for (const { finding, edit } of chosen.fixes) {
      const { offset, endOffset, exact } = post.locate(edit);
      const isSame = text.slice(offset, endOffset) === post.text.slice(edit.start, edit.end);
      const written = exact === false || !isSame ? undefined : write(edit.text);
      if (written === undefined) refusals.push({ finding, why: INEXACT });
      else
        made.push({
          finding,
          text: edit.text,
          edit: { start: offset, end: endOffset, text: written },
          inPost: { index, edit },
        });
    }
  }
  return { posts, made, refusals };
}

/**
 * Leaves out edits after which the file would not hold the posts that it should: in YAML the words that are left may begin like a
 * comment. Where some together go wrong, each half of them is tried.
 */
async function safely(text: string, { posts, made, refusals }: Round, source: Fixable): Promise<Round> {
  let kept: readonly Made[] = [];
  const left: Refusal[] = [];
  let tries = 0;
  const open = made.length === 0 ? [] : [made];
  for (let list = open.pop(); list !== undefined; list = open.pop()) {
    const together = [...kept, ...list];
    if (await isSafe(text, posts, together, source)) kept = together;
    else if (list.length === 1 || ++tries > MOST_TRIES)
      for (const { finding } of list) left.push({ finding, why: UNSAFE });
    else open.push(list.slice(list.length >>> 1), list.slice(0, list.length >>> 1));
  }
  return { posts, made: kept, refusals: [...refusals, ...left] };
}

async function isSafe(
  text: string,
  before: readonly Post[],
  made: readonly Made[],
  { read }: Fixable,
): Promise<boolean> {
  const after = await read(
    applyEdits(
      text,
      apartInFile(made).map(({ edit }) => edit),
    ),
  );
  if (after.length !== before.length) return false;
  const edits = before.map((): Edit[] => []);
  for (const { inPost } of made) edits[inPost.index].push(inPost.edit);
  return after.every((post, index) => post.text === applyEdits(before[index].text, edits[index]).trim());
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
