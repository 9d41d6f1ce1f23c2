import type { Entry, Rule } from "./pack.ts";
import type { Count } from "./platform.ts";
import type { Confidence, Level, Place, Post, Problem, Span, Waiver } from "./post.ts";

/** What a scan of the text found that is no prose, or is talked to by its own name. */
export type EntityKind =
  | "link"
  | "mention"
  | "hashtag"
  | "cashtag"
  | "emoji"
  | "number"
  | "placeholder"
  | "code";

/** A stretch of text with a kind; entities never overlap. */
export interface Entity extends Span {
  readonly kind: EntityKind;
}

/** What a check found: no prose, no level. */
export interface Hit {
  readonly rule: Rule;
  readonly span: Span;
  readonly entry?: Entry;
  /** The flagged words as token indices, end exclusive, where an entry's suggestions may be put in their place. */
  readonly tokens?: { readonly start: number; readonly end: number };
  /** Arguments for the message: `count`, `max`, `min`, `of`, `grade`, `first`, `label`, `market`, `date`. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** What to write instead of `tokens`; as it stands, or in the case of what it replaces. */
  readonly replacement?: { readonly text: string; readonly followsCase?: true };
  /** Ready suggestions: the words to write instead, `""` to leave them out. */
  readonly suggestions?: readonly string[];
  /** Where a rule is surer or less sure of this hit than of others. */
  readonly confidence?: Confidence;
  /** Why the hit counts less, where a check knows itself. */
  readonly lowered?: Lowered;
}

export type Lowered = "quoted" | "negated" | "mentioned" | "named";

/** Words to be put in the place of a stretch of the post's text. */
export interface Edit extends Span {
  readonly text: string;
}

/** What a person sees. */
export interface Finding {
  readonly rule: string;
  readonly entry?: string;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly lowered?: Lowered;
  readonly message: string;
  readonly why?: string;
  readonly text: string;
  readonly span: Span;
  readonly place: Place;
  readonly exact?: false;
  readonly suggestions: readonly string[];
  readonly fixable: boolean;
  /** What `--fix` would do; only where it is fixable. */
  readonly edit?: Edit;
  /** Why it is not, though there is something to say instead. */
  readonly unfixable?: string;
  /** Named when the finding holds for some of the post's platforms only. */
  readonly platforms?: readonly string[];
  readonly url?: string;
}

/** A post and what was found in it. */
export interface PostResult {
  readonly post: Post;
  readonly findings: readonly Finding[];
  /** The lowest axis; 100 where nothing was found or nothing ran. Whole numbers. */
  readonly score: number;
  /** How long it is on each of its platforms; missing where none is known. */
  readonly counts?: Readonly<Record<string, Count>>;
  /** A score for each group with a rule that ran. */
  readonly axes: Readonly<Record<string, number>>;
  /** The words of its prose, by which the score is measured. */
  readonly words: number;
  /** The least scores that hold for this post and are not waived. */
  readonly gates?: readonly Gate[];
  /** The ignore comments that it shares with other posts, as far as they can be judged by it. */
  readonly shared?: readonly SharedUse[];
  readonly problems: readonly Problem[];
  /** A rule was left out because the post is in another language than the pack. */
  readonly otherLanguage?: true;
}

/** Whether a post needed a name of an ignore comment that holds for all posts of its file. */
export interface SharedUse {
  readonly waiver: Waiver;
  readonly name: string;
  readonly isUsed: boolean;
}

/** The least score that a pack asks for on an axis. */
export interface Gate {
  readonly axis: string;
  /** 0 to 100; 0 asks for nothing. */
  readonly least: number;
  /** Named when it holds for some of the post's platforms only. */
  readonly platforms?: readonly string[];
}

/** All posts of a run. */
export interface Report {
  readonly posts: readonly PostResult[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

export interface Summary {
  readonly posts: number;
  readonly flagged: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  /** How many were mended, where `--fix` ran. */
  readonly fixed?: number;
  /** How many were left out since the baseline knows them, where there is one. */
  readonly known?: number;
}

/** How a reporter may write. */
export interface Style {
  /** Colours one piece of plain text; the identity function where colour is off. */
  readonly paint: (name: PaintName, text: string) => string;
  /** Width of the terminal in cells, or `Infinity` where there is none. */
  readonly width: number;
  /** Errors only (`--quiet`). */
  readonly quiet: boolean;
  /** A bar for each axis of every post (`--scores`). */
  readonly scores?: boolean;
  /** The sum behind each score (`--explain-score`). */
  readonly explainScore?: boolean;
  /** A line of a file as it stands there, where it can be read again; from 1. */
  readonly lineOf?: (source: string, line: number) => string | undefined;
  /** It goes to a file, where what turns the direction of writing is harmless. */
  readonly toFile?: boolean;
  /** A sheet as it stands, where it can be read again. */
  readonly sheetOf?: (source: string) => Sheet | undefined;
  /** Milliseconds the run took, where shown. */
  readonly elapsed?: number;
}

/** A sheet, with all of its cells. */
export interface Sheet {
  readonly separator: string;
  /** The first row; names like “column 2” where it names nothing. */
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A row of a sheet, and the lines of the file that it stands on, from 1, both included. */
export interface SheetRow {
  readonly line: number;
  readonly endLine: number;
  readonly cells: readonly string[];
}

export type PaintName = "error" | "warning" | "info" | "good" | "dim" | "bold" | "underline";

/** From a report to text. */
export interface Reporter {
  readonly name: string;
  readonly summary: string;
  /** To be awaited before `render`, where it is there. */
  readonly load?: () => Promise<void>;
  readonly render: (report: Report, style: Style) => string;
}
