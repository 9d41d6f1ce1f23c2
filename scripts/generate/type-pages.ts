import { checks, runChecks } from "../../src/checks/index.ts";
import { builtinPacks, rulesOf } from "../docs/builtin-rules.ts";
import { exampleOf } from "../docs/type-example.ts";
import { keysOf } from "../docs/type-keys.ts";
import { typePage, typesIndex } from "../docs/type-page.ts";
import { outputs as packSchema } from "./pack-schema.ts";

/** Folders that hold nothing but what is made here. */
export const owned: readonly string[] = ["docs/types"];

/** Simple ones first. */
const ORDER = ["terms", "patterns", "limit", "spelling", "consistent", "require", "length", "readability"];

/** A page for each rule type, and a list of them all. */
export async function outputs(): Promise<Record<string, string>> {
  const all = [...checks, ...runChecks];
  const rank = (type: string): number => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length);
  const types = all.toSorted((one, other) => rank(one.type) - rank(other.type));
  const schema = JSON.parse((await packSchema())["schema/pack.v1.json"]);
  const rules = rulesOf(await builtinPacks());
  const pages: [string, string][] = [];
  for (const check of types) {
    const shown = await exampleOf(check.type);
    pages.push([`docs/types/${check.type}.md`, typePage(check, keysOf(schema, check.type), shown, rules)]);
  }
  return { "docs/types/README.md": typesIndex(types), ...Object.fromEntries(pages) };
}
