import type { Source } from "../types.ts";

/** Gives each post its id: where another had it before, with `~2` and so on. */
export interface Ids {
  readonly next: (id: string | number, line: number) => string | number;
}

/** Ids that are given once each within a source. */
export function uniqueIds(source: Pick<Source, "report">): Ids {
  const times = new Map<string, number>();
  const next: Ids["next"] = (id, line) => {
    const count = (times.get(String(id)) ?? 0) + 1;
    times.set(String(id), count);
    if (count === 1) return id;
    const other = `${id}~${count}`;
    source.report({
      line,
      code: "same-id",
      message: `another post here has the id “${id}”, too; this one is called “${other}”`,
      level: "note",
    });
    return other;
  };
  return { next };
}
