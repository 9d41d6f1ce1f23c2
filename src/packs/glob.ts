const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 200;

/**
 * Whether a path with forward slashes matches a glob: `*` within a folder, `**` across folders, `?` one character, `{a,b}`. A glob
 * without a slash holds in every folder.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const known =
    compiled.get(glob) ?? new RegExp(`^${expressionOf(glob.includes("/") ? glob : `**/${glob}`)}$`, "u");
  if (compiled.size < MOST_COMPILED) compiled.set(glob, known);
  return known.test(path.replace(/^\.\//u, ""));
}

function expressionOf(glob: string): string {
  return glob
    .replace(/^\.\//u, "")
    .split(/(\*\*\/|\*\*|\*|\?|\{[^{}]*\})/u)
    .map((part) => {
      if (part === "**/") return "(?:[^/]+/)*";
      if (part === "**") return ".*";
      if (part === "*") return "[^/]*";
      if (part === "?") return "[^/]";
      if (part.startsWith("{") && part.endsWith("}"))
        return `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})`;
      return escaped(part);
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|+()[\]{}*?]/gu, "\\$&");
}
