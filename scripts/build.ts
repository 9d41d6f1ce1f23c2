/** Builds `dist`: the command line as CommonJS, the API as ESM, their types, the compiled packs and the licences of what is bundled. */
import { spawnSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { apiBundle, type Bundle, cliBundle, launcherBundle } from "./build/bundles.ts";
import { derivedFolders, noticesOf, packageFolder, readPackage } from "./build/packages.ts";
import { writeBuiltinPacks } from "./build/packs.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** Writes a bundle, and gives the modules that are in it. */
async function write({ input, output }: Bundle): Promise<readonly string[]> {
  const build = await rolldown({ platform: "node", cwd: root, ...input });
  const written = await build.write({ dir: dist, minify: true, ...output });
  await build.close();
  return written.output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
}

function emitTypes(): void {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("the types could not be written");
}

async function writeNotices(modules: readonly string[]): Promise<void> {
  const folders = new Set([...modules.flatMap((id) => packageFolder(id) ?? []), ...derivedFolders(root)]);
  await writeFile(join(root, "THIRD-PARTY-NOTICES.txt"), noticesOf([...folders].map(readPackage)));
}

await rm(dist, { recursive: true, force: true });
const [modules] = await Promise.all([
  Promise.all([cliBundle(), launcherBundle(), apiBundle()].map(write)),
  writeBuiltinPacks(join(dist, "packs")),
]);
await writeNotices(modules.flat());
emitTypes();
