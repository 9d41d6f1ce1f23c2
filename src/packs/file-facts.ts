import type { Facts, Pack, Speaker } from "../types.ts";
import { compact } from "./finish-entry.ts";
import { mapOf, textOf, textsOf } from "./lists.ts";
import type { PlainMap } from "./tree.ts";

const SPEAKERS: readonly Speaker[] = ["brand", "employee", "partner"];

/** What a pack says of the posts in some files. */
export function factsOf(glob: string, map: PlainMap): Pack["files"][number] {
  const platforms = textsOf(map.platform);
  const facts: Facts = compact({
    platforms: platforms.length === 0 ? undefined : platforms,
    account: textOf(map.account),
    speaker: SPEAKERS.find((speaker) => speaker === map.speaker),
    author: textOf(map.author),
    kind: textOf(map.kind),
    lang: textOf(map.lang),
    date: textOf(map.date),
  });
  const columns = Object.entries(mapOf(map.columns)).map(([role, name]) => [role, textOf(name) ?? ""]);
  return { glob, facts, ...(columns.length > 0 && { columns: Object.fromEntries(columns) }) };
}
