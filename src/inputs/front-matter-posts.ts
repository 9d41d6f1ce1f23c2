import type { Document, Node } from "yaml";
import type { LineIndex } from "../text/lines.ts";
import type { Post, Source } from "../types.ts";
import type { FrontMatter } from "./front-matter.ts";
import { type ItemPlaces, postsOfItem } from "./item.ts";
import { sharedWaivers } from "./shared-waivers.ts";
import { isMap, rangeOf, resolved, type Yaml, yamlPlaces } from "./yaml-nodes.ts";

/** Posts that a front matter holds, as data. */
export interface FrontPosts {
  readonly value: unknown;
  readonly places: ItemPlaces;
  readonly line: number;
}

/** Front matter, and where it stands in its file. */
export interface FrontFile {
  readonly yaml: Yaml;
  readonly document: Document.Parsed;
  readonly text: string;
  readonly offset: number;
  readonly lines: () => LineIndex;
}

/** The key of a front matter that holds a post for each platform. */
const KEY = "social";

/** What stands under `social`, where that is a map of texts; a platform's name alone is none. */
export function frontPosts(file: FrontFile): FrontPosts | undefined {
  const { yaml, document, lines, offset } = file;
  const root: Node | null = document.contents;
  if (!yaml.isMap(root)) return undefined;
  for (const { key, value } of root.items) {
    if (!yaml.isScalar(key) || key.value !== KEY) continue;
    const map = resolved(value, file);
    if (map === undefined || !isMap(map, yaml)) continue;
    const { line } = lines().positionOf(rangeOf(key)[0] + offset);
    return { value: { [KEY]: plainOf(map, document) }, places: yamlPlaces(root, file), line };
  }
  return undefined;
}

/** A map as plain data; nothing where aliases lead nowhere, which was said when the values were read. */
function plainOf(map: Node, document: Document.Parsed): unknown {
  try {
    return map.toJS(document);
  } catch {
    return undefined;
  }
}

/** The posts of a front matter, one for each platform; what it says of the file holds for all of them. */
export function postsOfFront(front: FrontMatter, posts: FrontPosts, source: Source): readonly Post[] {
  const { columns: _, ...rest } = source;
  const name = front.id ?? source.name;
  const found = postsOfItem({ ...posts, source: rest, name, around: front.about });
  const waivers = sharedWaivers(front.waivers, found.length === 1);
  return found.map((post) => ({ ...post, waivers: [...waivers(), ...post.waivers] }));
}
