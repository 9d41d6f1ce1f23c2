import { builtinPacks, rulesOf } from "../docs/builtin-rules.ts";
import { type Instances, instancesOf } from "../docs/instances.ts";
import { rulePage } from "../docs/rule-page.ts";
import { rulesIndex } from "../docs/rules-index.ts";

/** Folders that hold nothing but what is made here. */
export const owned: readonly string[] = ["docs/rules"];

/** A page for each rule that comes along, and a list of them all. */
export async function outputs(): Promise<Record<string, string>> {
  const packs = await builtinPacks();
  const rules = rulesOf(packs);
  const instances = new Map<string, Instances>();
  for (const { pack } of packs) {
    const own = rules.filter((each) => each.pack === pack.name).map(({ rule }) => rule);
    instances.set(pack.name, await instancesOf(own, pack));
  }
  const pages = rules.map((each) => [
    `docs/rules/${each.rule.id}.md`,
    rulePage(each, instances.get(each.pack) ?? new Map()),
  ]);
  return { "docs/rules/README.md": rulesIndex(packs, rules), ...Object.fromEntries(pages) };
}
