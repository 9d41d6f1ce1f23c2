import type { Plugin } from "rolldown";

/**
 * What the core imports, but a plain check of a text needs for less than one of a hundred posts. It stands in a file of its own, which
 * is read when something in it is first asked for; so nothing here may be asked for while the core itself is loaded.
 */
const SELDOM: Readonly<Record<string, string>> = {
  src: "gate suppress",
  "src/calendar": "alike units",
  "src/cli": "cache-file errors failure modes pack-cache windows-1252",
  "src/generated": "platforms roles short-words",
  "src/inputs":
    "collection dates front-matter-posts held-notes html ids item items json-origin json-tree markdown-hidden markdown-pieces markdown-plain markdown-tamed ndjson-line roles unnamed yaml-nodes yaml-origin yaml-waivers",
  "src/packs": "counted letters lists nearest phrase-forms top",
  "src/reporters": "elements scores",
  "src/retext": "plugins readability-names screens",
  "src/suggest": "deletion",
  "src/text":
    "around capitals class-names contractions measure needed needed-digit needed-units parse parse-build parse-leaves parse-nodes parse-sentences parse-white-space parse-words passives pattern-build pattern-compile pattern-finish pattern-flatten pattern-globs pattern-lex pattern-marks pattern-needs pattern-nfa pattern-parse pattern-plural pattern-roots pattern-rows permits repeats x-links",
  "node_modules/valibot/dist": "index",
};

const endings = Object.entries(SELDOM).flatMap(([folder, names]) =>
  names.split(" ").map((name) => new RegExp(`/${folder}/${name}\\.(?:ts|mjs)$`, "u")),
);

/** Whether a module, by its absolute path, is needed for few posts only. */
export function isSeldom(id: string): boolean {
  return endings.some((ending) => ending.test(id));
}

/** Asks for the file `seldom.cjs` where something of it is used, not where the chunk begins. */
export const loadSeldomLate: Plugin = {
  name: "load-seldom-late",
  buildEnd() {
    const ids = [...this.getModuleIds()];
    const gone = endings.find((ending) => !ids.some((id) => ending.test(id)));
    if (gone !== undefined) throw new Error(`${gone.source} is no module of the command line (seldom.ts)`);
  },
  renderChunk(code) {
    const rest = code.replace(
      'const require_seldom = require("./seldom.cjs");',
      'let seldom;\nfunction require_seldom() {\n\treturn (seldom ??= require("./seldom.cjs"));\n}',
    );
    return rest === code ? null : rest.replaceAll("require_seldom.", "require_seldom().");
  },
};
