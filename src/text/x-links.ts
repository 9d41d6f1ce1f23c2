import type { Entity } from "../types.ts";
import type { Scanned } from "./measure.ts";
import { isTopLevelDomain } from "./top-level.ts";

/**
 * A host as X finds it without a scheme (twitter-text, `validAsciiDomain`): labels of plain or accented Latin, with hyphens inside them, and
 * one more to be judged.
 */
const HOST =
  /^(?:[a-z0-9\u00c0-\u024f](?:[-a-z0-9\u00c0-\u024f]{0,61}[a-z0-9\u00c0-\u024f])?\.)+[a-z]{2,24}/iu;
const LABEL_SIGN = /[-a-z0-9\u00c0-\u024f]/iu;
const LONGEST_LABEL = 63;
/** More than a host name may have (RFC 1035: 253 characters): millions of `a.` are too many for an expression. */
const LONGEST_HOST = 320;
const SCHEME = /^https?:\/\//iu;
/** The host of a link with a scheme. */
const LINK_HOST = /^https?:\/\/([^/?#:\s]+)/iu;
/** What may not stand before such a host. */
const BEFORE = /[a-z0-9@＠$#＃_./-]$/iu;
/** What may not stand behind a top-level domain. */
const BEHIND = /^[0-9a-z@+-]/iu;
/** With what was asked for, which X takes only behind a slash, and brackets in pairs. */
const PATH = /^\/(?:[^\s<>"“”«»()（）]|\([^\s<>"“”«»()（）]*\))*/u;
const PATH_END = /[.,;:!?'…”’\]]+$/u;

/** The entities as X sees them: what begins with a scheme needs a domain that there is, `hello.World` is a link, and an address is none. */
export function linksOnX({ text, entities }: Scanned): readonly Entity[] {
  const others = entities.filter(
    (entity) => entity.kind !== "link" || (isSchemed(text, entity) && hasDomain(text, entity)),
  );
  const bare = bareLinks(text);
  if (bare.length === 0) return others;
  const all = [...others, ...bare].sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return all.filter((entity) => {
    if (entity.start < end) return false;
    end = entity.end;
    return true;
  });
}

function isSchemed(text: string, { start, end }: Entity): boolean {
  return SCHEME.test(text.slice(start, end));
}

function hasDomain(text: string, { start, end }: Entity): boolean {
  const host = LINK_HOST.exec(text.slice(start, end))?.[1];
  return host !== undefined && domainLength(host) === host.length;
}

function bareLinks(text: string): readonly Entity[] {
  const found: Entity[] = [];
  for (
    let dot = text.indexOf(".");
    dot >= 0;
    dot = text.indexOf(".", Math.max(dot + 1, found.at(-1)?.end ?? 0))
  ) {
    const index = labelStart(text, dot);
    if (index > 0 && BEFORE.test(text[index - 1])) continue;
    const host = HOST.exec(text.slice(index, index + LONGEST_HOST))?.[0];
    if (host === undefined) continue;
    const length = domainLength(host);
    if (length === 0 || BEHIND.test(text.slice(index + length, index + length + 1))) continue;
    const end = index + length;
    const path = PATH.exec(text.slice(end))?.[0] ?? "";
    found.push({ kind: "link", start: index, end: end + path.replace(PATH_END, "").length });
  }
  return found;
}

function labelStart(text: string, dot: number): number {
  let start = dot;
  while (start > 0 && dot - start < LONGEST_LABEL && LABEL_SIGN.test(text[start - 1])) start--;
  return start;
}

/** How much of a host ends with a top-level domain that there is: the most labels. */
function domainLength(host: string): number {
  const labels = host.split(".");
  for (let count = labels.length; count > 1; count--) {
    if (isTopLevelDomain(labels[count - 1].toLowerCase())) return labels.slice(0, count).join(".").length;
  }
  return 0;
}
