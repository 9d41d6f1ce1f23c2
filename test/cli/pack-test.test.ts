import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

/** A pack in two layers in which nearly everything is wrong once. */
const BASE = `voicecheck: 1
name: base
rules:
  a/words:
    terms:
      bake (v): fry
      circle back:
        unless: [circle back]
        good:
          - We circle the back.
      roasted: ~
      roast (v): ~
    examples:
      bad:
        - "We [[fry]] it."
        - {text: "She [[bakes]].", fix: "She fry."}
      good: [A cake., "We bake\\nit."]
`;
const OWN = `voicecheck: 1
name: own
extends: [./base.yaml]
rules:
  a/words: {examples: {bad+: [They baked soup., "Never bake."]}}
  a/named:
    patterns:
      one: bread <number>
      two: (bread|soup) <number>
      three: cake
    examples:
      bad: [Bread 3, Soup 4]
`;
const cwd = folderOf({ "voicecheck.yaml": PACK, "own.yaml": OWN, "base.yaml": BASE });

describe("voicecheck pack test", () => {
  it("is content with a good pack", async () => {
    expect(await run(["pack", "test"], { cwd })).toEqual({
      stdout: "✔ acme: 4 rules, 7 entries, 17 examples and 16 made, all hold · 0 ms\n",
      stderr: "",
      code: 0,
    });
  });

  it("says of each failure where it stands, what was expected and what came", async () => {
    const { stdout, stderr, code } = await run(["pack", "test", "own.yaml"], { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "base.yaml:15:11: a/words: “We [[fry]] it.”: expected “fry” flagged, got nothing
      base.yaml:16:18: a/words: “She [[bakes]].”: expected “She fry.” after --fix, got “She fries.”
      own.yaml:5:49: a/words: “Never bake.”: expected a flag, got nothing: “bake” is negated, which counts less
      base.yaml:17:23: a/words: “We bake it.”: expected nothing flagged, got “bake” flagged (bake)
      base.yaml:7:7: a/words/circle-back: “So, [[circle back]] today.” (made): expected “circle back” flagged, got nothing: “unless” spares it
      base.yaml:11:7: a/words/roasted: expected to find some words, got none: “roast” finds them all
      own.yaml:6:3: a/named: expected at least 2 good examples, one of them nearly matching, got none
      own.yaml:8:7: a/named/one: expected to find some words, got none: “two” finds them all
      own.yaml:10:7: a/named/three: expected a bad example that it finds, got none
      ✖ 9 failures in own: 2 rules, 7 entries, 9 examples and 12 made · 0 ms
      "
    `);
    expect([stderr, code]).toEqual(["", 1]);
  });

  it("gives the same as data", async () => {
    const { stdout, code } = await run(["pack", "test", "own.yaml", "-f", "json"], { cwd });
    const { failures, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchInlineSnapshot(`
      {
        "pack": "own",
        "summary": {
          "entries": 7,
          "examples": 9,
          "failures": 9,
          "made": 12,
          "rules": 2,
        },
        "version": 1,
      }
    `);
    expect(failures[0]).toMatchInlineSnapshot(`
      {
        "example": "We [[fry]] it.",
        "expected": "“fry” flagged",
        "got": "nothing",
        "kind": "bad",
        "place": {
          "column": 11,
          "file": "base.yaml",
          "line": 15,
        },
        "rule": "a/words",
      }
    `);
    expect(code).toBe(1);
  });

  it("points at what its places say", async () => {
    const { stdout } = await run(["pack", "test", "own.yaml", "-f", "json"], { cwd });
    const { failures } = JSON.parse(stdout);
    for (const { place, kind, example } of failures) {
      const line = readFileSync(join(cwd, place.file), "utf8").split("\n")[place.line - 1];
      const written = line.slice(place.column - 1).replace(/^["']/u, "");
      if (kind === "bad" || kind === "good" || kind === "fix")
        expect(written.slice(0, 7)).toBe(example.slice(0, 7));
      else expect(written).toMatch(/^(?:[a-z]+\/[a-z]+|[a-z ]+):/u);
    }
  });

  it("writes a file where one is named, and answers on stdout as well", async () => {
    const { stdout } = await run(["pack", "test", "-f", "pretty", "-f", "json=out.json"], { cwd });
    expect(stdout).toContain("all hold");
    expect(JSON.parse(readFileSync(join(cwd, "out.json"), "utf8"))).toMatchObject({
      pack: "acme",
      failures: [],
    });
  });

  it("tests a built-in pack", async () => {
    const { stdout, code } = await run(["pack", "test", "voicecheck:profanity"], { cwd });
    expect(stdout).toMatch(/^✔ profanity: \d+ rules?, /u);
    expect(code).toBe(0);
  });

  it.each<[string, readonly string[], string]>([
    ["a pack that has mistakes", ["broken.yaml"], "“rulez” is unknown in a pack"],
    ["a file that is not there", ["no.yaml"], "there is no pack no.yaml"],
    ["a built-in pack that there is not", ["voicecheck:no"], "there is no built-in pack “voicecheck:no”"],
    [
      "a format that says nothing of packs",
      ["own.yaml", "-f", "github"],
      "knows the formats pretty and json",
    ],
  ])("exits 2 for %s", async (_what, argv, message) => {
    const folder = folderOf({
      "own.yaml": OWN,
      "base.yaml": BASE,
      "broken.yaml": "voicecheck: 1\nrulez: {}\n",
    });
    const { stdout, stderr, code } = await run(["pack", "test", ...argv], { cwd: folder });
    expect(stderr).toContain(message);
    expect([stdout, code]).toEqual(["", 2]);
  });
});
