/** How much a finding matters. */
export type Level = "error" | "warning" | "info";

/** How sure a rule is that an editor would agree; apart from the level. `maybe` shows with `--all` only. */
export type Confidence = "sure" | "likely" | "maybe";

/** Whose account speaks. */
export type Speaker = "brand" | "employee" | "partner";

/** A half-open range of UTF-16 offsets in a post's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where something stands in a file: lines and columns from 1, columns and offsets in UTF-16 units, a BOM has no width. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  /** Present when an escape or a fold inside the words makes the place cover the whole cell instead. */
  readonly exact?: false;
}

/** Which part of a thread a post is, both from 1. */
export interface Thread {
  readonly part: number;
  readonly of: number;
  /** The text of the first part, for the parts behind it. */
  readonly first?: string;
}

/** What one press of the button publishes. */
export interface Post {
  /** The row's or item's own id, else `file#n`, for a single-post file `file`. NDJSON keeps the JSON type. */
  readonly id: string | number;
  /** Decoded, newlines as LF, blank lines and spaces at both ends left out. Spans refer to this. */
  readonly text: string;
  readonly platforms: readonly string[];
  readonly account?: string;
  readonly speaker?: Speaker;
  readonly author?: string;
  readonly kind?: string;
  readonly lang?: string;
  /** ISO date, with or without a time. */
  readonly date?: string;
  /** Further fields as text: `media`, `alt`, `link`, `title`, … An empty text counts as not there. */
  readonly fields: Readonly<Record<string, string>>;
  readonly role: "post" | "comment";
  readonly thread?: Thread;
  /** The file's name as reports show it. */
  readonly source: string;
  /** The line where the text begins, from 1. */
  readonly line: number;
  /** Stretches that are no prose though they stand in the text (Markdown code, link titles, HTML comments, …), in order. */
  readonly hidden: readonly Hidden[];
  /** Ignore comments that hold for this post. */
  readonly waivers: readonly Waiver[];
  /** From a span in `text` to its place in the file. */
  readonly locate: (span: Span) => Place;
}

/** A stretch of a post's text that is no prose. */
export interface Hidden extends Span {
  /** Signs of markup alone (`**`, `](`, `> `), which separate nothing: the words on both sides of it read on. */
  readonly markup?: true;
}

/** One ignore comment, as written. */
export interface Waiver {
  /** The whole comment, or the words in the cell, as in the file. */
  readonly text: string;
  /** Groups, rules or entries as named, in order. */
  readonly names: readonly string[];
  /** ISO date after which it protects no more. */
  readonly until?: string;
  readonly reason?: string;
  /** Where the comment stands in the file. */
  readonly place: Place;
  /** It holds for all posts of its file; `again` where a post before this one has already been told of its faults. */
  readonly shared?: "first" | "again";
}

/** A file, or another text with a name. */
export interface Source {
  readonly name: string;
  /** Decoded, without a BOM; newlines as in the file. */
  readonly text: string;
  /** Tells of something that went wrong with this source. */
  readonly report: (problem: Omit<Problem, "source">) => void;
  /** Facts that hold where a post doesn't say so itself. */
  readonly facts?: Facts;
  /** The header or key that has a role, by the role's name, where the user says so. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Whether a platform is known by this name; all are where this is missing. */
  readonly knowsPlatform?: (platform: string) => boolean;
}

/** What is known about a post besides its text. */
export interface Facts {
  readonly platforms?: readonly string[];
  readonly account?: string;
  readonly speaker?: Speaker;
  readonly author?: string;
  readonly kind?: string;
  readonly lang?: string;
  readonly date?: string;
}

/** Reads a source into posts. */
export interface Input {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Whole names of files, in small letters. */
  readonly names?: readonly string[];
  readonly summary: string;
  readonly read: (source: Source) => Iterable<Post>;
  /** How words are written where the posts stand, nothing where they can't be; as they are, where this is missing. */
  readonly write?: (words: string) => string | undefined;
}

/** Something that kept voicecheck from its work (`error`, exit 2), or that a reader should know (`note`). */
export interface Problem {
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
  readonly level: "error" | "note";
  /** The line of the file that an error with a column points into, for people; no part of data. */
  readonly excerpt?: string;
}
