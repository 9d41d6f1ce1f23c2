import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Lint } from "../lint.ts";
import { postFrom } from "../post.ts";
import type { Pack } from "../types.ts";
import { cacheFolder, writeCacheFile } from "./cache-file.ts";
import type { Io } from "./io.ts";
import { factsToKeep, type KeptResult, keptOf, restored } from "./kept-result.ts";
import type { LintFor, PackLint } from "./lints.ts";
import type { Options } from "./options.ts";
import { toolId } from "./pack-cache.ts";

/** Results of earlier runs. */
export interface ResultsCache {
  /** The same packs; they look at a post only when no earlier run has. */
  readonly lintFor: LintFor;
  /** Keeps what was new in this run. */
  readonly end: () => void;
}

/** So many results are kept for a pack, those of the last runs. */
const MOST_KEPT = 50_000;
/** A longer result is not worth its place, in UTF-16 units. */
const LONGEST = 100_000;
const KEY_LENGTH = 40;

/**
 * `--cache`: keeps the result of each post under all that it depends on: the post, the pack, the options and the tool (which build of which
 * version; where that is not known nothing is kept). What is missing, damaged, foreign or can't be written is no error: posts are checked as
 * without it.
 */
export function openResults(
  lintFor: LintFor,
  options: Options,
  io: Io,
  tool: string | undefined = toolId(),
): ResultsCache {
  const files: ResultsFile[] = [];
  const cached = new Map<PackLint, PackLint>();
  const cachedFor = (packLint: PackLint): PackLint => {
    const file = openFile(packLint, options, io, tool);
    if (file === undefined) return packLint;
    files.push(file);
    return { ...packLint, lint: withCache(packLint.lint, file) };
  };
  return {
    lintFor: (target) => {
      const packLint = lintFor(target);
      const known = cached.get(packLint) ?? cachedFor(packLint);
      cached.set(packLint, known);
      return known;
    },
    end: () => {
      for (const file of files) file.end();
    },
  };
}

function withCache(lint: Lint, file: ResultsFile): Lint {
  const { pack } = lint;
  const inspect: Lint["inspect"] = (like) => {
    const post = postFrom(like);
    const facts = factsToKeep(post);
    if (facts === undefined) return lint.inspect(post);
    const key = hash("sha1", facts);
    const known = file.read(key);
    if (known !== undefined) return restored(known, post, pack);
    const inspected = lint.inspect(post);
    const kept = keptOf(inspected, pack);
    if (kept !== undefined) file.keep(key, kept);
    return inspected;
  };
  return Object.assign((post: Parameters<Lint>[0]) => lint(post), { inspect, pack, load: lint.load });
}

/** The results of one pack: a line that says of what they are, then one for each post: its key and its result. */
interface ResultsFile {
  readonly read: (key: string) => KeptResult | undefined;
  readonly keep: (key: string, kept: KeptResult) => void;
  readonly end: () => void;
}

function openFile(
  { pack, folder }: PackLint,
  options: Options,
  io: Io,
  tool: string | undefined,
): ResultsFile | undefined {
  const cache = cacheFolder(join(folder, pack.name), io.env);
  if (cache === undefined || tool === undefined) return undefined;
  const { only, skip, all } = options;
  const name = hash("sha1", JSON.stringify([folder, pack.name, only, skip, all])).slice(0, 8);
  const path = join(cache, `results-${name}.txt`);
  const title = titleOf(pack, [name, tool, process.version, dayFor(pack, io)]);
  const lines = linesIn(path, title);
  const used = new Map<string, string>();
  let isNew = false;
  return {
    read: (key) => {
      const line = lines.get(key);
      if (line === undefined) return undefined;
      used.set(key, line);
      return JSON.parse(line);
    },
    keep: (key, kept) => {
      const line = JSON.stringify(kept);
      if (line.length > LONGEST) return;
      isNew = true;
      used.set(key, line);
    },
    end: () => {
      if (!isNew) return;
      for (const key of used.keys()) lines.delete(key);
      const last = [...lines, ...used].slice(-MOST_KEPT);
      const body = last.map(([key, line]) => `${key}${line}\n`).join("");
      writeCacheFile(path, `${title} ${crc32(body)}\n${body}`);
    },
  };
}

/** What all results of a file depend on. */
function titleOf(pack: Pack, rest: readonly (string | undefined)[]): string {
  return `voicecheck results ${hash("sha1", JSON.stringify([rest, pack]))}`;
}

/** The day counts only where an allowance of the pack ends on one. */
function dayFor({ allow }: Pack, { today }: Io): string | undefined {
  return allow.some(({ until }) => until !== undefined) ? today() : undefined;
}

/** The results in a file by their keys; none where it is missing, damaged or about something else. */
function linesIn(path: string, title: string): Map<string, string> {
  const lines = new Map<string, string>();
  const text = textOf(path);
  const start = text.indexOf("\n") + 1;
  const body = text.slice(start);
  if (text.slice(0, start) !== `${title} ${crc32(body)}\n`) return lines;
  for (const line of body.split("\n"))
    if (line !== "") lines.set(line.slice(0, KEY_LENGTH), line.slice(KEY_LENGTH));
  return lines;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
