import type { InputOptions, OutputOptions, Plugin } from "rolldown";
import { asAscii } from "../../src/cli/ascii-json.ts";

/** What is bundled into one piece, and how it is written. */
export interface Bundle {
  readonly input: InputOptions;
  readonly output: OutputOptions;
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
      if (file.type === "chunk") file.code = asAscii(file.code);
    }
  },
};

/** CommonJS starts some milliseconds sooner than ESM; what a plain check doesn't need goes into lazy chunks. */
export function cliBundle(): Bundle {
  const core = atOnce();
  return {
    input: { input: { cli: "src/cli/entry.ts" }, plugins: [noChildProcess, core.plugin, asciiOnly] },
    output: {
      format: "cjs",
      entryFileNames: "[name].cjs",
      chunkFileNames: "cli/[name].cjs",
      // Modules that lazy chunks need too would else stand in chunks of their own, and each file takes half a millisecond.
      codeSplitting: { groups: [{ name: "core", test: core.has }] },
    },
  };
}

/** What loads the command line; a bundle of its own, so that it stays small. */
export function launcherBundle(): Bundle {
  return {
    input: { input: { launch: "src/cli/launch.ts" } },
    output: { format: "cjs", entryFileNames: "[name].cjs" },
  };
}

/** What other programs import. */
export function apiBundle(): Bundle {
  return {
    input: { input: { index: "src/index.ts", "retext-plugin": "src/retext-plugin.ts" } },
    output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "api/[name].js" },
  };
}
