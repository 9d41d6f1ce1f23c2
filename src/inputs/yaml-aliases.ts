import type { Alias, Document, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Yaml } from "./yaml-nodes.ts";

type Anchored = Scalar | YAMLMap | YAMLSeq;

/** Tells each alias of a document what it stands for; by itself each looks through the whole document, so that many never end. */
export function linkAliases({ visit, isAlias }: Yaml, document: Document.Parsed): void {
  const anchors = new Map<string, Anchored>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) link(node, anchors.get(node.source));
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
}

function link(alias: Alias, target: Anchored | undefined): void {
  const resolve = alias.resolve.bind(alias);
  alias.resolve = (document, context) => {
    if (context === undefined) return target;
    // The library looks in this list first, up to the alias itself, and counts what it took, against bombs.
    context.aliasResolveCache = target === undefined ? [alias] : [target, alias];
    return resolve(document, context);
  };
}
