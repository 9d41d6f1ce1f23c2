/** Builds `dist`: the command line as CommonJS, the API as ESM, their types, the compiled packs and the licences of what is bundled. */
import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type InputOptions, type OutputOptions, type Plugin, rolldown } from "rolldown";
import type { Options } from "rollup-plugin-license";
import { writeBuiltinPacks } from "./build/packs.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

// Its types say that a CommonJS module has a default export, which it has not.
const license: (options: Options) => Plugin = createRequire(import.meta.url)("rollup-plugin-license");

const notices = license({
  thirdParty: {
    output: { file: join(root, "THIRD-PARTY-NOTICES.txt"), template: noticesOf },
  },
});

interface Bundled {
  readonly name: string | null;
  readonly version: string | null;
  readonly license: string | null;
  readonly licenseText: string | null;
}

function noticesOf(dependencies: readonly Bundled[]): string {
  const parts = dependencies.map(
    ({ name, version, license: kind, licenseText }) =>
      `${name} ${version} (${kind})\n\n${licenseText?.trim() ?? "No licence text in the package."}\n`,
  );
  return `voicecheck contains code of the following packages.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** commander loads it for subcommands that are programs of their own; there are none, and it takes milliseconds. */
const noChildProcess: Plugin = {
  name: "no-child-process",
  resolveId: (id, importer) =>
    id === "node:child_process" && importer?.includes("commander") === true
      ? "\0no-child-process"
      : undefined,
  load: (id) => (id === "\0no-child-process" ? "export default {};" : undefined),
};

/** Gathers what a module needs at once, and all that this needs in turn. */
function atOnce(): { readonly plugin: Plugin; readonly has: (id: string) => boolean } {
  const needed = new Set<string>();
  const plugin: Plugin = {
    name: "at-once",
    buildEnd() {
      const todo = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry === true);
      for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
        if (needed.has(id)) continue;
        needed.add(id);
        todo.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, has: (id) => needed.has(id) };
}

/** V8 reads a text of one byte a letter quicker, and keeps it in half the memory. */
const asciiOnly: Plugin = {
  name: "ascii-only",
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

async function bundle(input: InputOptions, output: OutputOptions): Promise<void> {
  const build = await rolldown({ platform: "node", cwd: root, ...input });
  await build.write({ dir: dist, minify: true, ...output });
  await build.close();
}

/** CommonJS starts some milliseconds sooner than ESM; what a plain check doesn't need goes into lazy chunks. */
function bundleCli(): Promise<void> {
  const core = atOnce();
  return bundle(
    {
      input: { cli: "src/cli/entry.ts" },
      plugins: [noChildProcess, core.plugin, notices, asciiOnly],
    },
    {
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "cli/[name].cjs",
      // Modules that lazy chunks need too would else stand in chunks of their own, and each file takes half a millisecond.
      codeSplitting: { groups: [{ name: "core", test: core.has }] },
    },
  );
}

/** What loads the command line; a bundle of its own, so that it stays small. */
function bundleLauncher(): Promise<void> {
  return bundle({ input: { launch: "src/cli/launch.ts" } }, { format: "cjs", entryFileNames: "[name].cjs" });
}

function bundleApi(): Promise<void> {
  return bundle(
    { input: { index: "src/index.ts", "retext-plugin": "src/retext-plugin.ts" } },
    { format: "esm", entryFileNames: "[name].js", chunkFileNames: "api/[name].js" },
  );
}

function emitTypes(): void {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("the types could not be written");
}

await rm(dist, { recursive: true, force: true });
await Promise.all([bundleCli(), bundleLauncher(), bundleApi(), writeBuiltinPacks(join(dist, "packs"))]);
emitTypes();
