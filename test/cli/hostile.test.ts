/** A slice of `npm run test:hostile`, which measures time and memory on a megabyte of each. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostileFiles, textIn } from "../../fixtures/hostile/files.ts";
import { hostileUnits } from "../../fixtures/hostile/texts.ts";
import { MANY_RULES } from "./any-files.ts";
import { folderOf } from "./folder.ts";
import { run } from "./run.ts";

const SIZE = 4_000;
const cwd = folderOf({ "voicecheck.yaml": MANY_RULES });

async function checkHostile(extension: string, content: string | Uint8Array): Promise<void> {
  const name = `post.${extension}`;
  writeFileSync(join(cwd, name), content);
  const { code, stdout, stderr } = await run(["-f", "json", name], { cwd });
  expect(stderr).not.toContain("This is a mistake in voicecheck");
  expect([0, 1, 2]).toContain(code);
  if (code === 2) expect(JSON.parse(stdout).problems).not.toEqual([]);
}

describe("hostile files", () => {
  it.each(hostileFiles.map((file) => [file.extension, file.name, file] as const))(
    "are read or refused: %s, %s",
    (extension, _, { write }) => checkHostile(extension, write(SIZE)),
  );

  it.each(Object.entries(hostileUnits))("are read or refused: %s", async (_, unit) => {
    for (const extension of ["txt", "md"]) await checkHostile(extension, textIn(extension, unit, SIZE));
  });
});
