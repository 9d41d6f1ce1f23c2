import { counted } from "../reporters/counts.ts";
import type { Io } from "./io.ts";

/** Tells a person who waits how far the work is. */
export interface Progress {
  readonly show: (posts: number, file: number, files: number) => void;
  /** Wipes it away: what comes next begins on a clean line. */
  readonly end: () => Promise<void>;
}

/** Nobody wonders before, in milliseconds. */
const PATIENCE = 1_000;
const CLEAN = "\r\u001b[K";

/** Progress on a terminal after a second of work; never in CI, in a pipe or in a file. */
export function createProgress({ stderr, stdout, env, clock }: Io): Progress {
  const start = clock();
  const isWatched = Number.isFinite(stderr.width) && Number.isFinite(stdout.width) && (env.CI ?? "") === "";
  let isShown = false;
  const show: Progress["show"] = (posts, file, files) => {
    if (!isWatched || clock() - start < PATIENCE) return;
    isShown = true;
    const where = files > 1 ? `, file ${file} of ${files}` : "";
    void stderr.write(`${CLEAN}${counted(posts, "post")} checked${where} …`);
  };
  const end = async (): Promise<void> => {
    if (isShown) await stderr.write(CLEAN);
    isShown = false;
  };
  return { show, end };
}
