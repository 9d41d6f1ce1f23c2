import { harmless } from "./harmless.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** XML 1.0 has no way to write these. */
const FORBIDDEN = /[\ufffe\uffff]/gu;

/** Any text as a value of an attribute or as content, on one line. */
export function xmlText(text: string): string {
  return harmless(text)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** The start of an element with those attributes that have a value; `isEmpty` closes it. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  isEmpty = false,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  return `<${name}${written.join("")}${isEmpty ? "/" : ""}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
