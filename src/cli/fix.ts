import { UsageError } from "../errors.ts";
import type { Refusal } from "../fix.ts";
import { type Done, type FixedSource, fixSource } from "../fix-source.ts";
import { readAll } from "../inputs/index.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import type { Finding, Problem } from "../types.ts";
import { breather } from "./check.ts";
import { type Decoded, decodeBytes } from "./decode.ts";
import { encode } from "./encode.ts";
import type { Io } from "./io.ts";
import { knownOfFile, type LintFor, type PackLint } from "./lints.ts";
import type { FixMode, Options } from "./options.ts";
import { bytesOf, inputFor, withFacts } from "./read.ts";
import type { Target, Targets } from "./targets.ts";
import { rewriteFile } from "./write-file.ts";

/** What fixing leaves to be checked. */
export interface FixOutcome {
  readonly targets: Targets;
  /** How many findings were mended; missing where nothing was to be written. */
  readonly fixed?: number;
  /** Files that could not be written, and stay as they were. */
  readonly problems: readonly Problem[];
  /** A diff or a fixed text stands there, so the report goes to stderr. */
  readonly tookStdout: boolean;
}

/** Mends what can be mended, and writes, lists or shows it as the options ask. What can't be read is left to the check; what can't be written stops only itself. */
export async function fixTargets(
  targets: Targets,
  lintFor: LintFor,
  options: Options,
  io: Io,
): Promise<FixOutcome> {
  const { fix = { writes: false, lists: false, diffs: false } } = options;
  const list: Target[] = [];
  const problems: Problem[] = [];
  const breathe = breather(io);
  let fixed = 0;
  let tookStdout = fix.diffs;
  for (const target of targets.list) {
    await breathe();
    const known = await knownTarget(target, io);
    list.push(known.target);
    const outcome = await fixedTarget(known, lintFor(target), options);
    if (outcome === undefined) continue;
    await show(target, outcome, fix, io);
    if (!fix.writes) continue;
    if (target.content.kind === "file") {
      try {
        fixed += await write(target, outcome, io);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        const { code, message } = error;
        problems.push({ source: target.name, code, message, level: "error" });
      }
    } else {
      fixed += outcome.source.done.length;
      list[list.length - 1] = { ...target, content: { kind: "text", text: outcome.source.text } };
      if (!fix.diffs) await io.stdout.write(outcome.source.text);
      tookStdout = true;
    }
  }
  return { targets: { ...targets, list }, problems, ...(fix.writes && { fixed }), tookStdout };
}

interface Known {
  readonly target: Target;
  readonly decoded: Decoded;
  /** What the file holds. */
  readonly bytes?: Uint8Array;
}

/** A target with its text; the standard input can be read only once. */
async function knownTarget(target: Target, io: Io): Promise<Known> {
  const { content } = target;
  if (content.kind === "text") return { target, decoded: { text: content.text, hadBom: false } };
  try {
    const bytes = await bytesOf(target, io);
    const kept: Target = content.kind === "stdin" ? { ...target, content: { kind: "bytes", bytes } } : target;
    return { target: kept, decoded: decodeBytes(bytes), bytes };
  } catch {
    // The check meets the same trouble, and says so.
    return { target, decoded: { hadBom: false } };
  }
}

interface Outcome {
  readonly before: string;
  readonly source: FixedSource;
  readonly decoded: Decoded;
  readonly bytes: Uint8Array;
}

async function fixedTarget(
  { target: { name, path }, decoded, bytes = new Uint8Array() }: Known,
  packLint: PackLint,
  options: Options,
): Promise<Outcome | undefined> {
  if (decoded.text === undefined) return undefined;
  const input = inputFor(name);
  const { lint, pack } = packLint;
  await lint.load();
  const known = knownOfFile(packLint, { path }, options);
  const source = await fixSource(decoded.text, {
    lint,
    pack,
    write: input.write ?? ((words) => words),
    read: async (text) => {
      const posts = await readAll(input, { ...known, name, text, report: () => {} });
      return posts.map((post) => withFacts(post, options.facts));
    },
  });
  return { before: decoded.text, source, decoded, bytes };
}

/** Writes a file, unless nothing was mended in it, and tells how many findings were. */
async function write({ name, path }: Target, outcome: Outcome, io: Io): Promise<number> {
  const { before, source, decoded } = outcome;
  if (source.text === before || decoded.encoding === undefined) return 0;
  const bytes = encode(source.text, decoded.encoding, decoded.hadBom);
  if (bytes === undefined) {
    const message = "its encoding was guessed, so it is not written; save it as UTF-8, then fix it";
    await io.stderr.write(harmlessLines([harmless(`${name}: ${message}`)]));
    return 0;
  }
  rewriteFile(path, outcome.bytes, bytes);
  return source.done.length;
}

async function show(
  { name }: Target,
  { before, source: { text, done, refusals } }: Outcome,
  { writes, lists, diffs }: FixMode,
  io: Io,
): Promise<void> {
  if (lists) await io.stdout.write(harmlessLines(done.map((each) => doneLine(name, each))));
  if (lists || writes) await io.stderr.write(harmlessLines(refusals.map((each) => refusalLine(name, each))));
  if (!diffs || text === before) return;
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import("diff");
  const path = name.replace(/^\/+/u, "");
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, text, undefined, undefined, { context: 3 });
  const shown = formatPatch(patch, FILE_HEADERS_ONLY);
  const isTerminal = Number.isFinite(io.stdout.width);
  await io.stdout.write(isTerminal ? harmlessLines(shown.trimEnd().split("\n").map(harmless)) : shown);
}

function doneLine(name: string, { finding, text }: Done): string {
  const instead = text === "" ? "left out" : `“${text}”`;
  return harmless(`${placeOf(name, finding)}: “${finding.text}” → ${instead}  ${nameOf(finding)}`);
}

function refusalLine(name: string, { finding, why }: Refusal): string {
  return harmless(`${placeOf(name, finding)}: “${finding.text}” stays: ${why}  ${nameOf(finding)}`);
}

function placeOf(name: string, { place }: Finding): string {
  return `${name}:${place.line}:${place.column}`;
}

function nameOf({ rule, entry }: Finding): string {
  return entry === undefined ? rule : `${rule}/${entry}`;
}
