import type { Root } from "nlcst";
import type { VFile } from "vfile";
import { type Lazy, lazy } from "../lazy.ts";
import type { Doc } from "../text/doc.ts";
import { profanities } from "./profanities-plugin.ts";
import { anyWordOf, hasLetters, hasTwins, hasWords } from "./screens.ts";

/** Everything that some bundled plugin can be told. */
export interface PluginOptions {
  readonly ignore?: readonly string[];
  readonly binary?: boolean;
  readonly age?: number;
  readonly minWords?: number;
  readonly threshold?: number;
  readonly sureness?: 0 | 1 | 2;
}

type OptionName = keyof PluginOptions;

/** What a plugin gives unified: it reads the tree, and its messages stand in the file. */
export type Transform = (tree: Root, file: VFile) => undefined;

/** A stock retext plugin, and when it is worth running. */
export interface StockPlugin {
  readonly module: Lazy<{ readonly default: (options?: PluginOptions) => Transform }>;
  /** May only err towards yes: where it says no, the plugin has nothing to say. */
  readonly screen: (doc: Doc, options: PluginOptions) => boolean;
  readonly options: readonly OptionName[];
  /** The plugin's reason in our tone; `<match>` stands for the words, `<when>` for the condition that the plugin names. */
  readonly message: string;
  /** The plugin prepares its whole list for each paragraph, and none of its findings depend on them: it is given one. */
  readonly takesOneParagraph?: true;
  /** Finds the condition in the plugin's reason, as its first group. */
  readonly condition?: RegExp;
  /** Matches a message that offers to leave the words out, which the plugin doesn't put among its suggestions. */
  readonly omits?: RegExp;
}

/** The names of the bundled plugins. */
export const pluginNames = [
  "retext-passive",
  "retext-equality",
  "retext-simplify",
  "retext-intensify",
  "retext-repeated-words",
  "retext-indefinite-article",
  "retext-readability",
  "retext-profanities",
] as const;

/** The names that a rule of type `retext` may say. */
export type PluginName = (typeof pluginNames)[number];

const READABILITY_MIN_WORDS = 5;

/** The bundled plugins. One entry is all that another one takes. */
export const plugins: Readonly<Record<PluginName, StockPlugin>> = {
  "retext-passive": {
    module: lazy(() => import("retext-passive")),
    screen: anyWordOf(["am", "are", "were", "being", "is", "been", "was", "be"]),
    options: ["ignore"],
    message: "“<match>” is passive: it hides who does it.",
  },
  "retext-equality": {
    module: lazy(() => import("retext-equality")),
    screen: hasLetters,
    options: ["ignore", "binary"],
    message: "“<match>” may leave people out<when>.",
    takesOneParagraph: true,
    condition: /`(, .+?), (?:in somes cases|try not)/,
  },
  "retext-simplify": {
    module: lazy(() => import("retext-simplify")),
    screen: hasLetters,
    options: ["ignore"],
    message: "“<match>” has a plainer word.",
    omits: /, remove it(?:,|$)/,
  },
  "retext-intensify": {
    module: lazy(() => import("retext-intensify")),
    screen: hasLetters,
    options: ["ignore"],
    message: "“<match>” makes the sentence weaker, not stronger.",
  },
  "retext-repeated-words": {
    module: lazy(() => import("retext-repeated-words")),
    screen: hasTwins,
    options: [],
    message: "“<match>” says a word twice.",
  },
  "retext-indefinite-article": {
    module: lazy(() => import("retext-indefinite-article")),
    screen: anyWordOf(["a", "an"]),
    options: [],
    message: "“<match>” doesn't fit the sound of the next word.",
  },
  "retext-readability": {
    module: lazy(() => import("retext-readability")),
    screen: (doc, { minWords = READABILITY_MIN_WORDS }) => hasWords(doc, minWords),
    options: ["age", "minWords", "threshold"],
    message: "This sentence is hard to read.",
  },
  "retext-profanities": profanities,
};
