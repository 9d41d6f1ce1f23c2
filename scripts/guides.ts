/** `npm run guides [-- FOLDER]`: the packs of real voice guides must load, and all their examples hold. 2 where the folder is not here. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { compilePackFile } from "../src/cli/compile-pack.ts";
import { testExamples } from "../src/examples.ts";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../shared/data"));
const guides = ["voice-guides.yaml", "voice-guides-calendar.yaml"].map((name) => join(folder, name));
const missing = guides.find((guide) => !existsSync(guide));
if (missing !== undefined) {
  console.error(`there is no ${missing}; name the folder with the voice guides: npm run guides -- FOLDER`);
  process.exit(2);
}
for (const guide of guides) {
  const { pack } = compilePackFile(guide, folder);
  const { rules, written, made, failures } = await testExamples(pack);
  for (const { rule, example, expected, got } of failures)
    console.error(`${rule}: “${example}”: expected ${expected}, got ${got}`);
  console.log(
    `${pack.name}: ${rules} rules, ${written} examples and ${made} made posts: ${failures.length} failures`,
  );
  if (failures.length > 0) process.exitCode = 1;
}
