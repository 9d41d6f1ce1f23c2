import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asciiJson } from "../../src/cli/ascii-json.ts";
import { BUILT_IN } from "../../src/cli/builtin.ts";
import { compileBuiltin } from "../../src/cli/compile-pack.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { writePackText } from "../../src/packs/pack-text.ts";
import { buildTables, madeAhead } from "../../src/tables.ts";
import { encodeTables } from "../../src/text/pattern-codec.ts";
import type { Pack, Rule } from "../../src/types.ts";

/** Compiles each built-in pack into `folder`: what a plain run needs of it, and the automaton's tables beside it. */
export async function writeBuiltinPacks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of BUILT_IN) {
    const pack = withoutExamples(compileBuiltin(`voicecheck:${name}`));
    await writeFile(join(folder, `${name}.pack`), writePackText(pack, madeAhead, asciiJson));
    await writeFile(join(folder, `${name}.tables`), encodeTables(buildTables(pack)));
  }
}

/** Examples are read from the source where they are shown or tested. */
function withoutExamples(pack: Pack): Pack {
  return { ...pack, rules: pack.rules.map(withoutOwnExamples) };
}

function withoutOwnExamples(rule: Rule): Rule {
  const entries = entriesOf(rule);
  const bare: Rule = { ...rule, examples: { bad: [], good: [] } };
  if (entries.length === 0) return bare;
  return { ...bare, options: { entries: entries.map(({ bad: _bad, good: _good, ...entry }) => entry) } };
}
