import { fillMessage } from "./message.ts";
import { replaceBy, type Suggestion, suggest } from "./suggest.ts";
import type { Doc } from "./text/doc.ts";
import type { Edit, Finding, Hit, Lowered, Place } from "./types.ts";

/** What a finding needs besides its hit. */
export interface FindingContext {
  readonly doc: Doc;
  readonly platform: string | undefined;
  /** The message of the rule's type, for rules without one. */
  readonly typeMessage: string;
  /** The hit counts less, for this reason. */
  readonly lowered: Lowered | undefined;
  /** The words were allowed until this day. */
  readonly endedOn: string | undefined;
}

const LOWERED: Readonly<Record<Lowered, string>> = {
  quoted: "quoted, so it counts less",
  negated: "negated, so it counts less",
  mentioned: "talked about, so it counts less",
  named: "part of a name, so it counts less",
};

/** Puts a hit into words: level, message, suggestions, place. */
export function createFinding(hit: Hit, context: FindingContext): Finding {
  const { doc, lowered } = context;
  const { rule, entry, span } = hit;
  const offers = offersOf(hit, doc);
  const suggestions = offers.map(({ text }) => text);
  const place = doc.post.locate(span);
  const why = unfixable(offers, lowered);
  const fixable = offers.length > 0 && why === undefined;
  return {
    rule: rule.id,
    entry: entry?.slug,
    level: lowered === undefined ? (entry?.level ?? rule.level) : "info",
    confidence: hit.confidence ?? entry?.confidence ?? rule.confidence,
    lowered,
    message: messageOf(hit, suggestions, context),
    why: entry?.why ?? rule.why,
    text: doc.text.slice(span.start, span.end),
    span,
    place: place.exact === undefined ? place : plainPlace(place),
    exact: place.exact,
    suggestions,
    fixable,
    edit: fixable ? offers[0].edit : undefined,
    unfixable: why,
    url: entry?.url ?? rule.url,
  };
}

type Offer = Pick<Suggestion, "text" | "applicable" | "why"> & { readonly edit?: Edit };

/** Why what is offered isn't applied without asking: only one clear suggestion is. */
function unfixable(offers: readonly Offer[], lowered: Lowered | undefined): string | undefined {
  if (offers.length === 0) return undefined;
  if (lowered !== undefined) return LOWERED[lowered];
  if (offers.length > 1) return "there are several suggestions, so the choice is yours";
  const [{ applicable, why = "this is for you to decide" }] = offers;
  return applicable ? undefined : why;
}

function plainPlace({ exact: _, ...place }: Place): Place {
  return place;
}

function offersOf(hit: Hit, doc: Doc): readonly Offer[] {
  const { suggestions, tokens, entry, replacement } = hit;
  if (replacement !== undefined && tokens !== undefined) return [replaceBy(doc, tokens, replacement)];
  if (suggestions !== undefined) return suggestions.map((text) => ({ text, applicable: false }));
  if (tokens === undefined || entry === undefined) return [];
  return suggest(doc, tokens, entry);
}

function messageOf(hit: Hit, suggestions: readonly string[], context: FindingContext): string {
  const { rule, entry, span, data } = hit;
  const { doc, platform, typeMessage, lowered, endedOn } = context;
  const own = { match: doc.text.slice(span.start, span.end), entry: entry?.slug, platform };
  const values = data === undefined ? own : { ...own, ...data };
  const message = fillMessage(entry?.message ?? rule.message ?? typeMessage, values, suggestions);
  if (lowered === undefined && endedOn === undefined) return message;
  const notes = [];
  if (lowered !== undefined) notes.push(LOWERED[lowered]);
  if (endedOn !== undefined) notes.push(`it was allowed until ${endedOn}`);
  return `${message} (${notes.join("; ")})`;
}
