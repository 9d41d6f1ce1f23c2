import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/cli/init-pack.ts";
import { type Answered, askAll } from "../../src/cli/init-questions.ts";

const PROPOSED: Answers = {
  name: "Oak",
  platforms: ["linkedin"],
  level: "general",
  markets: [],
  sponsors: [],
};
const [ENTER, DOWN, SPACE, CTRL_C, ESCAPE] = ["\r", "\u001b[B", " ", "\u0003", "\u001b"];

/** Answers each question, when it is shown, with the keys at its place. */
async function answered(...keys: readonly (readonly string[])[]): Promise<{
  readonly answer: Answered | undefined;
  readonly shown: string;
}> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const answer = askAll(PROPOSED, { input, output });
  for (const each of keys) {
    const before = shown;
    for (const key of each) {
      input.write(key);
      // Keys that come at once are one paste.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await expect.poll(() => shown, { timeout: 10_000 }).not.toBe(before);
  }
  return { answer: await answer, shown };
}

describe("the questions of init", () => {
  it("take what is proposed where somebody only says yes", async () => {
    const { answer, shown } = await answered([ENTER], [ENTER], [ENTER], [ENTER], [ENTER], [ENTER]);
    expect(answer).toEqual({ answers: PROPOSED, extras: [] });
    for (const words of ["What is the company called?", "LinkedIn", "a pre-commit hook"])
      expect(shown).toContain(words);
  });

  it("take what is said", async () => {
    const { answer } = await answered(
      [..." Bakery", ENTER],
      [SPACE, ENTER],
      [DOWN, ENTER],
      [DOWN, SPACE, ENTER],
      [..."Mill, @flour", ENTER],
      [SPACE, DOWN, DOWN, SPACE, ENTER],
    );
    expect(answer?.answers).toEqual({
      ...{ name: "Oak Bakery", level: "specialists", markets: ["uk"], sponsors: ["Mill", "@flour"] },
      platforms: expect.arrayContaining(["x", "linkedin"]),
    });
    expect(answer?.extras).toEqual(["hook", "editor"]);
  });

  it("ask again for a name", async () => {
    const rubbed = Array.from(PROPOSED.name, () => "\u007f");
    const { answer, shown } = await answered(
      [...rubbed, ENTER],
      [..."Elm", ENTER],
      ...Array.from({ length: 5 }, () => [ENTER]),
    );
    expect(shown).toContain("a name is needed");
    expect(answer?.answers.name).toBe("Elm");
  });

  it.each([
    ["Ctrl-C at the first", [[CTRL_C]]],
    ["Ctrl-C in the middle", [[ENTER], [SPACE, CTRL_C]]],
    ["Escape at the last", [[ENTER], [ENTER], [ENTER], [ENTER], [ENTER], [ESCAPE]]],
  ])("give nothing after %s", async (_, keys) => {
    const { answer, shown } = await answered(...keys);
    expect(answer).toBeUndefined();
    expect(shown).toContain("nothing was written");
  });
});
