/** The public API. */
export { loadReadyPack as loadPack } from "./cli/load-ready-pack.ts";
export { PackError } from "./errors.ts";
export { NotLoaded } from "./lazy.ts";
export { type Lint, type LintOptions, prepare } from "./lint.ts";
export { parsePack } from "./parse-pack.ts";
export type { PostLike } from "./post.ts";
export type * from "./types.ts";
