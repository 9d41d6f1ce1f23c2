import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Console } from "./console.ts";
import type { Shown } from "./type-page.ts";

const folder = join(import.meta.dirname, "../../fixtures/docs/types");
const PACK = "voicecheck.yaml";

/** Runs the example of a rule type, in a copy of its folder. Throws where there is none, or where nothing is flagged. */
export async function exampleOf(type: string): Promise<Shown> {
  const home = join(folder, type);
  const [posts = ""] = readdirSync(home).filter((file) => file !== PACK);
  const scratch = mkdtempSync(join(tmpdir(), "voicecheck-"));
  try {
    cpSync(home, scratch, { recursive: true });
    const console = new Console(scratch);
    const lines: string[] = [];
    for (const command of [`cat ${posts}`, `voicecheck ${posts}`, "voicecheck pack test"]) {
      const { output } = await console.run(command);
      lines.push(`$ ${command}\n${output.trimEnd()}`);
    }
    return { pack: readFileSync(join(home, PACK), "utf8"), console: lines.join("\n\n") };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
