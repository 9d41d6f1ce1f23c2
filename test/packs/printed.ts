import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { applyOverrides } from "../../src/packs/overrides.ts";
import { printPack } from "../../src/packs/print.ts";
import { parsePack } from "../../src/parse-pack.ts";
import type { Pack, Rule } from "../../src/types.ts";

const rules = join(import.meta.dirname, "../../rules");

/** The text of a built-in pack. */
export function builtIn(name: string): string {
  return readFileSync(join(rules, `${name}.yaml`), "utf8");
}

/** A pack whose layers are these files, or built in. */
export function load(text: string, files: Readonly<Record<string, string>> = {}): Pack {
  return parsePack(text, {
    read: (spec) =>
      spec.startsWith("voicecheck:")
        ? { name: spec, text: builtIn(spec.slice("voicecheck:".length)) }
        : files[spec] === undefined
          ? `there is no ${spec}`
          : { name: spec, text: files[spec] },
  });
}

/** The rules under each set of overrides: what a pack does, however its layers are written. */
function rulesByCase(pack: Pack): readonly (readonly Rule[])[] {
  const steps = pack.overrides.flatMap(({ when }, index) => (when === undefined ? [] : [index]));
  const cases = Array.from({ length: 2 ** steps.length }, (_, bits) =>
    steps.filter((_step, at) => (bits >> at) & 1),
  );
  return cases.map((held) => (held.length === 0 ? pack.rules : applyOverrides(pack, held, checks)));
}

/** The same without the rules that are off, whose level no longer matters. */
export function running(pack: Pack): readonly (readonly Rule[])[] {
  return rulesByCase(pack).map((list) => list.filter(({ off }) => off !== true));
}

/** A pack that is printed and read again is the same pack, and is printed the same. */
export function expectSame(pack: Pack): void {
  const printed = printPack(pack);
  const again = load(printed);
  const { overrides, ...plain } = pack;
  const { overrides: others, ...back } = again;
  expect(back).toEqual(plain);
  const whens = (steps: Pack["overrides"]): unknown => steps.flatMap(({ when }) => when ?? []);
  expect(whens(others)).toEqual(whens(overrides));
  expect(rulesByCase(again)).toEqual(rulesByCase(pack));
  expect(printPack(again)).toBe(printed);
}
