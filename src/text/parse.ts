import type { Root, RootContent } from "nlcst";
import type { Processor } from "unified";
import type { Position } from "unist";
import { buildRoot } from "./parse-build.ts";
import { leavesOf } from "./parse-leaves.ts";
import { nodesOf, type Pass } from "./parse-nodes.ts";
import { endSentences, sentencePasses } from "./parse-sentences.ts";
import { wordPasses } from "./parse-words.ts";

/** The steps between leaves and a tree: first words, then (after the text is cut at full stops) sentences. */
export interface Passes {
  readonly words: readonly Pass[];
  readonly sentences: readonly Pass[];
}

/** The passes that give the tree of retext-english. */
export const englishPasses: Passes = { words: wordPasses, sentences: sentencePasses };

/**
 * Parses English into the nlcst tree that parse-english gives, node for node and point for point, in time linear in the
 * text: every pass goes once over flat index ranges.
 */
export function parseEnglish(text: string, passes: Passes = englishPasses): Root {
  const nodes = nodesOf(leavesOf(text));
  for (const pass of passes.words) pass(nodes);
  endSentences(nodes);
  for (const pass of passes.sentences) pass(nodes);
  return buildRoot(nodes);
}

/** The same tree, built when its children or its position are first asked for. A plain object, as unified wants it. */
export function lazyRoot(text: string, passes: Passes = englishPasses): Root {
  let built: Root | undefined;
  const root = (): Root => {
    built ??= parseEnglish(text, passes);
    return built;
  };
  return {
    type: "RootNode",
    get children(): RootContent[] {
      return root().children;
    },
    set children(children: RootContent[]) {
      root().children = children;
    },
    get position(): Position | undefined {
      return root().position;
    },
    set position(position: Position | undefined) {
      root().position = position;
    },
  };
}

/** A unified plugin: parses English as retext-english does, without its cost on long or hostile texts. */
export function linearEnglish(this: Processor): void {
  this.parser = (document) => lazyRoot(document);
}
