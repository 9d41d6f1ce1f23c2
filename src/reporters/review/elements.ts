import type { Element, Nodes } from "hast";
import { toHtml } from "hast-util-to-html";
import { harmless } from "../harmless.ts";

/** Foreign text as content that keeps its line ends and acts on nothing. */
export function lines(text: string): readonly (string | Element)[] {
  return text
    .split("\n")
    .flatMap((line, index) => (index === 0 ? [harmless(line)] : [lineEnd(), harmless(line)]));
}

function lineEnd(): Element {
  return { type: "element", tagName: "br", properties: {}, children: [] };
}

/** An element on one line of the page. */
export function written(node: Nodes): string {
  return toHtml(node);
}
