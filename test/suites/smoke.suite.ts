/** Every command on every Node that is there: it works, and the bytes are those of this Node. Needs a build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { commands, type Outcome, outcomeOf, workspace } from "./commands.ts";
import { majorOf, nodes } from "./nodes.ts";
import { emptyFolder, keptFolder, mustRun, root } from "./shell.ts";

const bin = join(root, "bin/voicecheck.js");
const [own, ...others] = nodes();
const expected = new Map<string, Outcome>();

describe(`this Node, ${own.version}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = workspace(keptFolder());
  });

  it.each(commands)("runs $args", (command) => {
    const outcome = outcomeOf(command, [own.path, bin], folder);
    expected.set(JSON.stringify(command), outcome);
    if (command.args[0] === "init")
      expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining("overwrites nothing") });
    else {
      expect(outcome.stderr).not.toContain("mistake in voicecheck");
      expect([0, 1]).toContain(outcome.code);
      expect(outcome.stdout).not.toBe("");
    }
  });
});

describe.each(others)("Node $version", (node) => {
  let folder: string;
  beforeAll(() => {
    folder = workspace(keptFolder());
  });

  it("is the one that was asked for", () => {
    const { stdout } = mustRun(node.path, ["--version"], { cwd: root });
    expect(stdout.trim()).toBe(node.version);
    expect(majorOf(node)).toBeGreaterThan(majorOf(own));
  });

  it.each(commands)("gives the same bytes for $args", (command) => {
    expect(outcomeOf(command, [node.path, bin], folder)).toEqual(expected.get(JSON.stringify(command)));
  });
});

describe.each(nodes())("the API on Node $version", ({ path }) => {
  it("checks, reads packs and takes part in unified pipelines", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "node_modules"));
    const url = (file: string): string => JSON.stringify(pathToFileURL(join(root, file)).href);
    writeFileSync(
      join(folder, "user.mjs"),
      `import { loadPack, parsePack, prepare } from ${url("dist/index.js")};
      import { voicecheck } from ${url("dist/retext-plugin.js")};
      import { unified } from ${url("node_modules/unified/index.js")};
      const pack = await loadPack("voicecheck:social");
      const lint = prepare(pack);
      const mine = prepare(parsePack("voicecheck: 1\\nrules: {a/b: {terms: {loaf (n): bread}}}"));
      const file = await unified().use(voicecheck, { pack }).process("We're leveraging it.");
      console.log(lint({ id: 1, text: "We leverage it." }).findings[0].entry);
      console.log(mine({ id: 1, text: "Two loaves" }).findings[0].suggestions[0]);
      console.log(String(file.messages[0]));`,
    );
    expect(mustRun(path, ["user.mjs"], { cwd: folder }).stdout.split("\n").slice(0, 2)).toEqual([
      "leverage",
      "bread",
    ]);
  });
});
