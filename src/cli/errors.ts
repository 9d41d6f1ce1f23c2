const REASONS: Readonly<Record<string, string>> = {
  EACCES: "may not be read by you (permission denied)",
  EPERM: "may not be read by you (operation not permitted)",
  EISDIR: "is a folder, not a file",
  ENOENT: "does not exist",
  ENOTDIR: "does not exist: a part of its path is no folder",
  ELOOP: "is a link that leads in a circle",
  ENAMETOOLONG: "has a name that is too long",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is no valid UTF-16, though its byte order mark says so",
  ENOSPC: "can't be written: no space is left on the device",
  EROFS: "can't be written: the file system is read-only",
};

/** Why the system refused, as the end of a sentence that begins with the file. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `failed (${String(error)})`;
  if (error instanceof TooLarge) return error.message;
  const code = "code" in error ? String(error.code) : "";
  return REASONS[code] ?? `failed (${code === "" ? error.message : code})`;
}

/** A file holds more than can be read at once. */
export class TooLarge extends Error {
  constructor(megabytes: number) {
    super(
      `is larger than ${megabytes} MB, which is the most that is read at once; cut it into several, or write a post on each line and check it with -f ndjson, which reads line by line`,
    );
    this.name = "TooLarge";
  }
}
