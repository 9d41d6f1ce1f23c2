import { type Around, matchesAround } from "./text/around.ts";
import type { Doc } from "./text/doc.ts";
import type { PatternGroup, PatternSet } from "./text/pattern-set.ts";
import type { Allowed, Hit, Pack } from "./types.ts";

/** Says of a hit whether the pack allows its words, or did so until a day that has passed. */
export interface Allowance {
  readonly of: (doc: Doc, hit: Hit, when: When) => "allowed" | { readonly endedOn: string } | undefined;
}

/** The ISO date by which allowances end; it is looked at only where one does. */
interface When {
  readonly today?: string;
}

/** The rule types that never flag a product's name. */
const SPARES_PRODUCTS: ReadonlySet<string> = new Set(["terms", "patterns", "regex"]);

const NOTHING: Allowance = { of: () => undefined };

/** Adds the phrases of `allow` and the names of the brand's products to the pack's automaton. */
export function compileAllowance(pack: Pack, patterns: PatternSet): Allowance {
  const phraseGroup = patterns.group();
  for (const allowed of pack.allow) {
    phraseGroup.add(allowed.match, { syntax: "term", within: "sentence", exact: false, mark: allowed.mark });
  }
  const productGroup = patterns.group();
  for (const name of pack.brand.products) {
    productGroup.add(name, { syntax: "term", within: "sentence", exact: true });
  }
  if (pack.allow.length === 0 && pack.brand.products.length === 0) return NOTHING;
  const phrases = aroundIn(phraseGroup);
  const products = aroundIn(productGroup);
  const of: Allowance["of"] = (doc, hit, when) => {
    if (SPARES_PRODUCTS.has(hit.rule.type) && products(doc)(hit.span).length > 0) return "allowed";
    let endedOn: string | undefined;
    for (const { pattern } of phrases(doc)(hit.span)) {
      const allowed = pack.allow[pattern];
      if (!spares(allowed, hit)) continue;
      if (allowed.until === undefined || day(doc.post.date ?? when.today ?? "") <= allowed.until)
        return "allowed";
      endedOn = allowed.until;
    }
    return endedOn === undefined ? undefined : { endedOn };
  };
  return { of };
}

/** A group's matches by what they cover, made once for each doc. */
function aroundIn(group: PatternGroup): (doc: Doc) => Around {
  let latest: Doc | undefined;
  let around: Around = () => [];
  return (doc) => {
    if (doc !== latest) {
      around = matchesAround(doc, group.matches(doc));
      latest = doc;
    }
    return around;
  };
}

function day(date: string): string {
  return date.slice(0, "2026-01-31".length);
}

function spares(allowed: Allowed, hit: Hit): boolean {
  if (allowed.rules === undefined) return true;
  return allowed.rules.includes(hit.rule.id) || allowed.rules.includes(hit.rule.group);
}
