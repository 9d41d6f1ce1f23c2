import { applyEdits } from "./text/edits.ts";
import type { Edit, Finding, Hidden, Pack, Post, PostResult, Span } from "./types.ts";

/** A finding with the edit that mends it. */
export interface Fix {
  readonly finding: Finding;
  readonly edit: Edit;
}

/** A finding that is left as it is, though there is something to say instead. */
export interface Refusal {
  readonly finding: Finding;
  readonly why: string;
}

/** What is done about a post's findings. */
export interface Fixes {
  /** In order, apart from each other. */
  readonly fixes: readonly Fix[];
  readonly refusals: readonly Refusal[];
}

type Check = (post: Post) => Pick<PostResult, "findings">;

/** After so many tries to find the edits that bring new flags, all that are left are given up. */
const MOST_TRIES = 8;

/**
 * Chooses the edits that mend a post's findings: one clear suggestion each, none overlapping another or touching a name of the brand,
 * and none that brings a new flag, which checking the edited text again tells. What overlaps is left for another round.
 */
export function chooseFixes(
  lint: Check,
  { post, findings }: PostResult,
  { brand }: Pick<Pack, "brand">,
): Fixes {
  const refusals: Refusal[] = findings.flatMap((finding) =>
    finding.unfixable === undefined ? [] : [{ finding, why: finding.unfixable }],
  );
  const names = spansOfNames(post.text, brand.names);
  let fixes = fixesOf(findings);
  const named = new Set(overlapping(fixes, names));
  for (const { finding } of named) refusals.push({ finding, why: "it touches a name of the brand" });
  fixes = fixes.filter((fix) => !named.has(fix));
  for (let tries = 0; fixes.length > 0; tries++) {
    const brought = newFlags(lint, { post, findings }, fixes);
    if (brought.length === 0) break;
    const [rule] = brought.map((finding) => finding.rule);
    const guilty = new Set(tries < MOST_TRIES ? touching(fixes, brought) : fixes);
    for (const { finding } of guilty) refusals.push({ finding, why: `it would bring a new flag: ${rule}` });
    fixes = fixes.filter((fix) => !guilty.has(fix));
  }
  return { fixes, refusals };
}

/** The edits of fixable findings: the first of those that overlap, the longer of those that begin together. */
export function fixesOf(findings: readonly Finding[]): readonly Fix[] {
  const all = findings
    .flatMap((finding) => (finding.edit === undefined ? [] : [{ finding, edit: finding.edit }]))
    .toSorted((one, other) => one.edit.start - other.edit.start || other.edit.end - one.edit.end);
  let end = -1;
  return all.filter(({ edit }) => {
    if (edit.start < end || (edit.start === end && edit.end === end)) return false;
    end = edit.end;
    return true;
  });
}

function spansOfNames(text: string, names: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  for (const name of names) {
    if (name === "") continue;
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
      spans.push({ start, end: start + name.length });
  }
  return spans.sort((one, other) => one.start - other.start);
}

/** The findings of the edited post that were not there before, in its own offsets. */
function newFlags(
  lint: Check,
  { post, findings }: Pick<PostResult, "post" | "findings">,
  fixes: readonly Fix[],
): readonly Finding[] {
  const mended = new Set(fixes.map(({ finding }) => finding));
  const before = new Map<string, number>();
  for (const finding of findings) {
    if (!mended.has(finding)) before.set(keyOf(finding), (before.get(keyOf(finding)) ?? 0) + 1);
  }
  const edited = lint(
    editedPost(
      post,
      fixes.map(({ edit }) => edit),
    ),
  );
  return edited.findings.filter((finding) => {
    const left = before.get(keyOf(finding)) ?? 0;
    before.set(keyOf(finding), left - 1);
    return left <= 0 && !finding.rule.startsWith("waiver/");
  });
}

function keyOf({ rule, entry, level }: Finding): string {
  return `${rule}/${entry} ${level}`;
}

/** The fixes that overlap one of some spans; both are in order. */
function overlapping(fixes: readonly Fix[], spans: readonly Span[]): readonly Fix[] {
  let next = 0;
  return fixes.filter(({ edit }) => {
    while (next < spans.length && spans[next].end <= edit.start) next++;
    return next < spans.length && spans[next].start < edit.end;
  });
}

/** The fixes whose words are among those that are flagged anew, which are in order; all where none is. */
function touching(fixes: readonly Fix[], brought: readonly Finding[]): readonly Fix[] {
  let shift = 0;
  let next = 0;
  let furthest = -1;
  const guilty = fixes.filter(({ edit }) => {
    const start = edit.start + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.end - edit.start);
    for (; next < brought.length && brought[next].span.start <= end; next++) {
      furthest = Math.max(furthest, brought[next].span.end);
    }
    return furthest >= start;
  });
  return guilty.length === 0 ? fixes : guilty;
}

/** The post with another text; what is hidden in it moves along. */
function editedPost(post: Post, edits: readonly Edit[]): Post {
  return { ...post, text: applyEdits(post.text, edits), hidden: moved(post.hidden, edits) };
}

function moved(hidden: readonly Hidden[], edits: readonly Edit[]): readonly Hidden[] {
  let shift = 0;
  let next = 0;
  return hidden.map((each) => {
    for (; next < edits.length && edits[next].end <= each.start; next++) {
      shift += edits[next].text.length - (edits[next].end - edits[next].start);
    }
    return { ...each, start: each.start + shift, end: each.end + shift };
  });
}
