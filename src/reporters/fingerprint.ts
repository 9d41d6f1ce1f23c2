import { ownId } from "../own-id.ts";
import type { Finding, Post, PostResult } from "../types.ts";
import { fullName } from "./counts.ts";

/** So many words on each side of the flagged ones tell a place in a text. */
const NEIGHBOURS = 2;
const WORD = /[\p{L}\p{N}]+/gu;
/** Further away nothing is looked at. */
const REACH = 200;

/**
 * A fingerprint for each finding: 16 hexadecimal digits that stay when lines move, are wrapped anew or get another file name, and when other
 * posts or other words of the same post change. It is made of the rule and the entry; of the post's own id where it has one, else of the
 * neighbouring words; and of which of several equal ones in its file it is.
 */
export function fingerprintsOf(results: readonly PostResult[]): ReadonlyMap<Finding, string> {
  const fingerprints = new Map<Finding, string>();
  const seen = new Map<string, number>();
  for (const { post, findings } of results) {
    for (const finding of findings) {
      const key = JSON.stringify(identityOf(post, finding));
      const inFile = JSON.stringify([post.source, key]);
      const times = seen.get(inFile) ?? 0;
      seen.set(inFile, times + 1);
      fingerprints.set(finding, hash(`${key} ${times}`));
    }
  }
  return fingerprints;
}

/** The same with the file's name in it, for reports in which no two may be equal. */
export function fileFingerprintsOf(results: readonly PostResult[]): ReadonlyMap<Finding, string> {
  const fingerprints = fingerprintsOf(results);
  const named = new Map<Finding, string>();
  for (const { post, findings } of results) {
    for (const finding of findings)
      named.set(finding, hash(JSON.stringify([post.source, fingerprints.get(finding)])));
  }
  return named;
}

function identityOf(post: Post, finding: Finding): readonly string[] {
  const name = fullName(finding);
  const id = ownId(post);
  if (id !== "") return [name, "id", id];
  const { before, after } = neighbours(post.text, finding);
  // An entry stands for all forms of its words.
  return [name, before, finding.entry === undefined ? wordsIn(finding.text).join(" ") : "", after];
}

/** The words next to a span, up to a blank line. */
function neighbours(text: string, { span }: Finding): { readonly before: string; readonly after: string } {
  const left = text.slice(Math.max(0, span.start - REACH), span.start);
  const right = text.slice(span.end, span.end + REACH);
  const before = left.slice(left.lastIndexOf("\n\n") + 1);
  const gap = right.indexOf("\n\n");
  return {
    before: wordsIn(before).slice(-NEIGHBOURS).join(" "),
    after: wordsIn(gap < 0 ? right : right.slice(0, gap))
      .slice(0, NEIGHBOURS)
      .join(" "),
  };
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Two hashes of 32 bits side by side (FNV-1a over UTF-16 units, from two bases). */
function hash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x01000193);
  }
  return [one, other].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
