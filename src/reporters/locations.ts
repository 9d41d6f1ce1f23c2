/** A file's name as a URI: each part encoded, so that no name is taken for a scheme or a query; relative where the name is. */
export function uriOf(source: string): string {
  const path = source.split("/").map(encodePart).join("/");
  if (source.startsWith("/")) return `file://${path}`;
  if (DRIVE.test(source)) return `file:///${path.replace("%3A", ":")}`;
  return /^[^/]*:/u.test(path) ? `./${path}` : path;
}

const DRIVE = /^[a-z]:\//iu;

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, "\ufffd"))
    .replace(/%40/gu, "@")
    .replace(/%2B/gu, "+");
}

/** A link that a reader may follow; nothing for other schemes. */
export function webUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s"<>]+$/iu.test(url) ? url : undefined;
}
