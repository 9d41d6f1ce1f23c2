import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compilePackFile } from "../../src/cli/compile-pack.ts";
import { type Answers, packText } from "../../src/cli/init-pack.ts";
import { prepare } from "../../src/lint.ts";
import type { Pack } from "../../src/types.ts";
import { runs } from "../runs.ts";
import { folderOf } from "./folder.ts";
import { run } from "./run.ts";

const NOTHING: Answers = { name: "Acme", platforms: [], level: "general", markets: [], sponsors: [] };
const ALL: Answers = {
  ...{
    name: `Oak: "Bread" & Söhne #1`,
    platforms: ["x", "linkedin"],
    level: "everybody",
    markets: ["uk", "de"],
  },
  sponsors: ["Mill House (Leeds)", "@millhouse", "A|B <any> [x]"],
  habits: {
    ...{ posts: 120, platforms: ["x"], exclamations: 0, emoji: 0, sentence: 1 },
    hashtags: { x: 0, linkedin: 5 },
  },
};

const folderFor = (answers: Answers): string => folderOf({ "voicecheck.yaml": packText(answers) });

function packOf(answers: Answers): Pack {
  const cwd = folderFor(answers);
  return compilePackFile(`${cwd}/voicecheck.yaml`, cwd).pack;
}

describe("the pack that init writes", () => {
  it.each<[string, Answers]>([
    ["of nothing but a name", NOTHING],
    ["of every answer", ALL],
    [
      "for specialists, on one platform",
      { ...ALL, level: "specialists", platforms: ["bluesky"], habits: undefined },
    ],
    [
      "of busy posts",
      {
        ...ALL,
        habits: { posts: 900, platforms: [], exclamations: 7, emoji: 12, sentence: 60, hashtags: {} },
      },
    ],
  ])("loads, and all its examples hold: %s", async (_, answers) => {
    const { stdout, code } = await run(["pack", "test", "-f", "json"], { cwd: folderFor(answers) });
    expect([code, JSON.parse(stdout).failures]).toEqual([0, []]);
  });

  it("is YAML that says what was answered, whatever names are made of", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("null", "on", "- a", "a: b", "#", "'", '"', "\u2028", "*x", "1e3", "~", "🍞"),
    );
    const answers = fc.record({
      name: word,
      level: fc.constantFrom<Answers["level"]>("everybody", "general", "specialists"),
      platforms: fc.subarray(["x", "linkedin", "bluesky"]),
      markets: fc.subarray(["us", "de"]),
      sponsors: fc.array(word, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(answers, (said) => {
        const written: unknown = parse(packText(said));
        const cues = said.sponsors.map(() => expect.stringMatching(/^\(by\|from/u));
        expect(written).toMatchObject({
          name: said.name,
          brand: { names: [said.name], markets: said.markets },
          ...(cues.length > 0 && { rules: { "disclosure/missing": { disclosure: { "cues+": cues } } } }),
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it("asks for a label where a sponsor is named", async () => {
    const lint = prepare(packOf({ ...NOTHING, sponsors: ["Mill House", "@millhouse"], markets: ["us"] }));
    await lint.load();
    const rulesOf = (text: string): readonly string[] =>
      lint({ id: "1", text, speaker: "partner" }).findings.map(
        ({ rule, text: words }) => `${rule}: ${words}`,
      );
    expect(rulesOf("A new oven, thanks to Mill House")).toContain("disclosure/missing: thanks to Mill House");
    expect(rulesOf("#ad A new oven, thanks to Mill House")).toEqual([]);
    expect(rulesOf("Rolls with @millhouse")).toContain("disclosure/missing: with @millhouse");
  });

  it("says where posts go by their file", () => {
    expect(packOf({ ...NOTHING, platforms: ["x"] }).files).toEqual([
      { glob: "**", facts: { platforms: ["x"] } },
    ]);
    expect(packOf(ALL).files.map(({ glob }) => glob)).toEqual(["**/x/**", "**/linkedin/**"]);
  });
});
