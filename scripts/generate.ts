/** Writes every generated file anew; with `--check` it only says which are stale, and exits 1. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

interface Generator {
  readonly outputs: () => Promise<Record<string, string>>;
  /** Folders that hold nothing but its outputs: what else is there is left from before. */
  readonly owned?: readonly string[];
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

/** The files of a folder that no output belongs to. */
async function leftovers(folder: string, outputs: Readonly<Record<string, string>>): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return paths.filter((path) => outputs[path] === undefined);
}

function tell(path: string, what: string): void {
  console.error(check ? `stale: ${path} (run npm run generate)` : `${what} ${path}`);
  if (check) process.exitCode = 1;
}

for (const generator of await generators()) {
  const outputs = await generator.outputs();
  for (const [path, text] of Object.entries(outputs)) if (await update(path, text)) tell(path, "wrote");
  for (const owned of generator.owned ?? []) {
    for (const path of await leftovers(owned, outputs)) {
      if (!check) await rm(join(root, path));
      tell(path, "removed");
    }
  }
}
