import {
  array,
  check,
  type GenericSchema,
  looseObject,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
} from "valibot";
import { didYouMean } from "../packs/nearest.ts";
import { adapt, modulesOf, type StockRun } from "../retext/adapt.ts";
import { type PluginName, type PluginOptions, pluginNames, plugins } from "../retext/plugins.ts";
import type { Doc } from "../text/doc.ts";
import { proseOf, treeOf } from "../text/tree.ts";
import type { Hit, Rule } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";

/** A bundled plugin, and what it is told. */
export interface RetextOptions {
  readonly plugin: PluginName;
  readonly options: PluginOptions;
}

/** Runs a stock retext plugin that comes with voicecheck; code from elsewhere is never run. */
export const retext: Check<RetextOptions> = {
  type: "retext",
  summary: "a stock retext plugin by its name: repeated words, articles, passives, …",
  message: "<reason>",
  readsWords: true,
  schema: retextSchema,
  compile: (rules) => {
    const runs = rules.map((rule) => ({
      rule,
      run: adapt(plugins[rule.options.plugin], rule.options.options),
    }));
    return function* run(doc) {
      for (const each of runs) yield* hitsOf(doc, each.rule, each.run);
    };
  },
  modules: (rules) => rules.flatMap(({ options }) => modulesOf(plugins[options.plugin])),
};

function hitsOf(doc: Doc, rule: Rule<RetextOptions>, run: StockRun): readonly Hit[] {
  const { plugin, options } = rule.options;
  if (!plugins[plugin].screen(doc, options)) return NO_HITS;
  return run(treeOf(doc), proseOf(doc)).map(({ span, reason, suggestions }) => {
    const hit: Hit = { rule, span, data: { reason } };
    return suggestions.length === 0 ? hit : { ...hit, suggestions };
  });
}

function retextSchema(): GenericSchema<unknown, RetextOptions> {
  const number = pipe(string(), regex(/^\d+(?:\.\d+)?$/, "a number is expected here"), transform(Number));
  const truth = pipe(
    picklist(["true", "false"], "true or false is expected here"),
    transform((text) => text === "true"),
  );
  const sureness = pipe(
    picklist(["0", "1", "2"], "the plugin's sureness is 0, 1 or 2"),
    transform((text): 0 | 1 | 2 => (text === "0" ? 0 : text === "1" ? 1 : 2)),
  );
  // Others are told with those of the plugin.
  const options = looseObject({
    ignore: optional(array(string())),
    binary: optional(truth),
    age: optional(number),
    minWords: optional(number),
    threshold: optional(number),
    sureness: optional(sureness),
  });
  const plugin = picklist(pluginNames, ({ input }) => unknownPlugin(input));
  return pipe(
    strictObject({ plugin, options: optional(options, {}) }),
    check(
      (value) => unknownOptions(value).length === 0,
      ({ input }) =>
        `${input.plugin} has no option “${unknownOptions(input)[0]}”; ${optionsOf(input.plugin)}`,
    ),
  );
}

function unknownPlugin(input: unknown): string {
  const names = "only plugins that come with voicecheck run";
  return typeof input === "string"
    ? `no plugin is called “${input}”${didYouMean(input, pluginNames)} (${names})`
    : names;
}

function unknownOptions({ plugin, options }: RetextOptions): readonly string[] {
  const known: ReadonlySet<string> = new Set(plugins[plugin].options);
  return Object.keys(options).filter((name) => !known.has(name));
}

function optionsOf(plugin: PluginName): string {
  const { options } = plugins[plugin];
  return options.length === 0 ? "it takes none" : `it takes ${options.join(", ")}`;
}
