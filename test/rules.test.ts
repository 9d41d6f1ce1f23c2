import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testExamples } from "../src/examples.ts";
import { parsePack } from "../src/parse-pack.ts";

const folder = join(import.meta.dirname, "../rules");

function read(spec: string): { readonly name: string; readonly text: string } {
  const name = spec.replace("voicecheck:", "");
  return { name: spec, text: readFileSync(join(folder, `${name}.yaml`), "utf8") };
}

describe("voicecheck:social", () => {
  it("does in every entry what its examples say", async () => {
    const { rules, failures } = await testExamples(parsePack(read("voicecheck:social").text, { read }));
    expect(failures).toEqual([]);
    expect(rules).toBeGreaterThan(10);
  }, 60_000);
});
