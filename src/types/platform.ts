/** How a platform counts what a post is long (rules/platforms.yaml says what each unit is). */
export type CountUnit = "weighted" | "graphemes" | "mastodon" | "threads" | "utf16";

/** What a platform takes. */
export interface Platform {
  readonly name: string;
  readonly unit: CountUnit;
  readonly limit: number;
  /** The same in UTF-8, where both hold. */
  readonly bytes?: number;
  /** How long a first comment may be; not told where this is missing. */
  readonly comment?: number;
  /** About so much shows before “more”. */
  readonly fold?: number;
  readonly title?: number;
  readonly alt?: number;
  readonly hashtags?: number;
  readonly links?: number;
  readonly mentions?: number;
  /** Whether Markdown is shown as written or as meant. */
  readonly markup?: "raw" | "shown";
  /** Links in a post's text can be clicked, unless this is false. */
  readonly clickable?: boolean;
}

/** How long a post is on a platform, and how long it may be. */
export interface Count {
  readonly count: number;
  readonly limit: number;
  readonly bytes?: number;
  readonly bytesLimit?: number;
  /** The UTF-16 offset in the text from which the platform hides it behind “more”, where it does. */
  readonly fold?: number;
}
