import type { Paragraph, Root } from "nlcst";
import type { VFileMessage } from "vfile-message";
import { type Lazy, lazy } from "../lazy.ts";
import type { Span } from "../types.ts";
import type { PluginOptions, StockPlugin, Transform } from "./plugins.ts";

/** What a stock plugin says about a stretch of text. */
interface StockMessage {
  readonly span: Span;
  /** In our own tone. */
  readonly reason: string;
  /** What to write instead, best first; `""` to leave the words out. */
  readonly suggestions: readonly string[];
}

/** A stock plugin, ready: from a tree and its text to messages, in the plugin's order. */
export type StockRun = (tree: Root, text: string) => readonly StockMessage[];

/** Longer words are cut in a reason: a quoted word of a megabyte helps nobody. */
const LONGEST_MATCH = 80;
/** Nobody reads on: some plugins offer a dozen words, best first. */
const MOST_SUGGESTIONS = 4;

const vfile = lazy(() => import("vfile"));

/** The modules that a plugin needs when its screen says yes. */
export function modulesOf(plugin: StockPlugin): readonly Lazy<unknown>[] {
  return [plugin.module, vfile];
}

/** Wraps a stock plugin. Running it throws `NotLoaded` until its modules are there. */
export function adapt(plugin: StockPlugin, options: PluginOptions): StockRun {
  let transform: Transform | undefined;
  return (tree, text) => {
    transform ??= plugin.module.get().default(options);
    const given = plugin.takesOneParagraph ? oneParagraph(tree) : tree;
    return messagesOf(transform, given, text).flatMap((message) => stockMessage(message, plugin, text));
  };
}

/** The same sentences in one paragraph. */
function oneParagraph(tree: Root): Root {
  const children: Paragraph["children"] = [];
  for (const child of tree.children) {
    if (child.type === "ParagraphNode") for (const each of child.children) children.push(each);
    else if (child.type === "WhiteSpaceNode") children.push(child);
  }
  return { type: "RootNode", children: [{ type: "ParagraphNode", children }] };
}

/** What a transformer says of a tree. Capturing the call stack is what messages cost most, and nobody looks at it. */
export function messagesOf(transform: Transform, tree: Root, text: string): readonly VFileMessage[] {
  const file = new (vfile.get().VFile)(text);
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    transform(tree, file);
  } finally {
    Error.stackTraceLimit = limit;
  }
  return file.messages;
}

function stockMessage(message: VFileMessage, plugin: StockPlugin, text: string): readonly StockMessage[] {
  const { place, reason, expected } = message;
  const span = spanOf(place);
  if (span === undefined) return [];
  const omitted = plugin.omits?.test(reason) ? [""] : [];
  const suggestions = [...(expected ?? []).slice(0, MOST_SUGGESTIONS), ...omitted];
  return [{ span, reason: reasonOf(plugin, reason, text.slice(span.start, span.end)), suggestions }];
}

function reasonOf({ message, condition }: StockPlugin, reason: string, match: string): string {
  const when = condition?.exec(reason)?.[1] ?? "";
  const short = match.length > LONGEST_MATCH ? `${match.slice(0, LONGEST_MATCH)} …` : match;
  return message.replace("<match>", () => short).replace("<when>", () => when);
}

/** UTF-16 offsets of the place that a message names, if it names one. */
export function spanOf(place: VFileMessage["place"]): Span | undefined {
  if (place === undefined || !("start" in place)) return undefined;
  const start = place.start.offset;
  const end = place.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}
