/** Writes every generated file anew; with `--check` it only says which are stale, and exits 1. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

interface Generator {
  readonly outputs: () => Promise<Record<string, string>>;
}

const check = process.argv.includes("--check");
const root = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "generate");

async function generators(): Promise<Generator[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  return Promise.all(names.map((name): Promise<Generator> => import(join(folder, name))));
}

async function update(path: string, text: string): Promise<boolean> {
  const file = join(root, path);
  const old = await readFile(file, "utf8").catch(() => undefined);
  if (old === text) return false;
  if (check) return true;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return true;
}

for (const generator of await generators()) {
  for (const [path, text] of Object.entries(await generator.outputs())) {
    if (!(await update(path, text))) continue;
    console.error(check ? `stale: ${path} (run npm run generate)` : `wrote ${path}`);
    if (check) process.exitCode = 1;
  }
}
