import type { Nodes, Parents, Root } from "mdast";
import type { Hidden, Span } from "../types.ts";
import { htmlSpans } from "./html.ts";

/** Collects what is hidden: `code` keeps the words around it apart, markup doesn't. */
interface Hide {
  readonly text: string;
  readonly code: (start: number, end: number) => void;
  readonly markup: (start: number, end: number) => void;
}

/** A link's address that people see as one: it stays, as a link. */
const VISIBLE_ADDRESS = /^\]\([ \t\n]*<?((?:https?:\/\/|www\.)[^\s<>]*)/iu;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/giu;
const CHECKBOX = /\[[ \tx]\]/iu;
const QUOTE_SIGNS = /^[ \t]*(?:>[ \t]?)+/u;

/** What is no prose in a text of Markdown; in order, apart from each other. */
export function hiddenIn(root: Root, text: string): readonly Hidden[] {
  const found: Hidden[] = [];
  const hide: Hide = {
    text,
    code: (start, end) => found.push({ start, end }),
    markup: (start, end) => {
      const inner = text.slice(start, end);
      const from = start + inner.length - inner.trimStart().length;
      if (inner.trim() !== "") found.push({ start: from, end: from + inner.trim().length, markup: true });
    },
  };
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    hideOf(node, hide);
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return within(found, { start: 0, end: text.length });
}

/** What lies in a window, counted from its start; sorted, without what lies in another. */
export function within(found: readonly Hidden[], window: Span): readonly Hidden[] {
  const sorted = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const list: Hidden[] = [];
  let from = window.start;
  for (const { markup, ...span } of sorted) {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, window.end);
    if (start >= end) continue;
    from = end;
    list.push({ start: start - window.start, end: end - window.start, ...(markup && { markup }) });
  }
  return list;
}

function hideOf(node: Nodes, hide: Hide): void {
  const { start, end } = spanOf(node);
  switch (node.type) {
    case "code":
    case "inlineCode":
      hide.code(start, end);
      break;
    case "definition":
    case "footnoteReference":
    case "thematicBreak":
    case "break":
      hide.markup(start, end);
      break;
    case "emphasis":
    case "strong":
    case "delete":
    case "heading":
    case "footnoteDefinition":
    case "linkReference":
      hideAround(node, hide);
      break;
    default:
      hideInside(node, hide);
  }
}

function hideInside(node: Nodes, hide: Hide): void {
  switch (node.type) {
    case "html":
      hideHtml(spanOf(node), hide);
      break;
    case "text":
      hideEscapes(spanOf(node), hide);
      break;
    case "link":
      hideLink(node, hide);
      break;
    case "image":
    case "imageReference":
      hideImage(node, hide);
      break;
    case "listItem":
      if (typeof node.checked === "boolean") hideCheckbox(node, hide);
      break;
    case "blockquote":
      hideQuoteSigns(node, hide);
      break;
    case "table":
      hideTable(node, hide);
      break;
  }
}

function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** From the first child to the last; empty behind the first sign where there is none. */
function innerOf(node: Parents): Span {
  const { start, end } = spanOf(node);
  const first = node.children.at(0);
  const last = node.children.at(-1);
  if (first === undefined || last === undefined)
    return { start: Math.min(start + 1, end), end: Math.min(start + 1, end) };
  return { start: spanOf(first).start, end: spanOf(last).end };
}

function hideAround(node: Parents, hide: Hide): void {
  const { start, end } = spanOf(node);
  const inner = innerOf(node);
  hide.markup(start, inner.start);
  hide.markup(inner.end, end);
}

function hideLink(node: Parents, hide: Hide): void {
  const { start, end } = spanOf(node);
  const sign = hide.text[start];
  if (sign !== "[" && sign !== "<") return;
  const inner = innerOf(node);
  hide.markup(start, inner.start);
  const tail = hide.text.slice(inner.end, end);
  const address = VISIBLE_ADDRESS.exec(tail);
  if (address === null) {
    hide.markup(inner.end, end);
    return;
  }
  const addressEnd = Math.min(inner.end + address[0].length, end - 1);
  hide.markup(inner.end, inner.end + address[0].length - address[1].length);
  hide.markup(addressEnd, end);
}

/** The alt text is heard and read, so it stays; the image's address is no link. */
function hideImage(node: Extract<Nodes, { readonly alt?: unknown }>, hide: Hide): void {
  const { start, end } = spanOf(node);
  const raw = hide.text.slice(start, end);
  const altStart = "![".length;
  const alt = node.alt ?? "";
  const bracket = node.type === "image" ? raw.lastIndexOf("](") : raw.indexOf("]", altStart);
  const altEnd = raw.startsWith(`${alt}]`, altStart) ? altStart + alt.length : bracket;
  hide.markup(start, start + altStart);
  hide.markup(start + Math.max(altStart, altEnd), end);
}

function hideCheckbox(node: Parents, hide: Hide): void {
  const { start } = spanOf(node);
  const box = CHECKBOX.exec(hide.text.slice(start, innerOf(node).start));
  if (box !== null) hide.markup(start + box.index, start + box.index + box[0].length);
}

function hideQuoteSigns(node: Parents, hide: Hide): void {
  const { start, end } = spanOf(node);
  hide.markup(start, innerOf(node).start);
  for (let at = hide.text.indexOf("\n", start); at >= 0 && at < end; at = hide.text.indexOf("\n", at + 1)) {
    const signs = QUOTE_SIGNS.exec(hide.text.slice(at + 1, Math.min(end, at + 1 + LONGEST_SIGNS)));
    if (signs !== null) hide.markup(at + 1, at + 1 + signs[0].length);
  }
}

/** Signs of nested quotations at the start of a line; `tamed` lets no more through. */
const LONGEST_SIGNS = 200;

/** Cells stand apart: what is between their words keeps them so. */
function hideTable(table: Parents, hide: Hide): void {
  let from = spanOf(table).start;
  for (const row of table.children) {
    if (!("children" in row)) continue;
    for (const cell of row.children) {
      if (!("children" in cell) || cell.children.length === 0) continue;
      const inner = innerOf(cell);
      hideLines(from, inner.start, hide);
      from = inner.end;
    }
  }
  hideLines(from, spanOf(table).end, hide);
}

function hideLines(start: number, end: number, hide: Hide): void {
  let from = start;
  for (const line of hide.text.slice(start, end).split("\n")) {
    if (line.trim() !== "")
      hide.code(from + line.length - line.trimStart().length, from + line.trimEnd().length);
    from += line.length + 1;
  }
}

function hideEscapes({ start, end }: Span, hide: Hide): void {
  const raw = hide.text.slice(start, end);
  if (!raw.includes("\\") && !raw.includes("&")) return;
  for (const { 0: signs, index } of raw.matchAll(ESCAPE))
    hide.markup(start + index, start + index + signs.length);
}

function hideHtml({ start, end }: Span, hide: Hide): void {
  for (const span of htmlSpans(hide.text.slice(start, end)))
    hide.markup(start + span.start, start + span.end);
}
