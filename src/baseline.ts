import { fullName } from "./reporters/counts.ts";
import { fingerprintsOf } from "./reporters/fingerprint.ts";
import { scored } from "./rescore.ts";
import { groupOf } from "./score.ts";
import type { Finding, PostResult } from "./types.ts";

/** A flag that is known and is not told again. */
export interface Known {
  readonly fingerprint: string;
  /** `group/name/slug`, for people who read the file. */
  readonly rule: string;
  readonly source: string;
  /** The flagged words, or where they begin. */
  readonly text: string;
}

/** Results without the flags that are known. */
export interface Spared {
  readonly results: readonly PostResult[];
  /** Entries that were found again. */
  readonly found: ReadonlySet<Known>;
}

/** How files are called in a baseline, and what is known of them. */
export interface Files {
  readonly nameOf: (source: string) => string;
  /** Whether a file that a baseline names is still there. */
  readonly isThere: (name: string) => boolean;
}

/** Groups that speak of scores and comments; they are told as long as they hold. */
const NEVER_KNOWN: ReadonlySet<string> = new Set(["gate", "waiver"]);
/** Longer texts are cut in the file; they only help to recognise a flag. */
const LONGEST_TEXT = 80;

/**
 * Leaves out what is known; score, axes and gates count what is left. An entry is for its own file, and for a file that has come since where its
 * own is gone: it was given another name.
 */
export function spareKnown(
  results: readonly PostResult[],
  baseline: readonly Known[],
  { nameOf, isThere }: Files,
): Spared {
  const known = new Map(baseline.map((entry) => [keyOf(entry), entry]));
  const files = new Set(baseline.map(({ source }) => source));
  const left = new Set([...files].filter((source) => !isThere(source)));
  const orphans = new Map(
    baseline.filter(({ source }) => left.has(source)).map((entry) => [entry.fingerprint, entry]),
  );
  const fingerprints = fingerprintsOf(results);
  const found = new Set<Known>();
  const isNew = (finding: Finding, source: string): boolean => {
    if (!isKnowable(finding)) return true;
    const fingerprint = fingerprints.get(finding) ?? "";
    const entry = files.has(source) ? known.get(keyOf({ source, fingerprint })) : orphans.get(fingerprint);
    if (entry === undefined || found.has(entry)) return true;
    found.add(entry);
    return false;
  };
  const spared = results.map((result) => {
    const source = nameOf(result.post.source);
    const told = result.findings.filter((finding) => isNew(finding, source));
    if (told.length === result.findings.length) return result;
    return { ...result, ...scored({ ...result, groups: Object.keys(result.axes) }, told) };
  });
  return { results: spared, found };
}

/** The entries for all flags of these results. */
export function entriesFor(
  results: readonly PostResult[],
  { nameOf }: Pick<Files, "nameOf">,
): readonly Known[] {
  const fingerprints = fingerprintsOf(results);
  return results.flatMap(({ post, findings }) =>
    findings.filter(isKnowable).map((finding) => ({
      fingerprint: fingerprints.get(finding) ?? "",
      rule: fullName(finding),
      source: nameOf(post.source),
      text: shortened(finding.text),
    })),
  );
}

function isKnowable({ rule }: Finding): boolean {
  return !NEVER_KNOWN.has(groupOf(rule));
}

function keyOf({ source, fingerprint }: Pick<Known, "source" | "fingerprint">): string {
  return `${fingerprint} ${source}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= LONGEST_TEXT ? line : `${[...line].slice(0, LONGEST_TEXT - 2).join("")} …`;
}

/** A baseline as a file: a line of JSON for each entry, sorted by file, rule and fingerprint, so that two people's changes merge. */
export function printBaseline(entries: Iterable<Known>): string {
  const lines = Array.from(entries, ({ source, rule, fingerprint, text }) =>
    JSON.stringify({ source, rule, fingerprint, text }),
  );
  return [...new Set(lines)]
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

/** A line of a file that is no entry of a baseline. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Reads a baseline; the first line that is no entry where there is one. */
export function parseBaseline(text: string): readonly Known[] | BadLine {
  const entries: Known[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/u, "")
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === "") continue;
    const entry = entryOf(line);
    if (entry === undefined) return { line: index + 1, text: line };
    entries.push(entry);
  }
  return entries;
}

function entryOf(line: string): Known | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return undefined;
    const { fingerprint, rule, source, text } = { fingerprint: "", rule: "", source: "", text: "", ...value };
    return [fingerprint, rule, source].every((part) => typeof part === "string" && part !== "")
      ? { fingerprint, rule, source, text: String(text) }
      : undefined;
  } catch {
    return undefined;
  }
}
