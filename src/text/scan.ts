import type { Entity, EntityKind, Span } from "../types.ts";
import { codeFinder } from "./scan-code.ts";
import { emojiEnd } from "./scan-emoji.ts";
import { bareLinkAt, schemeLinkEnd } from "./scan-link.ts";
import { numberEnd } from "./scan-number.ts";
import { placeholderEnd } from "./scan-placeholder.ts";
import { isQuoteMark, quotationsOf } from "./scan-quotes.ts";
import { cashtagEnd, hashtagEnd, mentionEnd } from "./scan-tag.ts";

/** What a text holds besides prose, and what it quotes. */
export interface Scan {
  /** In order, apart from each other and from hidden stretches. */
  readonly entities: readonly Entity[];
  /** With their marks; in order, apart from each other. They may hold entities. */
  readonly quotations: readonly Span[];
}

/** What may begin at a unit. */
const Trigger = {
  none: 0,
  link: 1,
  dot: 2,
  at: 3,
  hash: 4,
  sign: 5,
  digit: 6,
  bracket: 7,
  code: 8,
  quote: 9,
  picture: 10,
} as const;
const TRIGGERS: readonly (readonly [number, string])[] = [
  [Trigger.link, "hHwW"],
  [Trigger.dot, "."],
  [Trigger.at, "@"],
  [Trigger.hash, "#＃"],
  [Trigger.sign, "$€£¥₹"],
  [Trigger.digit, "0123456789*"],
  [Trigger.bracket, "[{"],
  [Trigger.code, "`"],
  [Trigger.quote, "\"'“”„«»‘’‚「」『』"],
];

const triggers = triggerTable();

/** Of each unit its trigger, or 0. */
function triggerTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(Trigger.picture, 0xa9, 0xae + 1);
  table.fill(Trigger.picture, 0x203c, 0x3299 + 1);
  table.fill(Trigger.picture, 0xd83c, 0xd83e + 1);
  for (const [trigger, characters] of TRIGGERS) {
    for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = trigger;
  }
  return table;
}

/** Finds entities and quotations in one pass, left to right; nothing begins inside another or inside a hidden stretch. */
export function scan(text: string, hidden: readonly Span[]): Scan {
  const entities: Entity[] = [];
  const marks: number[] = [];
  const codeEnd = codeFinder(text);
  let nextHidden = 0;
  let room: Span = { start: 0, end: hidden.length === 0 ? text.length : hidden[0].start };
  for (let index = 0; index < text.length; ) {
    if (index >= room.end && nextHidden < hidden.length) {
      const start = Math.max(index, hidden[nextHidden++].end);
      room = { start, end: nextHidden < hidden.length ? hidden[nextHidden].start : text.length };
      index = start;
      continue;
    }
    const trigger = triggers[text.charCodeAt(index)];
    if (trigger === Trigger.none) {
      index++;
      continue;
    }
    if (trigger === Trigger.quote && isQuoteMark(text, index)) marks.push(index);
    const found = entityAt(text, index, trigger, codeEnd);
    index =
      found !== undefined && take(entities, found, room) ? entities[entities.length - 1].end : index + 1;
  }
  return { entities, quotations: marks.length < 2 ? [] : quotationsOf(text, marks) };
}

/**
 * Adds an entity that lies between two hidden stretches, a link cut off at the later one; it replaces entities that it holds. Only a
 * link may begin before the place it was seen at.
 */
function take(entities: Entity[], found: Entity, room: Span): boolean {
  const end = found.kind === "link" ? Math.min(found.end, room.end) : found.end;
  if (end > room.end || end <= found.start || found.start < room.start) return false;
  while (entities.length > 0 && entities[entities.length - 1].start >= found.start) entities.pop();
  if (entities.length > 0 && entities[entities.length - 1].end > found.start) return false;
  entities.push(end === found.end ? found : { ...found, end });
  return true;
}

/** The entity that begins at `index`, or that a dot or an @ at `index` shows to have begun before it (`acme` of `acme.ai`). */
function entityAt(
  text: string,
  index: number,
  trigger: number,
  codeEnd: (start: number) => number,
): Entity | undefined {
  switch (trigger) {
    case Trigger.link:
      return entity("link", index, schemeLinkEnd(text, index));
    case Trigger.dot:
      return bareLink(text, index);
    case Trigger.at:
      return bareLink(text, index) ?? entity("mention", index, mentionEnd(text, index));
    case Trigger.hash:
      return (
        entity("hashtag", index, hashtagEnd(text, index)) ?? entity("emoji", index, emojiEnd(text, index))
      );
    case Trigger.sign:
      return (
        entity("cashtag", index, cashtagEnd(text, index)) ?? entity("number", index, numberEnd(text, index))
      );
    case Trigger.digit:
      return entity("emoji", index, emojiEnd(text, index)) ?? entity("number", index, numberEnd(text, index));
    case Trigger.bracket:
      return entity("placeholder", index, placeholderEnd(text, index));
    case Trigger.code:
      return entity("code", index, codeEnd(index));
    default:
      return trigger === Trigger.picture ? entity("emoji", index, emojiEnd(text, index)) : undefined;
  }
}

function bareLink(text: string, index: number): Entity | undefined {
  const span = bareLinkAt(text, index);
  return span === undefined ? undefined : entity("link", span.start, span.end);
}

function entity(kind: EntityKind, start: number, end: number): Entity | undefined {
  return end < 0 ? undefined : { kind, start, end };
}
