import type { InputOptions, OutputOptions, Plugin } from "rolldown";
import { asAscii } from "../../src/cli/ascii-json.ts";
import { moduleFunction } from "../../src/cli/code-cache.ts";
import { isSeldom, loadSeldomLate } from "./seldom.ts";

/** What is bundled into one piece, and how it is written. */
export interface Bundle {
  readonly input: InputOptions;
  readonly output: OutputOptions;
}

/**
 * commander loads `node:child_process` for subcommands that are programs of their own, of which there are none, and `node:process` for
 * what is global anyway; both take milliseconds.
 */
const LIGHTER: Readonly<Record<string, string>> = {
  "node:child_process": "module.exports = {};",
  "node:process": "module.exports = process;",
};

const lightCommander: Plugin = {
  name: "light-commander",
  resolveId: (id, importer) =>
    id in LIGHTER && importer?.includes("commander") === true ? `\0light-${id}` : undefined,
  load: (id) => (id.startsWith("\0light-") ? LIGHTER[id.slice("\0light-".length)] : undefined),
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

/** What the launcher loads. V8 reads a text of one byte a letter quicker, and keeps it in half the memory. */
const loadable: Plugin = {
  name: "loadable",
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type === "chunk") file.code = moduleFunction(asAscii(file.code));
    }
  },
};

const GETTER =
  /^Object\.defineProperty\(exports, ("\w+"), \{\s+enumerable: true,\s+get: function ?\(\) \{\s+return (\S+);\s+\}\s+\}\);$/gmu;
const EXPORT = /^exports(?:\.|\[")(\w+)(?:"\])? = \S+;$/gmu;

/**
 * Nothing that is exported changes after a chunk was run, so that chunks need no getters for one another, each a function of its own.
 * What the core exports for other chunks alone waits until the first of them is loaded.
 */
const plainExports: Plugin = {
  name: "plain-exports",
  renderChunk(code, { facadeModuleId }) {
    const plain = code.replace(GETTER, "exports[$1] = $2;");
    const own = facadeModuleId === null ? undefined : this.getModuleInfo(facadeModuleId)?.exports;
    if (own === undefined) return plain;
    const late: string[] = [];
    const rest = plain.replace(EXPORT, (line, name: string) => {
      if (own.includes(name)) return line;
      late.push(line);
      return "";
    });
    return `${rest}\nmodule.late = () => {\n${late.join("\n")}\n};\n`;
  },
};

/** What rolldown adds stands in a file of its own, since all chunks may ask for it; a plain check then reads one file less. */
const coreWithRuntime: Plugin = {
  name: "core-with-runtime",
  generateBundle(_options, files) {
    const [core, runtime] = ["cli/core.cjs", "cli/rolldown-runtime.cjs"].map((name) => files[name]);
    if (core?.type !== "chunk" || runtime?.type !== "chunk") throw new Error("no core, or no runtime of it");
    const [head, rest] = core.code.split(/ ?= ?require\("\.\/rolldown-runtime\.cjs"\);/u);
    if (rest === undefined) throw new Error("the core doesn't load rolldown's runtime");
    core.code = `${head}=(exports=>{${runtime.code}return exports})({});${rest}`;
  },
};

/** CommonJS starts some milliseconds sooner than ESM; what a plain check doesn't need goes into lazy chunks. */
export function cliBundle(): Bundle {
  const core = atOnce();
  const seldom = {
    name: "seldom",
    priority: 1,
    includeDependenciesRecursively: false,
    test: (id: string) => core.has(id) && isSeldom(id),
  };
  return {
    input: {
      input: { core: "src/cli/entry.ts" },
      // What the core exports for other chunks stands beside what the launcher asks it for.
      preserveEntrySignatures: "allow-extension",
      plugins: [lightCommander, core.plugin, loadSeldomLate, plainExports, coreWithRuntime, loadable],
    },
    output: {
      format: "cjs",
      entryFileNames: "cli/[name].cjs",
      chunkFileNames: "cli/[name].cjs",
      // The launcher asks the core for `run` by its name.
      minifyInternalExports: false,
      // Modules that lazy chunks need too would else stand in chunks of their own, and each file takes half a millisecond.
      codeSplitting: { groups: [seldom, { name: "core", test: core.has }] },
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
