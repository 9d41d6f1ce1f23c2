import type { Root } from "nlcst";
import type { Plugin, Processor } from "unified";
import type { VFile } from "vfile";
import { NotLoaded } from "./lazy.ts";
import { type Lint, type LintOptions, prepare } from "./lint.ts";
import type { PostLike } from "./post.ts";
import { lazyRoot } from "./text/parse.ts";
import type { Facts, Finding, Pack, PostResult } from "./types.ts";

/** What the plugin needs: a pack from `loadPack` or `parsePack`, and what `prepare` takes. */
export interface VoicecheckOptions extends LintOptions {
  readonly pack: Pack;
  /** What is known of the files: platforms, speaker, … */
  readonly facts?: Facts;
}

/**
 * voicecheck in a unified pipeline: checks the whole file as one post, and adds a message for each finding. Where the pipeline has
 * no parser or compiler of its own, it reads plain text and gives it back as it was.
 */
export const voicecheck: Plugin<[VoicecheckOptions], Root> = function plugin({ pack, facts, ...options }) {
  completePipeline(this);
  const lint = prepare(pack, options);
  return async (_tree, file) => {
    const { findings, problems } = await lintWhenReady(lint, {
      ...facts,
      id: file.path ?? "post",
      text: String(file),
    });
    for (const finding of findings) addMessage(file, finding);
    for (const { code, message } of problems) file.message(message, { ruleId: code, source: "voicecheck" });
  };
};

function completePipeline(processor: Processor): void {
  processor.parser ??= (text) => lazyRoot(text);
  processor.compiler ??= (_tree, file) => String(file);
}

async function lintWhenReady(lint: Lint, post: PostLike): Promise<PostResult> {
  for (;;) {
    try {
      return lint(post);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}

const FATAL: Readonly<Record<Finding["level"], boolean | undefined>> = {
  error: true,
  warning: false,
  info: undefined,
};

function addMessage(file: VFile, finding: Finding): void {
  const { place, rule, entry, message, why, url, suggestions, level, text } = finding;
  const ruleId = entry === undefined ? rule : `${rule}/${entry}`;
  const start = { line: place.line, column: place.column, offset: place.offset };
  const end = { line: place.endLine, column: place.endColumn, offset: place.endOffset };
  const added = file.message(message, { place: { start, end }, ruleId, source: "voicecheck" });
  // `fatal: true` is how unified tells an error; `file.fail` would stop the pipeline at the first.
  added.fatal = FATAL[level];
  added.actual = text;
  added.expected = [...suggestions];
  if (why !== undefined) added.note = why;
  if (url !== undefined) added.url = url;
}
