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
  /** The flagged words. */
  readonly text: string;
}

/** Results without the flags that are known. */
export interface Spared {
  readonly results: readonly PostResult[];
  /** Entries that were found again. */
  readonly found: readonly Known[];
  /** Entries of these posts' files that were not found any more. */
  readonly gone: readonly Known[];
}

/** Groups that speak of scores and comments; they are told as long as they hold. */
const NEVER_KNOWN: ReadonlySet<string> = new Set(["gate", "waiver"]);

/** Leaves out what is known; score, axes and gates count what is left. */
export function spareKnown(results: readonly PostResult[], baseline: readonly Known[]): Spared {
  const known = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  const fingerprints = fingerprintsOf(results);
  const found = new Set<Known>();
  const isNew = (finding: Finding): boolean => {
    const entry = isKnowable(finding) ? known.get(fingerprints.get(finding) ?? "") : undefined;
    if (entry !== undefined) found.add(entry);
    return entry === undefined;
  };
  const spared = results.map((result) => {
    const left = result.findings.filter(isNew);
    if (left.length === result.findings.length) return result;
    return { ...result, ...scored({ ...result, groups: Object.keys(result.axes) }, left) };
  });
  const sources = new Set(results.map(({ post }) => post.source));
  const gone = baseline.filter((entry) => sources.has(entry.source) && !found.has(entry));
  return { results: spared, found: [...found], gone };
}

/** The entries for all flags of these results, and those of files that are not among them. */
export function renewed(results: readonly PostResult[], baseline: readonly Known[]): readonly Known[] {
  const fingerprints = fingerprintsOf(results);
  const sources = new Set(results.map(({ post }) => post.source));
  const entries = results.flatMap(({ post, findings }) =>
    findings.filter(isKnowable).map((finding) => ({
      fingerprint: fingerprints.get(finding) ?? "",
      rule: fullName(finding),
      source: post.source,
      text: finding.text,
    })),
  );
  return [...baseline.filter(({ source }) => !sources.has(source)), ...entries];
}

function isKnowable({ rule }: Finding): boolean {
  return !NEVER_KNOWN.has(groupOf(rule));
}

/** A baseline as a file: a line of JSON for each entry, sorted by file, rule and fingerprint, so that two people's changes merge. */
export function printBaseline(entries: readonly Known[]): string {
  return entries
    .map(({ source, rule, fingerprint, text }) => JSON.stringify({ source, rule, fingerprint, text }))
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

/** Reads a baseline; the number of the first line that is none. */
export function parseBaseline(text: string): readonly Known[] | number {
  const entries: Known[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === "") continue;
    const entry = entryOf(line);
    if (entry === undefined) return index + 1;
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
