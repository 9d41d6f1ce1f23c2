import type { Sample } from "../calendar/sample.ts";
import type { Inspected } from "../lint.ts";
import type { Finding, Pack, Post, PostResult, Span } from "../types.ts";

/** What is kept of a post's result from run to run, as JSON takes it. What the post itself says is left out. */
export interface KeptResult extends Omit<PostResult, "post" | "findings" | "problems" | "shared"> {
  readonly findings: readonly KeptFinding[];
  readonly runGates?: Inspected["runGates"];
  readonly samples: readonly KeptSample[];
}

type KeptFinding = Omit<Finding, "text" | "place" | "exact">;

interface KeptSample {
  readonly rule: string;
  readonly items: readonly Span[];
  readonly units: readonly KeptUnit[];
}

interface KeptUnit {
  readonly span: Span;
  /** Whole numbers of 32 bits, as Base64. */
  readonly shingles: string;
}

/**
 * All of a post that its result may depend on: not where it stands, nor what it is called. Nothing for a post with ignore comments, whose
 * result also depends on the day and on its neighbours.
 */
export function factsToKeep({ id, source, line, locate, waivers, ...facts }: Post): string | undefined {
  return waivers.length > 0 ? undefined : JSON.stringify(facts);
}

/** What to keep of a result; nothing of one that must be made anew in each run. */
export function keptOf({ result, runGates, samples }: Inspected, pack: Pack): KeptResult | undefined {
  const { post, findings, problems, shared, ...rest } = result;
  // Overrides may have changed a rule over many posts, and only the pack's own can be found again by its name.
  const areOwn = samples.every(({ rule }) => pack.rules.some((own) => own === rule));
  if (problems.length > 0 || shared !== undefined || !areOwn) return undefined;
  return {
    ...rest,
    findings: findings.map(({ text, place, exact, ...finding }) => finding),
    runGates,
    samples: samples.map(({ rule, items, units }) => ({
      rule: rule.id,
      items,
      units: units.map(({ span, shingles }) => ({ span, shingles: written(shingles) })),
    })),
  };
}

/** The result of a post like that of which it was kept, with the places where this one stands. */
export function restored(kept: KeptResult, post: Post, pack: Pack): Inspected {
  const { findings, runGates, samples, ...rest } = kept;
  const result = { ...rest, post, problems: [], findings: findings.map((each) => placed(each, post)) };
  return { result, runGates, samples: samples.map((sample) => sampleOf(sample, post, pack)) };
}

function placed(finding: KeptFinding, post: Post): Finding {
  const { start, end } = finding.span;
  const { exact, ...place } = post.locate(finding.span);
  return { ...finding, text: post.text.slice(start, end), place, exact };
}

function sampleOf({ rule: id, items, units }: KeptSample, post: Post, pack: Pack): Sample {
  const rule = pack.rules.find((own) => own.id === id);
  if (rule === undefined) throw new Error(`the pack has no rule ${id}`);
  return {
    rule,
    post,
    items,
    units: units.map(({ span, shingles }) => ({ span, shingles: read(shingles) })),
  };
}

function written({ buffer, byteOffset, byteLength }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function read(text: string): Int32Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, "base64");
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
