/** An example that does not do what the pack says of it, an entry that can't be found, or an example that is missing. */
export interface Failure {
  readonly rule: string;
  readonly entry?: string;
  readonly kind: FailureKind;
  /** The post as the pack has it, or as it was made for an entry; nothing where no post is to blame. */
  readonly example?: string;
  /** What should have come: `“bake” flagged`. */
  readonly expected: string;
  /** What came instead: `nothing`. */
  readonly got: string;
}

/**
 * `bad` and `good`: an example of that side. `fix`: its text after `--fix`. `made`: a post made to show an entry. `unreached`: an entry that
 * no bad example shows. `shadowed`: one that never gets a word. `few`: too few examples.
 */
export type FailureKind = "bad" | "good" | "fix" | "made" | "unreached" | "shadowed" | "few";

/** What came out of the examples of a pack. */
export interface ExampleReport {
  readonly rules: number;
  readonly entries: number;
  /** Examples that stand in the pack. */
  readonly written: number;
  /** Posts that were made for entries. */
  readonly made: number;
  readonly failures: readonly Failure[];
}
