import { ownId } from "../own-id.ts";
import type { Finding, Post, PostResult } from "../types.ts";
import { fullName } from "./counts.ts";

/**
 * A fingerprint for each finding: 16 hexadecimal digits that stay when lines move and when other posts, or other lines of the same
 * post, change. It is made of the file's name, the rule, the entry, the post's own id where it has one, the line that holds the flagged
 * words, these words, and which of several equal ones it is.
 */
export function fingerprintsOf(results: readonly PostResult[]): ReadonlyMap<Finding, string> {
  const fingerprints = new Map<Finding, string>();
  const seen = new Map<string, number>();
  for (const { post, findings } of results) {
    for (const finding of findings) {
      const key = JSON.stringify([
        post.source,
        fullName(finding),
        ownId(post),
        lineOf(post, finding),
        finding.text,
      ]);
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      fingerprints.set(finding, hash(`${key} ${times}`));
    }
  }
  return fingerprints;
}

/** The line of the post that the flagged words begin on, its blanks evened out. */
function lineOf({ text }: Post, { span }: Finding): string {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.start);
  return text
    .slice(start, end < 0 ? text.length : end)
    .replace(/\s+/gu, " ")
    .trim();
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
