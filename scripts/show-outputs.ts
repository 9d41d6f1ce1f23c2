/** Writes into the pages named, else into all, what their commands put out now. Look at the difference before you commit it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pages, root } from "./docs/pages.ts";
import { furnish, isAsShown, isShell, runPage } from "./docs/shown-commands.ts";

const asked = process.argv.slice(2);

for (const page of pages.filter(({ path }) => asked.length === 0 || asked.includes(path))) {
  if (!page.blocks.some(isShell)) continue;
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-"));
  try {
    furnish(folder);
    const file = join(root, page.path);
    let text = readFileSync(file, "utf8");
    for (const { command, shown, ...ran } of await runPage(page, folder)) {
      if (shown.trim() === "" || isAsShown({ shown, ...ran })) continue;
      const old = `$ ${command}\n${shown.trimEnd()}\n`;
      if (!text.includes(old)) console.error(`${page.path}: edit by hand: $ ${command}\n${ran.output}`);
      text = text.replace(old, () => `$ ${command}\n${ran.output.trimEnd()}\n`);
    }
    writeFileSync(file, text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
