import { fillMessage } from "./message.ts";
import { type Suggestions, saidOf } from "./suggest/said.ts";
import { offered, replaceBy, type Suggestion, suggestionAt } from "./suggest.ts";
import type { Doc } from "./text/doc.ts";
import type { Confidence, Finding, Hit, Lowered, Place } from "./types.ts";

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

/** How sure a hit is: it, its entry or its rule says so. */
export function confidenceOf({ confidence, entry, rule }: Hit): Confidence {
  return confidence ?? entry?.confidence ?? rule.confidence;
}

/** Puts a hit into words: level, message, suggestions, place. */
export function createFinding(hit: Hit, context: FindingContext): Finding {
  const { doc, lowered } = context;
  const { rule, entry, span } = hit;
  const text = doc.text.slice(span.start, span.end);
  const { suggestions, single } = offersOf(hit, doc, lowered);
  const why = unfixable(suggestions.texts.length, single, lowered);
  const edit = why === undefined ? single?.edit : undefined;
  const place = doc.post.locate(span);
  return {
    rule: rule.id,
    entry: entry?.slug,
    level: lowered === undefined ? (entry?.level ?? rule.level) : "info",
    confidence: confidenceOf(hit),
    lowered,
    message: messageOf(hit, text, suggestions, context),
    why: entry?.why ?? rule.why,
    text,
    span,
    place: place.exact === undefined ? place : plainPlace(place),
    exact: place.exact,
    suggestions: suggestions.texts.slice(),
    fixable: edit !== undefined,
    edit,
    unfixable: why,
    url: entry?.url ?? rule.url,
  };
}

/** What a hit offers. */
interface Offers {
  readonly suggestions: Suggestions;
  /** The only one of them, where it may be applied if nothing else speaks against it. */
  readonly single?: Suggestion;
}

/** Why what is offered isn't applied without asking: only one clear suggestion is. */
function unfixable(
  count: number,
  single: Suggestion | undefined,
  lowered: Lowered | undefined,
): string | undefined {
  if (count === 0) return undefined;
  if (lowered !== undefined) return LOWERED[lowered];
  if (count > 1) return "there are several suggestions, so the choice is yours";
  return single?.applicable === true ? undefined : (single?.why ?? "this is for you to decide");
}

function plainPlace({ exact: _, ...place }: Place): Place {
  return place;
}

const NO_OFFERS: Offers = { suggestions: { texts: [], said: "" } };

function offersOf(hit: Hit, doc: Doc, lowered: Lowered | undefined): Offers {
  const { suggestions, tokens, entry, replacement } = hit;
  if (replacement !== undefined && tokens !== undefined) {
    const single = replaceBy(doc, tokens, replacement);
    return { suggestions: spoken([single.text]), single };
  }
  if (suggestions !== undefined) return { suggestions: spoken(suggestions) };
  if (tokens === undefined || entry === undefined) return NO_OFFERS;
  const offers = offered(doc, tokens, entry);
  const { wording: all } = offers;
  return all.texts.length === 1 && lowered === undefined
    ? { suggestions: all, single: suggestionAt(offers, 0) }
    : { suggestions: all };
}

function spoken(texts: readonly string[]): Suggestions {
  return { texts, said: saidOf(texts) };
}

function messageOf(
  { rule, entry, data }: Hit,
  match: string,
  suggestions: Suggestions,
  { platform, typeMessage, lowered, endedOn }: FindingContext,
): string {
  const own = { match, entry: entry?.slug, platform };
  const values = data === undefined ? own : { ...own, ...data };
  const message = fillMessage(entry?.message ?? rule.message ?? typeMessage, values, suggestions);
  if (lowered === undefined && endedOn === undefined) return message;
  const notes = [];
  if (lowered !== undefined) notes.push(LOWERED[lowered]);
  if (endedOn !== undefined) notes.push(`it was allowed until ${endedOn}`);
  return `${message} (${notes.join("; ")})`;
}
