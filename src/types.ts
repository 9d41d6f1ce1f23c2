/**
 * The nouns of voicecheck. Data only: no code lives here.
 *
 * Offsets are UTF-16 code units, ends are exclusive, unless a comment says otherwise.
 */

export type * from "./types/finding.ts";
export type * from "./types/pack.ts";
export type * from "./types/platform.ts";
export type * from "./types/post.ts";
