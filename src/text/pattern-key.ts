import type { Added, PatternSetOptions } from "./pattern-set.ts";

/** A text that is equal for equal patterns in equal order over equal lists. */
export function keyOf(added: readonly Added[], { lists, brand }: PatternSetOptions): string {
  const { names, products, handles } = brand;
  const lines = added.map(({ source, options: { syntax, within, exact, mark, forms } }) => {
    const how = `${syntax} ${within} ${exact ? "exact" : ""} ${mark ?? ""}`;
    return forms === undefined ? `${how} ${source}` : `${how} ${source} ${JSON.stringify(forms)}`;
  });
  return `${JSON.stringify([lists, names, products, handles])}\n${lines.join("\n")}`;
}
